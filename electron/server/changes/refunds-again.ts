import { type ChangeRow, changesWithLostRefunds } from '#db/repositories/changes.ts';
import { refundsOfChange } from '#db/repositories/owned-money.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import { type RefundShare, stillStands, unaskedShares } from '#shared/domain/payments/owned-money.ts';
import type { RefundUnaskedFact } from '#shared/domain/tasks/facts.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { askSharesOf } from '../payments/refunds.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { dealOfChange } from './deal.ts';
import { definitionOf } from './kinds/index.ts';
import { reasonOfChange } from './present.ts';

/**
 * What goes back by a change that is agreed to and nobody asks for any more, because it was rejected, withdrawn, ran out or
 * came back. Empty as long as it was never asked for: that follows from the change itself.
 */
function lostRefunds(context: UnitContext, change: ChangeRow): RefundShare[] {
  const own = refundsOfChange(context.db, change.id);
  if (change.state !== 'approved' || own.every(stillStands)) return [];
  return unaskedShares(definitionOf(change.kind).refundsDue(context, change, dealOfChange(context.db, change)), own);
}

const sumOf = (shares: readonly RefundShare[]) => sumFen(shares.flatMap(({ amount, interest }) => [amount, interest]));

/** Says what of the money of a change waits for nobody: without it the change is never carried out. */
export function lostRefundPoints(context: UnitContext, change: ChangeRow): Refusal[] {
  const lost = lostRefunds(context, change);
  return lost.length === 0 ? [] : [{ code: 'REFUND_TO_ASK_AGAIN', params: { openFen: sumOf(lost) } }];
}

/** Why what goes back by a change cannot be asked for again, or true. */
export function askableAgain(context: UnitContext, change: ChangeRow): true | Refusal {
  return lostRefunds(context, change).length > 0 ? true : { code: 'REFUND_ASKED_ALREADY' };
}

/**
 * Asks again for what goes back by a change, in the name of whoever does so: the ladder decides anew. What waits or has
 * gone is left alone, so that nothing goes back twice. Throws REFUND_ASKED_ALREADY.
 */
export function askRefundsAgain(context: CommandContext, change: ChangeRow): void {
  const lost = lostRefunds(context, change);
  if (lost.length === 0) throw new DomainError('REFUND_ASKED_ALREADY');
  const reason = reasonOfChange(context, change);
  const { id, subscriptionId } = change;
  for (const refund of askSharesOf(context, change, lost, { asker: context.actor, reason }))
    context.happened({
      kind: 'refundAsked',
      noun: 'changes',
      id,
      data: { refund: refund.number, amountFen: sumFen([refund.amount, refund.interest]), subscriptionId },
    });
}

/** Changes whose money waits for nobody, for Today. */
export function refundsUnasked(context: QueryContext): RefundUnaskedFact[] {
  const days = context.setting('depositRefundDays');
  return changesWithLostRefunds(context.db).flatMap((change) => {
    const lost = lostRefunds(context, change);
    const latest = Math.max(...refundsOfChange(context.db, change.id).map(({ requestedAt }) => requestedAt));
    if (lost.length === 0) return [];
    return {
      changeId: change.id,
      number: change.number,
      unit: labelOfUnit(context.db, change.unitId),
      requestedBy: change.requestedBy,
      amount: sumOf(lost),
      dueOn: addDays(dayOf(latest), days),
    };
  });
}
