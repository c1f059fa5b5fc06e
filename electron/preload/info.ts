import type { BridgeInfo } from '#shared/api/bridge.ts';

const prefix = '--zhiye-info=';

/** The argument by which main gives a window its facts; read in the preload, where nothing can be asked synchronously. */
export function infoArgument(info: BridgeInfo): string {
  return prefix + encodeURIComponent(JSON.stringify(info));
}

/** The facts from the preload's arguments. Main wrote them, so they are taken as they are; missing is a bug. */
export function infoFrom(argv: readonly string[]): BridgeInfo {
  const argument = argv.find((each) => each.startsWith(prefix));
  if (argument === undefined) throw new Error('The window was opened without its facts');
  return JSON.parse(decodeURIComponent(argument.slice(prefix.length)));
}
