import type { App, Session, WebContents } from 'electron';
import type { Origins } from './origin.ts';

/** The settings of every page: sandboxed, isolated, without Node, without anything that is off by default. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
} as const;

/** No permission is ever given, and no request leaves the program. */
export function guardSession(session: Session, origins: Origins, development: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, origins, development) });
  });
}

/** Our own addresses, and what a page makes itself (`blob:`, `data:`); the dev server's socket in development. */
export function isAllowedRequest(address: string, origins: Origins, development: boolean): boolean {
  if (origins.isOwn(address) || address.startsWith('data:')) return true;
  if (address.startsWith('blob:')) return origins.isOwn(address.slice('blob:'.length));
  if (!development) return false;
  return address.startsWith('devtools:') || origins.isOwn(address.replace(/^ws/, 'http'));
}

/** Every page that is ever made stays where it is and opens nothing. */
export function guardContents(app: Pick<App, 'on'>, origins: Origins): void {
  app.on('web-contents-created', (_event, contents) => guardOne(contents, origins));
}

function guardOne(contents: WebContents, origins: Origins): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (!origins.isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!origins.isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!origins.isOwn(event.url)) event.preventDefault();
  });
}
