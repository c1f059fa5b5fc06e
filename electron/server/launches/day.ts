import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { type IntentRow, intentById, nextInTurn } from '#db/repositories/intents.ts';
import { type DeskRow, desksOfLaunch, groupsOfLaunch, type LaunchRow } from '#db/repositories/launches.ts';
import { labelOfUnit, liveHoldsOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { intents, launchDesks, launchGroups, launchPicks } from '#db/schema/launches.ts';
import type { launches as launchesApi } from '#shared/api/launches.ts';
import { taken } from '#shared/domain/units/guards.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { gatherUnitFacts } from '../units/unit-facts.ts';
import { applyIntentEvent, applyLaunchEvent, checkRunning, deskOf, intentOf, launchAt } from './launch-facts.ts';
import { isOffered } from './offered.ts';

type Inputs = { [K in keyof typeof launchesApi]: z.output<(typeof launchesApi)[K]['input']> };

const HOUR_MS = 3_600_000;

/** States in which somebody has the home, so that whoever comes second is told who and since when. */
const inHands: readonly UnitCommercialState[] = [
  'locked',
  'held',
  'booked',
  'subscribed',
  'drafting',
  'signed',
  'paidUp',
];

/** Calls the next group up; the first one opens the day. */
export function callGroup(context: CommandContext, { launchId }: Inputs['callGroup']) {
  const { db, tx, now, actor, happened } = context;
  const launch = launchAt(db, launchId);
  applyLaunchEvent(context, launch, 'callGroup', { patch: { startedAt: launch.startedAt ?? now } });
  const group = groupsOfLaunch(db, launch.id).find(({ calledAt }) => calledAt === null);
  if (group === undefined) throw new DomainError('LAUNCH_GROUPS_CALLED');
  tx.update(launchGroups, group.id, { calledAt: now, calledBy: actor.id });
  const { position, fromPlace, toPlace } = group;
  happened({ kind: 'groupCalled', noun: 'launches', id: launch.id, data: { position, fromPlace, toPlace } });
  return { position, fromPlace, toPlace };
}

/** Nobody stands at the desk any more. */
function emptyDesk({ tx }: CommandContext, desk: DeskRow): void {
  tx.update(launchDesks, desk.id, { intentId: null, turnEndsAt: null });
}

/** A turn goes by at a desk, by a word of the customer or because nobody came. */
function goBy(context: CommandContext, launch: LaunchRow, desk: DeskRow, intent: IntentRow, event: 'pass' | 'noShow') {
  const patch = { passes: intent.passes + 1, passedAt: context.now };
  const after = applyIntentEvent(context, launch, intent, event, { desk, patch });
  emptyDesk(context, desk);
  return after;
}

/**
 * Calls whoever is next to a desk. A turn there whose time is over goes by first. Throws DESK_BUSY while one runs,
 * NOBODY_WAITING.
 */
export function call(context: CommandContext, { launchId, deskId }: Inputs['call']) {
  const { db, tx, now, happened } = context;
  const launch = launchAt(db, launchId);
  checkRunning(launch);
  const desk = deskOf(db, launch.id, deskId);
  let passed: number | null = null;
  if (desk.intentId !== null && desk.turnEndsAt !== null) {
    if (desk.turnEndsAt > now) throw new DomainError('DESK_BUSY', { desk: desk.name, untilAt: desk.turnEndsAt });
    const late = intentOf(db, launch.id, desk.intentId);
    goBy(context, launch, desk, late, 'pass');
    passed = late.id;
  }
  const next = nextInTurn(db, launch);
  if (next === undefined) throw new DomainError('NOBODY_WAITING');
  const endsAt = now + launch.pickSeconds * 1000;
  const intent = applyIntentEvent(context, launch, next, 'call', { patch: { calledAt: now } });
  tx.update(launchDesks, desk.id, { intentId: intent.id, turnEndsAt: endsAt });
  const { queueNo } = intent;
  const drawPlace = intent.drawPlace ?? 0;
  const data = { desk: desk.name, queueNo, drawPlace, ...(passed === null ? {} : { passedId: passed }) };
  happened({ kind: 'intentCalled', noun: 'intents', id: intent.id, data });
  return { intentId: intent.id, queueNo, drawPlace, endsAt };
}

/** A home that somebody has already: says who and since when, whatever kind of claim it is. */
function checkFree(context: CommandContext, unit: UnitRow): void {
  const state = unit.commercialState;
  if (!inHands.includes(state)) return;
  const facts = gatherUnitFacts(context, unit);
  if (facts.lock?.accountId === context.actor.id) return;
  const { code, params } = taken(facts, state);
  throw new DomainError(code, { unit: labelOfUnit(context.db, unit.id), ...params });
}

/**
 * Picks a home for whoever stands at a desk: it is held for their subscription (S5), by the authority of the launch.
 * Throws INTENT_NOT_CALLED, PICK_OUT_OF_TURN, PICK_TIME_OVER, UNIT_NOT_IN_LAUNCH, UNIT_TAKEN with who and since when.
 */
export function pick(context: CommandContext, { launchId, deskId, intentId, unitId }: Inputs['pick']) {
  const { db, happened } = context;
  const launch = launchAt(db, launchId);
  checkRunning(launch);
  const desk = deskOf(db, launch.id, deskId);
  const before = intentOf(db, launch.id, intentId);
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const intent = applyIntentEvent(context, launch, before, 'pick', { desk });
  const { row, number, expiresAt } = keepPicked(context, { launch, intent, desk, unit });
  const data = { number, unitId: unit.id, queueNo: intent.queueNo, desk: desk.name };
  happened({ kind: 'homePicked', noun: 'intents', id: intent.id, data });
  return { pickId: row.id, number, expiresAt };
}

/** What was picked for whom; `next` where the intent still has to follow. */
type Picked = {
  readonly launch: LaunchRow;
  readonly intent: IntentRow;
  readonly desk: DeskRow;
  readonly unit: UnitRow;
  readonly next?: IntentRow['state'];
};

/**
 * Keeps a picked home for its subscription and writes the pick. Refuses before it writes anything: UNIT_NOT_IN_LAUNCH,
 * UNIT_TAKEN with who and since when.
 */
export function keepPicked(context: CommandContext, { launch, intent, desk, unit, next }: Picked) {
  const { db, tx, now, today, actor } = context;
  if (!isOffered(db, launch, unit)) throw new DomainError('UNIT_NOT_IN_LAUNCH', { unit: labelOfUnit(db, unit.id) });
  checkFree(context, unit);
  const expiresAt = now + launch.pickHours * HOUR_MS;
  const { customerId } = intent;
  applyUnitEvent(
    context,
    unit,
    'hold',
    { customerId, approved: ['hold'], allotment: null, launch: null },
    { purpose: 'launchPick', reason: intent.number, customerId, expiresAt },
  );
  const number = nextNumber(tx, 'XF', Number(today.slice(0, 4)));
  const held = liveHoldsOf(db, unit.id).find(({ hold }) => hold.purpose === 'launchPick');
  if (held === undefined) throw new DomainError('NOT_FOUND');
  if (desk.intentId === intent.id) emptyDesk(context, desk);
  if (next !== undefined) tx.update(intents, intent.id, { state: next });
  const row = tx.insert(launchPicks, {
    number,
    launchId: launch.id,
    intentId: intent.id,
    deskId: desk.id,
    unitId: unit.id,
    holdId: held.hold.id,
    listPrice: unit.listPrice,
    pickedAt: now,
    pickedBy: actor.id,
    expiresAt,
  });
  return { row, number, expiresAt };
}

/** Whoever stands at the desk lets their turn go by, or was called and did not come. */
export function letGoBy(
  context: CommandContext,
  { launchId, deskId, intentId }: Inputs['pass'],
  event: 'pass' | 'noShow',
): Record<string, never> {
  const { db, happened } = context;
  const launch = launchAt(db, launchId);
  checkRunning(launch);
  const desk = deskOf(db, launch.id, deskId);
  const intent = goBy(context, launch, desk, intentOf(db, launch.id, intentId), event);
  const kind = event === 'pass' ? 'turnPassed' : 'turnMissed';
  const data = { desk: desk.name, queueNo: intent.queueNo, passes: intent.passes };
  happened({ kind, noun: 'intents', id: intent.id, data });
  return {};
}

/** Stops the picking, or goes on with it: whoever stands at a desk then has the whole of their time again. */
export function pause(context: CommandContext, { launchId, paused }: Inputs['pause']): Record<string, never> {
  const { db, tx, now, happened } = context;
  const launch = launchAt(db, launchId);
  applyLaunchEvent(context, launch, paused ? 'pause' : 'resume');
  const turnEndsAt = now + launch.pickSeconds * 1000;
  if (!paused)
    for (const desk of desksOfLaunch(db, launch.id))
      if (desk.intentId !== null && intentById(db, desk.intentId) !== undefined)
        tx.update(launchDesks, desk.id, { turnEndsAt });
  const kind = paused ? 'launchPaused' : 'launchResumed';
  happened({ kind, noun: 'launches', id: launch.id, data: { number: launch.number } });
  return {};
}

/** The day is over. */
export function end(context: CommandContext, { launchId }: Inputs['end']): Record<string, never> {
  const launch = launchAt(context.db, launchId);
  applyLaunchEvent(context, launch, 'end', { patch: { endedAt: context.now } });
  context.happened({ kind: 'launchEnded', noun: 'launches', id: launch.id, data: { number: launch.number } });
  return {};
}
