import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { PrintPort } from '#electron/device/print-port.ts';
import { sumatra, windowsPrintPort } from '#electron/device/print-windows.ts';

/** The printers of a Windows PC; `packaged` where the program lies in its package, and what prints for it beside it. */
export function windowsPrinters(packaged: boolean): PrintPort {
  const beside = packaged ? process.resourcesPath : path.join(app.getAppPath(), 'node_modules/pdf-to-printer/dist');
  return windowsPrintPort({ names: namesOfPrinters, program: path.join(beside, sumatra) });
}

/** Chromium lists the printers to any page, also to one that nobody sees. */
async function namesOfPrinters() {
  const window = new BrowserWindow({ show: false, webPreferences: { partition: 'printing', sandbox: true } });
  try {
    return await window.webContents.getPrintersAsync();
  } finally {
    window.destroy();
  }
}
