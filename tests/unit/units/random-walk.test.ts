import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractEvents } from '#shared/domain/contracts/events.ts';
import { liveContractStates } from '#shared/domain/contracts/states.ts';
import { subscriptionEvents } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { axisConflicts } from '#shared/domain/units/axes.ts';
import { unitEncumbranceEvents } from '#shared/domain/units/encumbrance.ts';
import { unitLegalEvents } from '#shared/domain/units/legal.ts';
import { unitPostSaleEvents } from '#shared/domain/units/post-sale.ts';
import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { proofSize } from '#tests/support/proof-size.ts';
import { type Act, aloneEvents, attempt, type Luck, type Model, newUnit } from './office-model.ts';
import { now } from './unit-facts.ts';

const acts: readonly Act[] = [
  ...aloneEvents.map((event) => ({ on: 'unit', event }) as const),
  ...unitLegalEvents.map((event) => ({ on: 'legal', event }) as const),
  ...unitEncumbranceEvents.map((event) => ({ on: 'encumbrance', event }) as const),
  ...unitPostSaleEvents.map((event) => ({ on: 'postSale', event }) as const),
  ...subscriptionEvents.filter((event) => event !== 'reopen').map((event) => ({ on: 'subscription', event }) as const),
  ...contractEvents.map((event) => ({ on: 'contract', event }) as const),
];

const mostly = fc.integer({ min: 0, max: 9 }).map((value) => value > 0);
const luck: fc.Arbitrary<Luck> = fc.record({
  actor: fc.integer({ min: 1, max: 2 }),
  customer: fc.constantFrom(7, 7, 7, 8),
  permit: mostly,
  consent: mostly,
  complete: mostly,
  money: mostly,
  wait: fc.constantFrom(0, 0, 0, 60_000, 3_600_000, 5 * 86_400_000),
});
/** Steps that pick among the acts that bring a sale on, or, as often as a walk wanders, among all that are possible. */
const steps = fc.array(fc.record({ pick: fc.nat(10_000), aim: fc.integer({ min: 0, max: 9 }), luck }), {
  minLength: 30,
  maxLength: 60,
});

const forwardRank: Record<UnitCommercialState, number> = {
  unreleased: 0,
  frozen: 0,
  notForSale: 0,
  available: 1,
  locked: 2,
  held: 3,
  booked: 4,
  subscribed: 5,
  drafting: 6,
  signed: 7,
  paidUp: 8,
};

const contractRank: readonly Model['contract'][] = ['draft', 'inReview', 'approved', 'printed', 'signed', 'filed'];
const subscriptionRank: readonly Model['subscription'][] = [
  'draft',
  'inReview',
  'approved',
  'depositComplete',
  'converted',
];

/** How far a sale has come, to lead a walk towards its end. */
function progressOf(model: Model): number {
  return (
    forwardRank[model.commercial] * 100 +
    (contractRank.indexOf(model.contract) + 1) * 10 +
    subscriptionRank.indexOf(model.subscription) +
    (model.legal === 'notCovered' ? 0 : 5) -
    (model.encumbrance === 'seized' ? 1_000 : 0)
  );
}

function tried(model: Model, act: Act, circumstances: Luck): Model | undefined {
  try {
    return attempt(model, act, circumstances);
  } catch (error) {
    if (error instanceof DomainError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function faultsOf(before: Model, after: Model, circumstances: Luck): string[] {
  const faults: string[] = axisConflicts(after);
  const { commercial, subscription, contract } = after;
  const dealLive = subscription === 'approved' || subscription === 'depositComplete';
  if ((commercial === 'subscribed') !== dealLive) faults.push('subscribed without a deal, or a deal without its unit');
  const contractLive = contract !== null && liveContractStates.some((state) => state === contract);
  const signed = contract === 'signed' || contract === 'filed';
  if ((commercial === 'drafting') !== (contractLive && !signed)) faults.push('drafting without a draft');
  if ((commercial === 'signed' || commercial === 'paidUp') !== signed) faults.push('sold without a signed contract');
  if (contractLive && subscription !== 'converted') faults.push('a contract without a converted subscription');
  if ((commercial === 'locked') !== (after.lock !== null)) faults.push('locked without a lock, or a lock left behind');
  if (commercial === 'held' && after.hold === null) faults.push('held without a hold');
  if (commercial === 'booked' && after.booking === null) faults.push('booked without a booking');
  if (commercial === 'available' && (after.hold ?? after.booking) !== null) faults.push('available with a claim left');
  const wentOn =
    forwardRank[commercial] > forwardRank[before.commercial] &&
    before.commercial !== 'frozen' &&
    before.commercial !== 'notForSale';
  if (wentOn && before.encumbrance === 'seized') faults.push('went on under a seizure');
  if (
    wentOn &&
    !circumstances.permit &&
    ['available', 'booked', 'subscribed', 'drafting', 'signed'].includes(commercial) &&
    before.commercial !== 'held'
  )
    faults.push('went on without a permit');
  if (commercial === 'signed' && before.commercial === 'drafting' && before.contract !== 'printed')
    faults.push('signed unprinted');
  return faults;
}

describe('Whatever the people of the office try, in whatever order', () => {
  it('never brings a unit, its subscription and its contract into a forbidden combination', {
    timeout: proofSize(60_000, 3_600_000),
  }, () => {
    const seen = new Set<UnitCommercialState>();
    fc.assert(
      fc.property(steps, fc.constantFrom(1, 5), (walk, wander) => {
        let model = newUnit(now);
        for (const step of walk) {
          const all = acts.map((act) => ({ act, after: tried(model, act, step.luck) }));
          const possible = all.filter((one) => one.after !== undefined && one.after !== model);
          const onward = possible.filter((one) => one.after && progressOf(one.after) > progressOf(model));
          const choice = step.aim >= wander && onward.length > 0 ? onward : possible;
          const after = choice[step.pick % Math.max(1, choice.length)]?.after;
          if (!after) continue;
          expect(faultsOf(model, after, step.luck)).toEqual([]);
          model = after;
          seen.add(model.commercial);
        }
      }),
      { numRuns: proofSize(80, 5_000), endOnFailure: true },
    );
    expect([...seen].sort()).toEqual([...unitCommercialStates].sort());
  });
});
