import { openDatabase } from '#db/connection.ts';
import { differingTables } from '#db/replay.ts';
import { checkLog } from '#db/repositories/log-check.ts';
import type { Secrets } from '#electron/main/host-mode.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { type LogHead, type LogVerdict, typedHash } from '#shared/domain/events/heads.ts';
import { withOfficeFolder } from '../office/headless-office.ts';

/** Heads as the command line names them; undefined where one is none. */
export function headsOf(texts: readonly string[]): LogHead[] | undefined {
  const heads = texts.flatMap((text) => {
    const [number = '', signs = ''] = text.split(':');
    const hash = typedHash(signs);
    return /^[1-9]\d*$/.test(number) && hash !== undefined ? [{ seq: Number(number), hash }] : [];
  });
  return heads.length === texts.length ? heads : undefined;
}

/** What a check found, and which tables hold something else than the log says. */
type Found = LogVerdict & { readonly tables: readonly string[] };

/** Checks the log of the office of a data folder and compares its tables with it. Throws what opening the folder throws. */
export function verifyFolder(data: string, secrets: Secrets, heads: readonly LogHead[]): Promise<Found> {
  return withOfficeFolder(data, secrets, ({ paths, rootKey }) => {
    const database = openDatabase({ file: paths.database, key: officeKeys(rootKey).file, readonly: true });
    try {
      const found = checkLog(database.client, heads);
      // A log that was changed says nothing about the tables.
      return { ...found, tables: found.verdict === 'whole' ? differingTables(database.client) : [] };
    } finally {
      database.close();
    }
  });
}
