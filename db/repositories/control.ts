import type Database from 'better-sqlite3';
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { liveContractStates } from '#shared/domain/contracts/states.ts';
import type { UnitRecords } from '#shared/domain/control/compare.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { replayOf } from '../replay.ts';
import { unitBookings } from '../schema/claims.ts';
import { controlChecks, controlDifferences } from '../schema/control.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { unitHolds, unitLocks } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A control check as stored. */
export type ControlCheckRow = typeof controlChecks.$inferSelect;
/** A difference as stored. */
export type ControlDifferenceRow = typeof controlDifferences.$inferSelect;

function byUnit<T extends { readonly unitId: number }>(rows: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const grouped = new Map<number, T[]>();
  for (const row of rows) grouped.set(row.unitId, [...(grouped.get(row.unitId) ?? []), row]);
  return grouped;
}

/** Live deals and claims of every home, by its number. */
export function recordsOfUnits(db: ReadDb) {
  const live = db
    .select()
    .from(subscriptions)
    .where(inArray(subscriptions.state, [...liveSubscriptionStates]))
    .all();
  const drawn = db
    .select()
    .from(contracts)
    .where(inArray(contracts.state, [...liveContractStates]))
    .all();
  const locks = db.select().from(unitLocks).where(isNull(unitLocks.endedAt)).all();
  const holds = db.select().from(unitHolds).where(isNull(unitHolds.endedAt)).all();
  const booked = db.select().from(unitBookings).where(eq(unitBookings.state, 'open')).all();
  const [bySubscription, byContract, byLock, byHold] = [byUnit(live), byUnit(drawn), byUnit(locks), byUnit(holds)];
  const byBooking = byUnit(booked);
  return {
    subscriptions: live.length,
    contracts: drawn.length,
    claims: locks.length + holds.length + booked.length,
    dealsOf: (unitId: number) => ({
      subscriptionId: bySubscription.get(unitId)?.[0]?.id ?? null,
      contractId: byContract.get(unitId)?.[0]?.id ?? null,
    }),
    recordsOf: (unitId: number): UnitRecords => {
      const held = byHold.get(unitId) ?? [];
      return {
        locks: byLock.get(unitId) ?? [],
        holds: held.filter(({ purpose }) => purpose !== 'approval'),
        parked: held.filter(({ purpose }) => purpose === 'approval'),
        bookings: byBooking.get(unitId) ?? [],
        subscriptions: bySubscription.get(unitId) ?? [],
        contracts: byContract.get(unitId) ?? [],
      };
    },
  };
}

/** A column of a record that holds something else than the log tells of it. */
export type ToldOtherwise = {
  readonly unitId: number | null;
  readonly subscriptionId: number | null;
  readonly contractId: number | null;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
};

/** What the log seals of a person it can't be asked for; the states and figures of a deal it tells in clear. */
const compared = {
  units: null,
  unit_locks: ['unitId', 'accountId', 'expiresAt', 'endedAt'],
  unit_holds: ['unitId', 'purpose', 'expiresAt', 'endedAt'],
  unit_bookings: ['unitId', 'number', 'state', 'money', 'listPrice', 'expiresAt'],
  subscriptions: ['unitId', 'number', 'state', 'price', 'listPrice', 'signBy', 'consultantId'],
  contracts: ['unitId', 'number', 'state', 'price', 'subscriptionId'],
} as const satisfies Record<string, readonly string[] | null>;

/** Records of the board and of the deals that say something else than the event log: changed beside the office. */
export function toldOtherwise(client: Database.Database): ToldOtherwise[] {
  return replayOf(client, Object.keys(compared)).flatMap(({ table, rowId, told, stands }) => {
    const columns = table in compared ? compared[table as keyof typeof compared] : null;
    const row = { ...told, ...stands };
    const named = {
      unitId: table === 'units' ? rowId : numberOf(row['unitId']),
      subscriptionId: table === 'subscriptions' ? rowId : numberOf(row['subscriptionId']),
      contractId: table === 'contracts' ? rowId : null,
    };
    if (told === undefined || stands === undefined)
      return [
        { ...named, field: '', expected: told === undefined ? '' : table, found: stands === undefined ? '' : table },
      ];
    return (columns ?? Object.keys(row)).flatMap((field) => {
      const [expected, found] = [textOf(told[field]), textOf(stands[field])];
      return expected === found ? [] : [{ ...named, field, expected, found }];
    });
  });
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A check by its key. */
export function checkById(db: ReadDb, id: number): ControlCheckRow | undefined {
  return db.select().from(controlChecks).where(eq(controlChecks.id, id)).get();
}

/** The check of a day that counts; undefined before the first. */
export function checkOfDay(db: ReadDb, day: LocalDate): ControlCheckRow | undefined {
  return db
    .select()
    .from(controlChecks)
    .where(and(eq(controlChecks.day, day), ne(controlChecks.state, 'replaced')))
    .get();
}

/** The numbers of the checks that were signed, by their days. */
export function signedChecks(db: ReadDb): Map<LocalDate, string> {
  const rows = db
    .select({ day: controlChecks.day, number: controlChecks.number })
    .from(controlChecks)
    .where(eq(controlChecks.state, 'signed'))
    .all();
  return new Map(rows.map(({ day, number }) => [day, number]));
}

const runner = alias(accounts, 'runner');
const supervisor = alias(accounts, 'supervisor');
const manager = alias(accounts, 'manager');

function checksWithPeople(db: ReadDb) {
  return db
    .select({
      row: controlChecks,
      runBy: runner.name,
      supervisor: supervisor.name,
      manager: manager.name,
      differences: sql<number>`(select count(*) from control_differences d where d.check_id = ${controlChecks.id})`,
      open: sql<number>`(select count(*) from control_differences d where d.check_id = ${controlChecks.id} and d.explained_at is null)`,
    })
    .from(controlChecks)
    .innerJoin(runner, eq(runner.id, controlChecks.runBy))
    .leftJoin(supervisor, eq(supervisor.id, controlChecks.supervisorId))
    .leftJoin(manager, eq(manager.id, controlChecks.managerId));
}

/** A check with the names of its people and how many of its differences are open; the newest ones first. */
export type ListedCheck = ReturnType<typeof newestChecks>[number];

/** The newest checks. */
export function newestChecks(db: ReadDb, limit: number) {
  return checksWithPeople(db).orderBy(desc(controlChecks.runAt), desc(controlChecks.id)).limit(limit).all();
}

/** One check with the names of its people. */
export function checkWithPeople(db: ReadDb, id: number): ListedCheck | undefined {
  return checksWithPeople(db).where(eq(controlChecks.id, id)).get();
}

/** The differences of a check with what they are about and who explained them, in the order in which they were found. */
export function differencesOf(db: ReadDb, checkId: number) {
  return db
    .select({
      row: controlDifferences,
      explainer: accounts.name,
      subscription: subscriptions.number,
      consultantId: subscriptions.consultantId,
      contract: contracts.number,
    })
    .from(controlDifferences)
    .leftJoin(accounts, eq(accounts.id, controlDifferences.explainedBy))
    .leftJoin(subscriptions, eq(subscriptions.id, controlDifferences.subscriptionId))
    .leftJoin(contracts, eq(contracts.id, controlDifferences.contractId))
    .where(eq(controlDifferences.checkId, checkId))
    .orderBy(controlDifferences.id)
    .all();
}

/** A difference by its key. */
export function differenceById(db: ReadDb, id: number): ControlDifferenceRow | undefined {
  return db.select().from(controlDifferences).where(eq(controlDifferences.id, id)).get();
}
