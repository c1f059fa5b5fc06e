import { appOrigin } from './app-protocol.ts';

/** Where pages may come from: the program's own scheme, and in development the address of the dev server. */
export type Origins = { readonly page: string; readonly isOwn: (address: string) => boolean };

/** `devServer` is given only when the program runs from sources. */
export function originsOf(devServer: string | undefined): Origins {
  const page = devServer ?? `${appOrigin}/`;
  const own = originOf(page);
  return { page, isOwn: (address) => own !== undefined && originOf(address) === own };
}

/** Scheme, host and port; `URL.origin` says `null` for schemes it does not know. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
}

/** What is looked at of the frame that sent a message. */
export type FrameLike = { readonly url: string; readonly parent: unknown };

/** True for the top frame of one of our pages; a frame that is gone (`null`) is nobody. */
export function isOwnTopFrame(frame: FrameLike | null | undefined, origins: Origins): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && origins.isOwn(frame.url);
}
