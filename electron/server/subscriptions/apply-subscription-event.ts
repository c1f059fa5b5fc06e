import { buyersOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import { customers } from '#db/schema/customers.ts';
import { subscriptions } from '#db/schema/deals.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import type { SubscriptionEffect, SubscriptionEvent } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { lapseChangesOf } from '../changes/lapse.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { showDeposit } from '../units/move-legal.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { gatherSubscriptionFacts, type SubscriptionCircumstances } from './subscription-facts.ts';

/** What the act brings with it: the circumstances of its guards, and when a parking ends. */
export type SubscriptionAct = SubscriptionCircumstances & {
  readonly parkUntil?: number;
  readonly reason?: string;
};

/**
 * Brings an event about on a subscription: decides by the table, writes the state, and lets the unit follow in the same
 * transaction. The deal decides before its unit. Throws the refusal of either table.
 */
export function applySubscriptionEvent(
  command: UnitCommand,
  row: SubscriptionRow,
  event: SubscriptionEvent,
  act: SubscriptionAct,
): SubscriptionRow {
  const { parkUntil: _until, reason: _why, ...circumstances } = act;
  const facts = gatherSubscriptionFacts(command, row, circumstances);
  const { next, effects } = decideOrRefuse(subscriptionLifecycle, row.state, event, facts);
  const after = command.tx.update(subscriptions, row.id, {
    state: next,
    ...(act.reason === undefined ? {} : { endReason: act.reason }),
  });
  if (isEnded(next)) lapseChangesOf(command, row);
  // A home is on sale again only where the registry shows no deposit of it any more.
  if (event === 'reopenDeposit' || isEnded(next)) showDeposit(command, row.unitId, false);
  const unit = unitById(command.db, row.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  for (const effect of effects) follow(effect, command, after, unit, act);
  if (event === 'completeDeposit') showDeposit(command, unit.id, true);
  return after;
}

function follow(
  effect: SubscriptionEffect,
  command: UnitCommand,
  row: SubscriptionRow,
  unit: UnitRow,
  act: SubscriptionAct,
): void {
  const customerId = buyersOf(command.db, [row.id])[0]?.customer.id ?? null;
  const deal = { customerId, subscription: row.state };
  switch (effect) {
    case 'parkUnit': {
      const kept = unit.commercialState === 'held' || unit.commercialState === 'booked';
      const parked = kept && unit.stateReason === row.number;
      if (!parked)
        applyUnitEvent(command, unit, 'park', deal, {
          reason: row.number,
          customerId,
          expiresAt: act.parkUntil ?? command.now,
        });
      return;
    }
    case 'unparkUnit':
      if (unit.commercialState === 'held' || unit.commercialState === 'booked')
        applyUnitEvent(command, unit, 'unpark', deal);
      return;
    case 'unitSubscribed':
      applyUnitEvent(command, unit, 'subscribe', deal);
      for (const { customer } of buyersOf(command.db, [row.id]))
        if (customer.state === 'prospect' || customer.state === 'pool')
          command.tx.update(customers, customer.id, { state: 'subscribed' });
      return;
    case 'unitFreed': {
      const event =
        row.state === 'forfeited' ? 'forfeit' : row.state === 'expired' ? 'subscriptionExpires' : 'cancelSubscription';
      // The home says of which deal it is free; why stands with the deal, under the key of the buyer.
      applyUnitEvent(command, unit, event, deal, { reason: row.number });
      for (const { customer } of buyersOf(command.db, [row.id]))
        if (customer.state === 'subscribed') command.tx.update(customers, customer.id, { state: 'prospect' });
      return;
    }
    // The signing period begins with the row itself; books are issued by their own command; numbers keep their row.
    case 'startSigningPeriod':
    case 'issueBook':
    case 'voidNumber':
    case 'unitsExchanged':
    case 'extendSigningPeriod':
    case 'replacePapers':
    case 'keepDeposit':
      return;
  }
}
