import type { OpenDatabase } from '#db/connection.ts';

/** For how long a reveal is good, in ms: long enough to dial, too short to copy a list. */
const REVEAL_MS = 5 * 60_000;

/** Reveals are events: who may see a customer's data in full is read from the log, never kept beside it. */
export function revealsOf(database: OpenDatabase) {
  let statement: ReturnType<typeof prepare> | undefined;
  const prepare = () =>
    database.client
      .prepare<[number, number, number], number>(
        `select 1 from events where noun = 'customers' and subject_id = ? and kind = 'revealed' and actor_id = ?
           and happened_at >= ? limit 1`,
      )
      .pluck();
  return {
    until: (now: number): number => now + REVEAL_MS,
    isOpen: (actorId: number, customerId: number, now: number): boolean => {
      statement ??= prepare();
      return statement.get(customerId, actorId, now - REVEAL_MS) !== undefined;
    },
  };
}
