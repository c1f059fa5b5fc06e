import { parseArgs } from 'node:util';
import { UsageError } from '../host/arguments.ts';

const usage = `npm run rotate-keys -- --data DIR --backups DIR --reason TEXT

Changes the keys of an office that is not open, without a window: a verified backup first, then the office is written beside
itself under a new key, checked, and put in its place; a kill at any point leaves the old office or the new one.
  --data DIR      data folder of the program, the one that is given to npm start -- --data
  --backups DIR   the place of the backups, with the office's folder in it
  --reason TEXT   why; it goes into the log
The present key is opened with ZHIYE_RECOVERY_CODE or ZHIYE_PASSPHRASE. An office that has a passphrase gets the one in
ZHIYE_NEW_PASSPHRASE. The new recovery code is printed on stderr and read back from stdin before anything is done. On stdout
there is one JSON object: {"changed":true,…}. Ends with 0, 1 for a fault, 2 for a wrong command line, 3 when another process
has the office, 4 when it can't be opened.`;

/** What a command line asks for. */
export type RotateArguments = { readonly data: string; readonly backups: string; readonly reason: string };

/** Reads the command line. Throws a UsageError. */
export function parseRotateArguments(args: readonly string[]): RotateArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, backups: { type: 'string' }, reason: { type: 'string' } },
    });
    const { data, backups, reason = '' } = values;
    if (data !== undefined && backups !== undefined && reason.trim() !== '')
      return { data, backups, reason: reason.trim() };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  throw new UsageError(usage);
}
