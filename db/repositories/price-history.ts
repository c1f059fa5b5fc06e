import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { amountSchema } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { eventChanges, events } from '../schema/events.ts';
import { accounts } from '../schema/office.ts';

/** What a change of a unit's row says about its prices; what it leaves out stayed. */
const pricesSchema = z.object({
  filedPrice: amountSchema.nullable().optional(),
  listPrice: amountSchema.nullable().optional(),
  floorPrice: amountSchema.nullable().optional(),
});

/** Every change of a unit's row by the log, oldest first, with what it says about prices. */
export function priceChangesOf(db: ReadDb, unitId: number) {
  return db
    .select({
      seq: events.seq,
      at: events.happenedAt,
      day: events.businessDate,
      kind: events.kind,
      by: accounts.name,
      after: eventChanges.after,
    })
    .from(eventChanges)
    .innerJoin(events, eq(events.seq, eventChanges.seq))
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .where(and(eq(eventChanges.tableName, 'units'), eq(eventChanges.rowId, unitId)))
    .orderBy(asc(eventChanges.seq), asc(eventChanges.position))
    .all()
    .map(({ after, ...of }) => {
      const { filedPrice, listPrice, floorPrice } = pricesSchema.parse(JSON.parse(after ?? '{}'));
      return { of, filed: filedPrice, list: listPrice, floor: floorPrice };
    });
}
