import { BrowserWindow, screen, type WebContents } from 'electron';
import type { PcSettingsFile } from '#electron/device/pc-settings.ts';
import { infoArgument } from '#electron/preload/info.ts';
import type { BridgeInfo } from '#shared/api/bridge.ts';
import { pagePreferences } from './guards.ts';
import type { Origins } from './origin.ts';
import { placeWindow, smallestWindow } from './window-place.ts';

export type WindowOptions = {
  /** Path of the screen, as in the page's address behind `#`. */
  readonly route?: string;
  /** Shows the rehearsal, not the office. */
  readonly rehearsal?: true;
};

export type WindowPorts = {
  readonly settings: PcSettingsFile;
  readonly origins: Origins;
  readonly preload: string;
  readonly title: string;
  readonly developerTools: boolean;
  /** Size of the page that the command line asked for; such windows leave no memory. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly info: (windowId: number, options: WindowOptions) => BridgeInfo;
  /** Told of each window before its page asks for the office. */
  readonly onMade: (windowId: number, options: WindowOptions) => void;
  readonly onClosed: (windowId: number) => void;
};

export type Windows = {
  readonly openWindow: (options?: WindowOptions) => BrowserWindow;
  /** Brings the last window to the front, or opens one. */
  readonly focus: () => void;
  readonly find: (windowId: number) => BrowserWindow | undefined;
  /** Resolves once a window shows its page; after ten seconds whether it does or not. */
  readonly seen: () => Promise<void>;
  /** Number of the window that a page is in; undefined for a page that is none of ours. */
  readonly numberOf: (contents: WebContents) => number | undefined;
};

/** A page that is not there by then is not waited for any longer. */
const SEEN_WITHIN_MS = 10_000;

/** The one place that makes windows. Several may show the same office; each has its own number. */
export function windowMaker(ports: WindowPorts): Windows {
  const open = new Map<number, BrowserWindow>();
  let made = 0;
  let tellSeen: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    tellSeen = resolve;
  });

  const openWindow = (options: WindowOptions = {}): BrowserWindow => {
    const windowId = ++made;
    const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
    const { maximized, ...bounds } = placeWindow(ports.settings.get().window, screens, open.size);
    const window = new BrowserWindow({
      ...(ports.size === undefined ? bounds : { ...ports.size, useContentSize: true }),
      minWidth: Math.min(smallestWindow.width, ports.size?.width ?? smallestWindow.width),
      minHeight: Math.min(smallestWindow.height, ports.size?.height ?? smallestWindow.height),
      show: false,
      title: ports.title,
      autoHideMenuBar: true,
      webPreferences: {
        ...pagePreferences,
        preload: ports.preload,
        devTools: ports.developerTools,
        additionalArguments: [infoArgument(ports.info(windowId, options))],
      },
    });
    open.set(windowId, window);
    ports.onMade(windowId, options);
    if (maximized && ports.size === undefined) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => {
      if (ports.size === undefined) rememberPlace(window, ports.settings);
    });
    window.on('closed', () => {
      open.delete(windowId);
      ports.onClosed(windowId);
    });
    window.webContents.once('did-finish-load', tellSeen);
    let restarts = 0;
    window.webContents.on('render-process-gone', (_event, details) => {
      // The page is only a view: the office runs on, and a new page asks it again. One that keeps failing is left.
      if (details.reason !== 'clean-exit' && !window.isDestroyed() && ++restarts <= 3) window.webContents.reload();
    });
    void window.loadURL(pageAddress(ports.origins.page, options.route));
    return window;
  };

  return {
    openWindow,
    focus: () => {
      const last = [...open.values()].at(-1);
      if (last === undefined) return void openWindow();
      if (last.isMinimized()) last.restore();
      last.focus();
    },
    find: (windowId) => open.get(windowId),
    seen: () => Promise.race([seen, new Promise<void>((resolve) => setTimeout(resolve, SEEN_WITHIN_MS).unref())]),
    numberOf: (contents) => [...open].find(([, window]) => window.webContents === contents)?.[0],
  };
}

/** The page with a route behind `#`. */
export function pageAddress(page: string, route: string | undefined): string {
  const url = new URL(page);
  if (route !== undefined) url.hash = route.startsWith('/') ? route : `/${route}`;
  return url.href;
}

function rememberPlace(window: BrowserWindow, settings: PcSettingsFile): void {
  settings.update({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
}
