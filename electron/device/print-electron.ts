import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserWindow, WebContentsPrintOptions } from 'electron';
import { DomainError } from '#shared/kernel/errors.ts';
import type { PrintOrder, PrintPort } from './print-port.ts';

/** Chromium's reader needs a moment after loading before it can print; there is no event for it. */
const SETTLE_MS = 3_000;
const PATIENCE_MS = 60_000;
/** How the folders begin in which a paper lies while it is printed. */
const FOLDERS = 'zhiye-print-';

/** A paper that lies so long is no longer being printed, by whatever program. */
const LEFT_MS = 600_000;

/** Takes away what a program that was killed in the middle of printing left in a folder. */
export function removeLeftPapers(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(FOLDERS)) continue;
    const left = path.join(folder, name);
    const since = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - since > LEFT_MS) rmSync(left, { recursive: true, force: true });
  }
}

/**
 * Printers through Electron, for Windows, which has no `lp`: the PDF is opened in a window off the screen and printed
 * from there without a dialog. Not exercised by the tests: they run where CUPS is. `BrowserWindow` is Electron's.
 */
export function electronPrintPort(electron: {
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => BrowserWindow;
}): PrintPort {
  let jobs = 0;
  removeLeftPapers(tmpdir(), Date.now());

  // Its own session: the office's pages never see these files, and its reader is the only plugin.
  const openWindow = () =>
    new electron.BrowserWindow({
      width: 200,
      height: 200,
      x: -10_000,
      y: -10_000,
      show: false,
      focusable: false,
      skipTaskbar: true,
      webPreferences: { partition: 'printing', plugins: true, sandbox: true },
    });

  async function withWindow<T>(work: (window: BrowserWindow) => Promise<T>): Promise<T> {
    const window = openWindow();
    try {
      return await work(window);
    } finally {
      window.destroy();
    }
  }

  const printers: PrintPort['printers'] = () =>
    withWindow(async (window) => {
      const found = await window.webContents.getPrintersAsync();
      return found.map((printer) => ({
        name: printer.name,
        title: printer.displayName,
        isDefault: 'isDefault' in printer && printer.isDefault === true,
        state: 'ready' as const,
        // Chromium neither tells the trays of a printer nor lets one be chosen.
        trays: [],
      }));
    });

  return {
    printers,
    // Chromium tells nothing of a job once the system has it.
    withdraw: async () => false,
    print: async (order) => {
      const { printer } = order;
      if (!(await printers()).some((one) => one.name === printer))
        throw new DomainError('PRINTER_NOT_FOUND', { printer });
      const folder = await mkdtemp(path.join(tmpdir(), FOLDERS));
      try {
        const file = path.join(folder, 'paper.pdf');
        await writeFile(file, order.bytes, { mode: 0o600 });
        await withWindow(async (window) => {
          await window.loadURL(pathToFileURL(file).href);
          // A window that was never shown prints nothing.
          window.showInactive();
          await wait(SETTLE_MS);
          await printFrom(window, order);
        });
        jobs += 1;
        return { jobId: `${printer}-${jobs}` };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function printFrom(window: BrowserWindow, order: PrintOrder): Promise<void> {
  const options: WebContentsPrintOptions = {
    silent: true,
    deviceName: order.printer,
    copies: order.copies,
    pageSize: sizeOf(order.media),
    duplexMode: order.duplex ? 'longEdge' : 'simplex',
    margins: { marginType: 'none' },
  };
  return new Promise((resolve, reject) => {
    const failed = () => reject(new DomainError('PRINT_FAILED', { printer: order.printer }));
    const timer = setTimeout(failed, PATIENCE_MS);
    window.webContents.print(options, (ok) => {
      clearTimeout(timer);
      if (ok) resolve();
      else failed();
    });
  });
}

/** A sheet as Electron names it: a common name, or its micrometres. */
function sizeOf(media: string): NonNullable<WebContentsPrintOptions['pageSize']> {
  const [, width, height] = /^Custom\.([\d.]+)x([\d.]+)mm$/.exec(media) ?? [];
  if (width !== undefined && height !== undefined)
    return { width: Math.round(Number(width) * 1000), height: Math.round(Number(height) * 1000) };
  return media === 'A5' || media === 'A3' ? media : 'A4';
}
