import { and, asc, desc, eq, gt, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '../access.ts';
import { events } from '../schema/events.ts';
import { accounts } from '../schema/office.ts';
import { rightsRequests } from '../schema/rights.ts';

/** A request for a dangerous right as stored. */
export type RightsRequestRow = typeof rightsRequests.$inferSelect;

/** One request. */
export function rightsRequestById(db: ReadDb, id: number): RightsRequestRow | undefined {
  return db.select().from(rightsRequests).where(eq(rightsRequests.id, id)).get();
}

/** Everything that nobody has decided yet, the oldest first, with its people. */
export function pendingRightsRequests(db: ReadDb) {
  const person = alias(accounts, 'person');
  const asker = alias(accounts, 'asker');
  return db
    .select({ row: rightsRequests, person: person.name, personPost: person.post, asker: asker.name })
    .from(rightsRequests)
    .innerJoin(asker, eq(asker.id, rightsRequests.askedBy))
    .leftJoin(person, eq(person.id, rightsRequests.accountId))
    .where(eq(rightsRequests.state, 'pending'))
    .orderBy(asc(rightsRequests.id))
    .all();
}

/** The newest request about a person of a kind. */
export function newestRequestAbout(
  db: ReadDb,
  accountId: number,
  kind: RightsRequestRow['kind'],
): RightsRequestRow | undefined {
  return db
    .select()
    .from(rightsRequests)
    .where(and(eq(rightsRequests.accountId, accountId), eq(rightsRequests.kind, kind)))
    .orderBy(desc(rightsRequests.id))
    .limit(1)
    .get();
}

/** True once somebody was given dangerous rights here without a second person, as the first colleague of an office is. */
export function hasAppointedAlone(db: ReadDb): boolean {
  const alone = db.select().from(rightsRequests).where(eq(rightsRequests.state, 'confirmed')).all();
  return alone.some(({ decidedBy }) => decidedBy === null);
}

/** Who has reset the password of an account after an instant (UTC ms), themselves left out. */
export function resettersOf(db: ReadDb, accountId: number, since: number): number[] {
  return db
    .selectDistinct({ by: events.actorId })
    .from(events)
    .where(
      and(
        eq(events.kind, 'passwordReset'),
        eq(events.noun, 'accounts'),
        eq(events.subjectId, accountId),
        gt(events.happenedAt, since),
        ne(events.actorId, accountId),
      ),
    )
    .all()
    .flatMap(({ by }) => (by === null ? [] : [by]));
}
