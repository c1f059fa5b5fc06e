import type { Language } from '#shared/i18n/index.ts';

/** What the preload tells the page about the program: plain data, the same for the life of the window. */
export type BridgeInfo = {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  readonly platform: string;
  readonly language: Language;
  readonly windowId: number;
  /** A demonstration office: its data is invented. */
  readonly demo: boolean;
  /** A rehearsal on a copy of the office: nothing that is done here counts. */
  readonly rehearsal: boolean;
  /** Login name or post as which this window enters a demonstration by itself; null where somebody chooses. */
  readonly enterAs: string | null;
};

/** Tag of the message that brings the page its port. */
export const portMessage = 'zhiye:port';

/** `window.zhiye`: the whole of what a page can reach outside itself. */
export type Bridge = {
  readonly info: BridgeInfo;
  /**
   * Asks for the port to this office. It arrives as a `message` event of the window itself, `data === portMessage`,
   * `ports[0]` the port. Asking again closes the one before.
   */
  readonly connect: () => void;
};

declare global {
  interface Window {
    readonly zhiye: Bridge;
  }
}
