import { execFile } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PrintOptions } from 'pdf-to-printer';
import { trayName } from '#shared/domain/documents/trays.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Printer, PrintOrder, PrintPort } from './print-port.ts';

/** File name of the program that pdf-to-printer brings along and prints by. */
export const sumatra = 'SumatraPDF-3.4.6-32.exe';

/** How long a paper may take to its queue, in milliseconds; its pages are drawn on the way there. */
const PATIENCE_MS = 120_000;
/** How long Windows may take to tell of its printers. */
const QUESTION_MS = 20_000;
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

/** A printer by the names of Windows: the one that it is ordered by, and the one that people gave it. */
type Named = { readonly name: string; readonly displayName: string };

/**
 * Printers on Windows, by pdf-to-printer: it hands the PDF to SumatraPDF, which draws and spools it without a dialog.
 * `names` lists the printers (Chromium does, with Chinese names whole, which the library's own list breaks over lines);
 * `program` is SumatraPDF's file. What the tests can't try here is Windows itself: they run the library with a program
 * that writes down what it is told.
 */
export function windowsPrintPort(options: {
  readonly names: () => Promise<readonly Named[]>;
  readonly program: string;
  /** What Windows says of its printers, as JSON; asked of PowerShell unless somebody else answers. */
  readonly tell?: () => Promise<string>;
}): PrintPort {
  const { names, program, tell = tellOfPrinters } = options;
  let jobs = 0;
  removeLeftPapers(tmpdir(), Date.now());

  async function printers(): Promise<Printer[]> {
    const [named, said] = await Promise.all([names(), tell().catch(() => '')]);
    const told = readPrinters(said);
    return named.map(({ name, displayName }) => ({
      ...{ name, title: displayName, isDefault: false, state: 'ready' as const, trays: [] },
      ...told.get(name),
    }));
  }

  return {
    printers,
    // The library tells nothing of a job once Windows has it.
    withdraw: async () => false,
    unfinished: async () => new Map(),
    print: async (order) => {
      const { printer } = order;
      const found = (await printers()).find((one) => one.name === printer);
      if (found === undefined) throw new DomainError('PRINTER_NOT_FOUND', { printer });
      if (found.state === 'stopped') throw new DomainError('PRINTER_STOPPED', { printer: found.title });
      const folder = await mkdtemp(path.join(tmpdir(), FOLDERS));
      try {
        const file = path.join(folder, 'paper.pdf');
        await writeFile(file, order.bytes, { mode: 0o600 });
        // Only Windows loads it.
        const { print } = await import('pdf-to-printer');
        const handed = print(file, { ...optionsOf(order), sumatraPdfPath: program }).then(
          () => 'taken',
          (error: unknown) => (Reflect.get(Object(error), 'code') === 'ENOENT' ? 'nothing' : 'unknown'),
        );
        const late = new AbortController();
        const end = await Promise.race([handed, wait(PATIENCE_MS, 'unknown', { signal: late.signal })]);
        late.abort();
        if (end === 'nothing') throw new DomainError('PRINT_FAILED', { printer: found.title });
        // It says that it failed, but not after how many pages: somebody looks at the printer.
        if (end === 'unknown') throw new DomainError('PRINT_OUTCOME_UNKNOWN', { printer: found.title });
        jobs += 1;
        // A queue's name of a job has no spaces, as everywhere.
        return { jobId: `${printer.replaceAll(/\s+/g, '_')}-${jobs}` };
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

/** An order in the words of pdf-to-printer. A form of its own size has no name there: its printer's paper is used as it is set. */
export function optionsOf(order: PrintOrder): PrintOptions {
  return {
    printer: order.printer,
    copies: order.copies,
    side: order.duplex ? 'duplexlong' : 'simplex',
    // As everywhere: a page is printed in its own size.
    scale: 'noscale',
    ...(/^A\d$/.test(order.media) ? { paperSize: order.media } : {}),
    ...(order.tray === '' ? {} : { bin: order.tray }),
  };
}

/** Names, trays and states of all printers; a fixed text, into which nothing is put. */
const question = `[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
Add-Type -AssemblyName System.Drawing
$states = @{}
Get-CimInstance Win32_Printer | ForEach-Object { $states[$_.Name] = @{ off = $_.WorkOffline; state = [int]$_.PrinterState } }
ConvertTo-Json -Compress -Depth 3 @([System.Drawing.Printing.PrinterSettings]::InstalledPrinters | ForEach-Object {
  $one = New-Object System.Drawing.Printing.PrinterSettings
  $one.PrinterName = $_
  @{ name = $_; isDefault = $one.IsDefaultPrinter; off = [bool]$states[$_].off; state = [int]$states[$_].state
     trays = @($one.PaperSources | ForEach-Object { $_.SourceName }) }
})`;

function tellOfPrinters(): Promise<string> {
  const args = ['-NoProfile', '-NonInteractive', '-Command', question];
  return new Promise((resolve, reject) => {
    execFile('powershell.exe', args, { timeout: QUESTION_MS, windowsHide: true }, (error, out) =>
      error === null ? resolve(out) : reject(error),
    );
  });
}

/** Bits of a Win32 printer's state: paused; printing. */
const PAUSED = 0x1;
const PRINTING = 0x400;

/** What Windows says of its printers by their names; nothing where it does not say it in the form that was asked for. */
export function readPrinters(said: string): ReadonlyMap<string, Pick<Printer, 'isDefault' | 'state' | 'trays'>> {
  let told: unknown;
  try {
    told = JSON.parse(said);
  } catch {
    return new Map();
  }
  return new Map(
    [told].flat().flatMap((one): [string, Pick<Printer, 'isDefault' | 'state' | 'trays'>][] => {
      const of = (key: string): unknown => Reflect.get(Object(one), key);
      const name = of('name');
      if (typeof name !== 'string') return [];
      const trays = [of('trays')]
        .flat()
        .filter((tray): tray is string => typeof tray === 'string' && tray !== '' && trayName.test(tray));
      return [[name, { isDefault: of('isDefault') === true, state: stateOf(of('off'), Number(of('state'))), trays }]];
    }),
  );
}

function stateOf(off: unknown, bits: number): Printer['state'] {
  if (off === true || (bits & PAUSED) !== 0) return 'stopped';
  return (bits & PRINTING) === 0 ? 'ready' : 'busy';
}
