import path from 'node:path';
import log from 'electron-log/node';

/** Writes a line of the log: what happened, never names, numbers or anything of a customer. */
export type Log = (level: 'info' | 'warn' | 'error', line: string) => void;

/** The log file of this PC (5 MB, then one older); errors go to the console too. */
export function openLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => path.join(folder, 'logs', 'program.log');
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.console.level = 'warn';
  return (level, line) => log[level](line);
}
