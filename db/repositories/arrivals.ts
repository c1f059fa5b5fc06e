import { and, asc, count, eq, gt, gte, lt, lte, max } from 'drizzle-orm';
import type { Language } from '#shared/domain/accounts/posts.ts';
import type { ReadDb } from '../access.ts';
import { arrivals } from '../schema/arrivals.ts';
import { events } from '../schema/events.ts';
import { buildings, permits } from '../schema/inventory.ts';
import { noticeTexts } from '../schema/privacy.ts';

/** A guest who entered themselves, as stored. */
export type ArrivalRow = typeof arrivals.$inferSelect;

/** Guests who wait for the desk, the longest first; those who came before an instant, where it is given. */
export function waitingArrivals(db: ReadDb, before?: number): ArrivalRow[] {
  const waiting = eq(arrivals.state, 'waiting');
  return db
    .select()
    .from(arrivals)
    .where(before === undefined ? waiting : and(waiting, lt(arrivals.arrivedAt, before)))
    .orderBy(asc(arrivals.arrivedAt), asc(arrivals.id))
    .all();
}

/** One guest who entered themselves. */
export function arrivalById(db: ReadDb, id: number): ArrivalRow | undefined {
  return db.select().from(arrivals).where(eq(arrivals.id, id)).get();
}

/** True when a person opened what a guest typed since an instant: the log says it, nothing is kept beside it. */
export function openedArrival(db: ReadDb, id: number, actorId: number, since: number): boolean {
  const { noun, subjectId, kind, happenedAt } = events;
  const opened = and(eq(noun, 'arrivals'), eq(subjectId, id), eq(kind, 'arrivalOpened'));
  const by = and(opened, eq(events.actorId, actorId), gte(happenedAt, since));
  return db.select({ seq: events.seq }).from(events).where(by).limit(1).get() !== undefined;
}

/** How many entered themselves at a place since an instant. */
export function arrivalsSince(db: ReadDb, place: string, since: number): number {
  const lately = and(eq(arrivals.place, place), gt(arrivals.arrivedAt, since));
  return db.select({ found: count() }).from(arrivals).where(lately).get()?.found ?? 0;
}

/** The edition of the notice that was in force in a language at an instant; 0 is the program's own. */
export function noticeEditionAt(db: ReadDb, language: Language, at: number): number {
  const then = and(eq(noticeTexts.language, language), lte(noticeTexts.writtenAt, at));
  return (
    db
      .select({ edition: max(noticeTexts.edition) })
      .from(noticeTexts)
      .where(then)
      .get()?.edition ?? 0
  );
}

/** Every building with its permit and since when its prices are published. */
export function buildingsAsPublished(db: ReadDb) {
  const { id, name, pricesPublishedOn } = buildings;
  return db
    .select({ id, name, publishedOn: pricesPublishedOn, permitNumber: permits.number })
    .from(buildings)
    .leftJoin(permits, eq(permits.id, buildings.permitId))
    .orderBy(asc(buildings.sortOrder), asc(buildings.id))
    .all();
}
