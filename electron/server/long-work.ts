import { openDatabase } from '#db/connection.ts';
import { officeApi } from '#shared/api/index.ts';
import { controlChecksHandlers } from './control-checks/procedures.ts';
import { noReading } from './imports/list-reader.ts';
import { importsHandlers } from './imports/procedures.ts';
import { longWork } from './kernel/carry-out.ts';
import type { SecondThreadStart } from './kernel/second-thread.ts';
import { pricesHandlers } from './prices/procedures.ts';
import { priceActs } from './prices/take-effect.ts';

/** What the office does by itself and for long, on whichever thread. */
export const officeActs = { ...priceActs };

/** Pages kept in memory while a long act writes, KiB: what does not fit would be encrypted more than once. */
const CACHE_KIB = 65_536;

/** The brain of the second thread: the office's file, and the handlers that have something to do for long. */
export function longWorkOf({ file, fileKey, identityHash, nativeBinding }: SecondThreadStart) {
  const database = openDatabase({ file, key: fileKey, nativeBinding });
  database.client.pragma(`cache_size = -${CACHE_KIB}`);
  // Files are read on their own thread before, and nobody is told to stop from here.
  const handlers = {
    imports: importsHandlers({ database, lists: noReading, identityHash, stop: () => undefined }),
    prices: pricesHandlers,
    controlChecks: controlChecksHandlers(database),
  };
  return longWork({ api: officeApi, handlers, officeActs, database });
}
