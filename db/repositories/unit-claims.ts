import { and, count, eq, isNull, notInArray, or } from 'drizzle-orm';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { customers } from '../schema/customers.ts';
import { buildings, unitHolds, unitLocks, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { labelOfUnit } from './units.ts';

const liveLocks = prepared((db) =>
  db
    .select({
      unitId: unitLocks.unitId,
      accountId: unitLocks.accountId,
      terminal: unitLocks.terminal,
      by: accounts.name,
    })
    .from(unitLocks)
    .innerJoin(accounts, eq(accounts.id, unitLocks.accountId))
    .where(
      and(
        isNull(unitLocks.endedAt),
        or(eq(unitLocks.accountId, given('accountId')), eq(unitLocks.terminal, given('terminal'))),
      ),
    )
    .prepare(),
);

/** The units that a person has locked, and the lock of a terminal with whose it is: by their labels. */
export function locksHeld(db: ReadDb, accountId: number, terminal: string) {
  const locks = liveLocks(db).all({ accountId, terminal });
  const here = locks.find((lock) => lock.terminal === terminal);
  return {
    person: locks.filter((lock) => lock.accountId === accountId).map(({ unitId }) => labelOfUnit(db, unitId)),
    terminal: here === undefined ? null : { unit: labelOfUnit(db, here.unitId), by: here.by },
  };
}

const holdsOfPerson = prepared((db) =>
  db
    .select({ n: count() })
    .from(unitHolds)
    .where(
      and(
        isNull(unitHolds.endedAt),
        eq(unitHolds.heldBy, given('accountId')),
        notInArray(unitHolds.purpose, ['approval', 'launchPick']),
      ),
    )
    .prepare(),
);

/** How many units a person holds now, those parked for an approval or picked at a launch not counted. */
export function holdCount(db: ReadDb, accountId: number): number {
  return holdsOfPerson(db).get({ accountId })?.n ?? 0;
}

/** Every live lock and hold with its unit, its person and its customer. */
export function claimsNow(db: ReadDb) {
  const place = {
    unitId: units.id,
    building: buildings.name,
    entrance: units.entrance,
    floorName: units.floorName,
    roomNo: units.roomNo,
  };
  const locks = db
    .select({ ...place, lock: unitLocks, by: accounts.name })
    .from(unitLocks)
    .innerJoin(units, eq(units.id, unitLocks.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .innerJoin(accounts, eq(accounts.id, unitLocks.accountId))
    .where(isNull(unitLocks.endedAt))
    .all()
    .map(({ lock, by, unitId, ...at }) => ({
      id: lock.id,
      kind: 'lock' as const,
      unitId,
      unit: unitLabel(at),
      purpose: null,
      reason: '',
      accountId: lock.accountId,
      by,
      customer: null,
      since: lock.lockedAt,
      until: lock.expiresAt,
    }));
  const holds = db
    .select({
      ...place,
      hold: unitHolds,
      by: accounts.name,
      customer: { name: customers.name, ownerId: customers.ownerId },
    })
    .from(unitHolds)
    .innerJoin(units, eq(units.id, unitHolds.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .innerJoin(accounts, eq(accounts.id, unitHolds.heldBy))
    .leftJoin(customers, eq(customers.id, unitHolds.customerId))
    .where(isNull(unitHolds.endedAt))
    .all()
    .map(({ hold, by, customer, unitId, ...at }) => ({
      id: hold.id,
      kind: 'hold' as const,
      unitId,
      unit: unitLabel(at),
      purpose: hold.purpose,
      reason: hold.reason,
      accountId: hold.heldBy,
      by,
      customer,
      since: hold.heldAt,
      until: hold.expiresAt,
    }));
  return [...locks, ...holds];
}
