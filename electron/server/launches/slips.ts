import type { z } from 'zod';
import { lastSeries, type SlipRow, slipById, slipsOfLaunch } from '#db/repositories/fallback-slips.ts';
import { type IntentRow, intentsInStates } from '#db/repositories/intents.ts';
import { desksOfLaunch, type LaunchRow } from '#db/repositories/launches.ts';
import { labelOfUnit, unitById } from '#db/repositories/units.ts';
import { fallbackSlips } from '#db/schema/launches.ts';
import type { launchSlips } from '#shared/api/launch-slips.ts';
import { intentLifecycle } from '#shared/domain/launches/intent-lifecycle.ts';
import { slipTimeRefusal } from '#shared/domain/launches/slips.ts';
import { liveIntentStates, type SlipOutcome } from '#shared/domain/launches/states.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { keepPicked } from './day.ts';
import { intentFacts, launchAt } from './launch-facts.ts';

type Inputs = { [K in keyof typeof launchSlips]: z.output<(typeof launchSlips)[K]['input']> };
type Written = Inputs['enterSlips']['slips'][number];

/** Refusals that say that somebody else has the home. */
const goneCodes: readonly string[] = ['UNIT_TAKEN', 'HOLD_OTHER_CUSTOMER', 'LOCK_NOT_YOURS', 'UNIT_PARKED'];

function list({ db }: Pick<QueryContext, 'db'>, { launchId }: Inputs['slips']) {
  const launch = launchAt(db, launchId);
  return slipsOfLaunch(db, launch.id).map(({ slip, queueNo }) => {
    const { id, number, series, state, printedAt, writtenAt, outcome, remark } = slip;
    const unit = slip.unitId === null ? '' : labelOfUnit(db, slip.unitId);
    const refused = outcome === 'refused';
    return {
      ...{ id, number, series, state, printedAt, unit, queueNo, writtenAt, outcome },
      remark: refused ? '' : remark,
      refusal: refused ? { code: remark, params: { unit, limit: launch.passes } } : null,
    };
  });
}

/** Numbers blank slips: `SG-2026-0001-1-001`, launch, printing and place in it. */
function print(context: CommandContext, { launchId, count }: Inputs['printSlips']) {
  const { db, tx, now, actor, happened } = context;
  const launch = launchAt(db, launchId);
  const series = lastSeries(db, launch.id) + 1;
  const numbers = Array.from(
    { length: count },
    (_none, at) => `${launch.number.replace('KP', 'SG')}-${series}-${String(at + 1).padStart(3, '0')}`,
  );
  for (const [at, number] of numbers.entries())
    tx.insert(fallbackSlips, {
      ...{ number, launchId: launch.id, series, serial: at + 1 },
      ...{ printedAt: now, printedBy: actor.id },
    });
  happened({ kind: 'slipsPrinted', noun: 'launches', id: launch.id, data: { series, count } });
  return { series, from: numbers[0] ?? '', to: numbers.at(-1) ?? '' };
}

/** A slip that waits to be entered. Throws SLIP_UNKNOWN, SLIP_ENTERED. */
function openSlip(context: CommandContext, slipId: number, launchId?: number): SlipRow {
  const slip = slipById(context.db, slipId);
  if (slip === undefined || (launchId !== undefined && slip.launchId !== launchId))
    throw new DomainError('SLIP_UNKNOWN');
  if (slip.state !== 'printed') throw new DomainError('SLIP_ENTERED', { number: slip.number });
  return slip;
}

/** What was written counts as a turn of its own: at no desk and by no clock but the written one. */
function pickBySlip(context: CommandContext, launch: LaunchRow, intent: IntentRow, unitId: number): void {
  const unit = unitById(context.db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const { now } = context;
  const turn = { ours: true, endsAt: now + 1 };
  const facts = { ...intentFacts(context, launch, intent), turn };
  const called =
    intent.state === 'called' ? 'called' : decideOrRefuse(intentLifecycle, intent.state, 'call', facts).next;
  const { next } = decideOrRefuse(intentLifecycle, called, 'pick', facts);
  const desks = desksOfLaunch(context.db, launch.id);
  // Whoever stands at a desk now has picked on paper: the desk is free for the next.
  const desk = desks.find(({ intentId }) => intentId === intent.id) ?? desks[0];
  if (desk === undefined) throw new DomainError('LAUNCH_WITHOUT_DESKS');
  keepPicked(context, { launch, intent, desk, unit, next });
}

function enterOne(context: CommandContext, launch: LaunchRow, { slipId, queueNo, unitId, writtenAt }: Written) {
  const { db, tx, now, actor } = context;
  const slip = openSlip(context, slipId, launch.id);
  const intent = intentsInStates(db, launch.id, [...liveIntentStates]).find((one) => one.queueNo === queueNo);
  const unit = labelOfUnit(db, unitId);
  let refusal: DomainError | undefined;
  try {
    if (intent === undefined) throw new DomainError('INTENT_NOT_LISTED');
    pickBySlip(context, launch, intent, unitId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refusal = error;
  }
  const outcome: SlipOutcome =
    refusal === undefined ? 'picked' : goneCodes.includes(refusal.code) ? 'taken' : 'refused';
  const by = refusal?.params['by'];
  tx.update(fallbackSlips, slip.id, {
    ...{ state: 'entered', unitId, queueNo, intentId: intent?.id ?? null, writtenAt, outcome },
    ...{ enteredAt: now, enteredBy: actor.id, remark: typeof by === 'string' ? by : (refusal?.code ?? '') },
  });
  const told = refusal === undefined ? null : { code: refusal.code, params: { ...refusal.params } };
  return { slipId, number: slip.number, outcome, unit, queueNo, refusal: told };
}

/**
 * Enters slips in the order of the times written on them. Throws LAUNCH_NOT_RUNNING, SLIP_UNKNOWN, SLIP_ENTERED, SLIP_TIME;
 * what cannot be picked is no refusal of the whole, but stands in the answer with who has the home.
 */
function enter(context: CommandContext, { launchId, slips }: Inputs['enterSlips']) {
  const { db, now, happened } = context;
  const launch = launchAt(db, launchId);
  if (launch.state !== 'running' && launch.state !== 'paused')
    throw new DomainError('LAUNCH_NOT_RUNNING', { state: launch.state });
  for (const { writtenAt } of slips) {
    const refused = slipTimeRefusal(writtenAt, { startedAt: launch.startedAt, now });
    if (refused !== undefined) throw DomainError.from(refused);
  }
  const outcomes = slips
    .toSorted((one, other) => one.writtenAt - other.writtenAt || one.slipId - other.slipId)
    .map((written) => enterOne(context, launch, written));
  const countOf = (outcome: SlipOutcome) => outcomes.filter((one) => one.outcome === outcome).length;
  const counts = { picked: countOf('picked'), taken: countOf('taken'), refused: countOf('refused') };
  happened({ kind: 'slipsEntered', noun: 'launches', id: launch.id, data: { count: slips.length, ...counts } });
  return { outcomes };
}

function spoil(context: CommandContext, { slipId, reason }: Inputs['voidSlip']) {
  const slip = openSlip(context, slipId);
  context.tx.update(fallbackSlips, slip.id, { state: 'voided', remark: reason });
  const data = { number: slip.number, reason };
  context.happened({ kind: 'slipVoided', noun: 'launches', id: slip.launchId, data });
  return { number: slip.number };
}

/** Handlers of the fallback slips. */
export const launchSlipHandlers: Handlers<typeof launchSlips> = {
  slips: list,
  printSlips: print,
  enterSlips: enter,
  voidSlip: spoil,
};
