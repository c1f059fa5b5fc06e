import { parseArgs } from 'node:util';
import { UsageError } from '../host/arguments.ts';

const usage = `npm run restore -- --from DIR --data DIR [--snapshot STAMP] [--replace]

Restores the office of a data folder from its backups, without a window.
  --from DIR        the place of the backups, or the office's folder there
  --data DIR        data folder of the program, the one that is given to npm start -- --data
  --snapshot STAMP  one of them, as its file is called; the newest without it
  --replace         puts it in the place of an office that is there already, which is kept beside it; without it the backup
                    is only made ready and what would be lost is told
The key comes from ZHIYE_RECOVERY_CODE or ZHIYE_PASSPHRASE. On stdout there is one JSON object a line: {"found":…} and
{"restored":true,…}. Ends with 0, 1 for a fault, 2 for a wrong command line, 3 when another process has the office, 4 when
nothing could be restored.`;

/** What a command line of a restoring asks for. */
export type RestoreArguments = {
  readonly from: string;
  readonly data: string;
  readonly snapshot: string | undefined;
  readonly replace: boolean;
};

/** Reads the command line. Throws a UsageError. */
export function parseRestoreArguments(args: readonly string[]): RestoreArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        data: { type: 'string' },
        snapshot: { type: 'string' },
        replace: { type: 'boolean', default: false },
      },
    });
    const { from, data, snapshot, replace } = values;
    if (from !== undefined && data !== undefined) return { from, data, snapshot, replace };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  throw new UsageError(usage);
}
