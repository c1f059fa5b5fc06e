import { and, asc, eq, inArray } from 'drizzle-orm';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { ReadDb } from '../access.ts';
import { readAsOf } from '../as-of.ts';
import { unitBookings } from '../schema/claims.ts';
import { subscriptions } from '../schema/deals.ts';
import { events } from '../schema/events.ts';
import { buildings, permits, phases, unitHolds, unitLocks, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

const live: readonly string[] = liveSubscriptionStates;

/** Units, buildings, claims and deals as they stood at an instant; people by the names they have now. */
export function boardAsOf(db: ReadDb, at: number) {
  const past = readAsOf(db, at, [units, buildings, phases, permits, unitLocks, unitHolds, unitBookings, subscriptions]);
  const people = new Map(
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const by = (accountId: number) => people.get(accountId) ?? '';
  const holds = past.rows(unitHolds).map((row) => ({ ...row, accountId: row.heldBy }));
  const claims = [...holds, ...past.rows(unitLocks)]
    .filter(({ endedAt }) => endedAt === null)
    .map(({ unitId, accountId, expiresAt }) => ({ unitId, accountId, by: by(accountId), until: expiresAt }));
  const bookings = past
    .rows(unitBookings)
    .filter(({ state }) => state === 'open')
    .map(({ unitId, consultantId, expiresAt }) => ({
      unitId,
      accountId: consultantId,
      by: by(consultantId),
      until: expiresAt,
    }));
  const deals = past
    .rows(subscriptions)
    .filter(({ state }) => live.includes(state))
    .map(({ id, unitId, consultantId, signBy, state }) => ({
      subscriptionId: id,
      unitId,
      accountId: consultantId,
      by: by(consultantId),
      signBy,
      state,
    }));
  const numbers = new Map(past.rows(permits).map(({ id, number }) => [id, number]));
  const phaseNames = new Map(past.rows(phases).map(({ id, name }) => [id, name]));
  const standing = past
    .rows(buildings)
    .toSorted((a, b) => a.sortOrder - b.sortOrder || a.id - b.id)
    .map(({ id, name, phaseId, permitId }) => ({
      id,
      name,
      phase: phaseId === null ? null : (phaseNames.get(phaseId) ?? null),
      permitNumber: permitId === null ? null : (numbers.get(permitId) ?? null),
    }));
  return { units: past.rows(units), buildings: standing, claims: [...claims, ...bookings], deals };
}

/** When the office's log begins (UTC ms), and every release since: the marks of the board's time bar. */
export function boardMoments(db: ReadDb) {
  const first = db.select({ at: events.happenedAt }).from(events).orderBy(asc(events.seq)).limit(1).get();
  const releases = db
    .select({ at: events.happenedAt, data: events.data })
    .from(events)
    .where(and(inArray(events.noun, ['units', 'releases']), eq(events.kind, 'released')))
    .orderBy(asc(events.seq))
    .all()
    .map(({ at, data }) => {
      const count: unknown = Reflect.get(Object(JSON.parse(data)), 'units');
      return { at, units: typeof count === 'number' ? count : 1 };
    });
  return { from: first?.at ?? null, releases };
}
