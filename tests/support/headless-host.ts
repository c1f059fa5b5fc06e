import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { wrapWithPassphrase } from '#electron/device/key-wrap.ts';
import { makeOfficeFolders, officePaths, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { testOffice } from './office.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What the offices of `dataFolder` open with. */
export const hostPassphrase = '春江花月夜 2026';

/** A host in a process of its own, as `npm run host` starts it. */
export type HeadlessHost = {
  readonly child: ChildProcess;
  /** The JSON objects it says, one a line; undefined once it has ended. */
  readonly next: () => Promise<Record<string, unknown> | undefined>;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
};

/** Starts a host; it does not outlive its test. */
export function startHeadless(
  args: readonly string[],
  env: Record<string, string> = { ZHIYE_PASSPHRASE: hostPassphrase },
): HeadlessHost {
  const child = spawn(process.execPath, ['scripts/host.ts', ...args], {
    cwd: root,
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += String(part);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    next: async () => {
      const { value, done } = await lines.next();
      return done === true ? undefined : JSON.parse(String(value));
    },
    ended: new Promise((resolve) => child.once('close', resolve)),
    said: () => said,
  };
}

/** Makes a data folder with an office in it that an administrator works in. */
export async function dataFolder(data: string): Promise<void> {
  const paths = officePaths(path.join(data, 'office'));
  makeOfficeFolders(paths);
  const desk = await testOffice({ folder: paths.folder });
  desk.as('administrator', '管理员');
  await desk.office.close();
  const officeId = '0190a2f0-0000-7000-8000-000000000001';
  const keys = [await wrapWithPassphrase(hostPassphrase, officeId, desk.rootKey)];
  writeOfficeHeader(paths, { format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false, keys });
}
