import type { PlanLineStanding } from '#renderer/components/plan-table.tsx';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import { liveSubscriptionStates, type SubscriptionState } from '#shared/domain/subscriptions/states.ts';
import type { Fen } from '#shared/kernel/money.ts';

/** What decides how a line stands. */
export type PlanLineFacts = { readonly item: PlanItem; readonly amount: Fen; readonly received: Fen };

const live: ReadonlySet<SubscriptionState> = new Set(liveSubscriptionStates);

/**
 * How a line stands in its deal. Of one that has ended nothing is owed any more. Until the contract only the deposit is
 * owed, from the approval on; with the contract every line is.
 */
export function planLineStanding(
  { item, amount, received }: PlanLineFacts,
  state: SubscriptionState,
): PlanLineStanding {
  if (received >= amount) return 'paid';
  if (!live.has(state)) return 'void';
  if (state === 'converted') return 'running';
  const owed = state === 'approved' || state === 'depositComplete';
  return owed && item === 'deposit' ? 'running' : 'notDue';
}
