import { and, desc, eq, inArray } from 'drizzle-orm';
import { isUnitCommercialState, type UnitCommercialState } from '#shared/domain/units/states.ts';
import type { ReadDb } from '../access.ts';
import { unitBookings } from '../schema/claims.ts';
import { subscriptions } from '../schema/deals.ts';
import { eventChanges, events } from '../schema/events.ts';
import { accounts } from '../schema/office.ts';
import { openData } from './sealed-words.ts';

const PAGE = 200;

/**
 * What happened to a unit, newest first, at most 200: events about it, and events about something else that changed it,
 * such as a release of a batch or the approval of a subscription; with `withDeals` also what its subscriptions went
 * through. `state` is where the event brought the unit, if anywhere.
 */
export function historyOfUnit(db: ReadDb, unitId: number, withDeals: boolean) {
  const states = new Map<number, UnitCommercialState | null>();
  const changes = db
    .select({ seq: eventChanges.seq, after: eventChanges.after })
    .from(eventChanges)
    .where(and(eq(eventChanges.tableName, 'units'), eq(eventChanges.rowId, unitId)))
    .orderBy(desc(eventChanges.seq), desc(eventChanges.position))
    .limit(PAGE)
    .all();
  // The newest change of an event comes first; an earlier one of the same event says nothing more.
  for (const { seq, after } of changes) states.set(seq, states.get(seq) ?? stateIn(after));
  const told = db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.noun, 'units'), eq(events.subjectId, unitId)))
    .orderBy(desc(events.seq))
    .limit(PAGE)
    .all();
  const dealt = withDeals
    ? db
        .select({ seq: events.seq })
        .from(events)
        .innerJoin(subscriptions, eq(subscriptions.id, events.subjectId))
        .where(and(eq(events.noun, 'subscriptions'), eq(subscriptions.unitId, unitId)))
        .orderBy(desc(events.seq))
        .limit(PAGE)
        .all()
    : [];
  const booked = db
    .select({ seq: events.seq })
    .from(events)
    .innerJoin(unitBookings, eq(unitBookings.id, events.subjectId))
    .where(and(eq(events.noun, 'bookings'), eq(unitBookings.unitId, unitId)))
    .orderBy(desc(events.seq))
    .limit(PAGE)
    .all();
  const known = [...states.keys(), ...[...told, ...booked].map(({ seq }) => seq), ...dealt.map(({ seq }) => seq)];
  const seqs = [...new Set(known)].toSorted((a, b) => b - a).slice(0, PAGE);
  return db
    .select({ seq: events.seq, at: events.happenedAt, kind: events.kind, actor: accounts.name, data: events.data })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .where(inArray(events.seq, seqs))
    .orderBy(desc(events.seq))
    .all()
    .map(({ data, ...line }) => ({ ...line, data: openData(db, data), state: states.get(line.seq) ?? null }));
}

function stateIn(after: string | null): UnitCommercialState | null {
  const row: unknown = JSON.parse(after ?? 'null');
  const state: unknown = Reflect.get(Object(row), 'commercialState');
  return isUnitCommercialState(state) ? state : null;
}
