import { getTableName } from 'drizzle-orm';
import { expect } from 'vitest';
import { currentTables, loggedTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import type { TestOffice } from './office.ts';

/** The log of the office replays to every table as it stands, in a chain that fits. */
export function expectReplayed(desk: TestOffice): void {
  const { client } = desk.office.database;
  const replayed = replay(client);
  const current = currentTables(client);
  for (const name of loggedTables.map((table) => getTableName(table)))
    expect(replayed.get(name), name).toEqual(current.get(name));
  verifyLog(client);
}
