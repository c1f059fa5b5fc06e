import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** The doors that Electron leaves open for developers, as they are in a package: closed; and what guards it: on. */
export const electronFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

type Fuse = keyof typeof electronFuses;

const options: Readonly<Record<Fuse, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** As the fuses stand in a wire: the codes of characters. */
const [off, on] = ['0', '1'].map((sign) => sign.charCodeAt(0));

/** The fuses of a packed program that are not as they should be, read back from the program itself. */
export async function wrongFuses(program: string): Promise<Fuse[]> {
  const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) };
  return (Object.keys(electronFuses) as Fuse[]).filter(
    (fuse) => wire[String(options[fuse])] !== (electronFuses[fuse] ? on : off),
  );
}
