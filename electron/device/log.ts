import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import electronLog from 'electron-log/node';
import { maskLine } from '#shared/kernel/mask-line.ts';

/** Writes a line of the log: what happened, never names, numbers or anything of a customer. */
export type Log = (level: 'info' | 'warn' | 'error', line: string) => void;

/** A log file has this many bytes at most, and this many older ones are kept. */
const LARGEST = 5 * 1024 * 1024;
const OLDER = 5;

/** Which log: of the program with its windows, or of a host without any. */
export type LogName = 'program' | 'host';

/**
 * The log file of this PC in `logs` of a folder (5 MB, five older ones kept); what is said as a warning or worse goes to
 * the console too. Every line is masked on its way to either: see `maskLine`.
 */
export function openLog(
  folder: string,
  options: { readonly name?: LogName; readonly largest?: number; readonly quiet?: boolean } = {},
): Log {
  const { name = 'program', largest = LARGEST, quiet = false } = options;
  const file = path.join(folder, 'logs', `${name}.log`);
  const log = electronLog.create({ logId: file });
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = largest;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.archiveLogFn = () => putAside(file);
  log.transports.console.level = quiet ? false : 'warn';
  log.hooks.push((message) => ({ ...message, data: message.data.map(masked) }));
  return (level, line) => log[level](line);
}

function masked(part: unknown): string {
  return maskLine(part instanceof Error ? (part.stack ?? part.message) : String(part));
}

/** `program.log` becomes `program.1.log`, that one `program.2.log`, and the oldest goes. */
function putAside(file: string): void {
  const { dir, name, ext } = path.parse(file);
  const older = (number: number) => path.join(dir, number === 0 ? `${name}${ext}` : `${name}.${number}${ext}`);
  rmSync(older(OLDER), { force: true });
  for (let number = OLDER - 1; number >= 0; number -= 1) renameIfThere(older(number), older(number + 1));
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Not there yet, or held open by somebody who reads it: the next turn tries again.
  }
}
