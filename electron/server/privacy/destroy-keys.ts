import type Database from 'better-sqlite3';
import { destroyPersonKey } from '#db/repositories/person-keys.ts';
import { orphanedKeys } from '#db/repositories/retention.ts';
import type { Corridor } from '../kernel/corridor.ts';

/**
 * Destroys the keys that no record uses any more, in a commit of its own after the one that let go of them. Asked at each
 * opening too: should the program have been killed between the two, nothing is forgotten. Answers how many.
 */
export async function destroyOrphanedKeys(corridor: Pick<Corridor, 'act'>, client: Database.Database): Promise<number> {
  if (orphanedKeys(client).length === 0) return 0;
  return corridor.act({
    procedure: 'office.destroyKeys',
    run: ({ tx, now }) => {
      const ids = orphanedKeys(tx.client);
      for (const id of ids) destroyPersonKey(tx.client, id, now);
      return ids.length;
    },
  });
}
