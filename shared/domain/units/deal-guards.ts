import type { Refusal } from '../../kernel/errors.ts';
import type { ContractState } from '../contracts/states.ts';
import type { SubscriptionState } from '../subscriptions/states.ts';
import type { UnitFacts } from './facts.ts';

function subscriptionIn(facts: UnitFacts, states: readonly SubscriptionState[]): Refusal | undefined {
  return facts.subscription !== null && states.includes(facts.subscription) ? undefined : { code: 'DEAL_NOT_READY' };
}

function contractIn(facts: UnitFacts, states: readonly ContractState[]): Refusal | undefined {
  return facts.contract !== null && states.includes(facts.contract) ? undefined : { code: 'DEAL_NOT_READY' };
}

/** The subscription has passed its review. */
export function subscriptionApproved(facts: UnitFacts): Refusal | undefined {
  return subscriptionIn(facts, ['approved', 'depositComplete']);
}

/** The subscription has been cancelled. */
export function subscriptionCancelled(facts: UnitFacts): Refusal | undefined {
  return subscriptionIn(facts, ['cancelled']);
}

/** The deposit has been forfeited. */
export function subscriptionForfeited(facts: UnitFacts): Refusal | undefined {
  return subscriptionIn(facts, ['forfeited']);
}

/** The subscription lapsed without money. */
export function subscriptionLapsed(facts: UnitFacts): Refusal | undefined {
  return subscriptionIn(facts, ['expired']);
}

/** The subscription, its deposit complete, was converted into a contract: no contract without a deal. */
export function subscriptionConverted(facts: UnitFacts): Refusal | undefined {
  return subscriptionIn(facts, ['converted']);
}

/** The contract has just begun as a draft. */
export function contractDrafted(facts: UnitFacts): Refusal | undefined {
  return contractIn(facts, ['draft']);
}

/** The contract is signed by both sides. */
export function contractSigned(facts: UnitFacts): Refusal | undefined {
  return contractIn(facts, ['signed']);
}

/** The contract was terminated, with its filing cancelled. */
export function contractTerminated(facts: UnitFacts): Refusal | undefined {
  return contractIn(facts, ['terminated']);
}

/** The draft was dropped, or the contract gives way to that of another unit; without a contract all is well. */
export function contractGaveWay(facts: UnitFacts): Refusal | undefined {
  return facts.contract === null ? undefined : contractIn(facts, ['superseded']);
}
