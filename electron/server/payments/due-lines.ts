import type { z } from 'zod';
import { openLines } from '#db/repositories/receipts.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { namedPlan } from '#shared/domain/plans/naming.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { fen, subtractFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asked = z.output<(typeof paymentsApi)['due']['input']>;
type Answer = z.input<(typeof paymentsApi)['due']['output']>;

/** Open lines that are due by a day. */
export function dueLines(context: QueryContext, { until }: Asked): Answer {
  const { db, today, can } = context;
  const rows = openLines(db, until, context.reach('payments'));
  return {
    rows: rows.map(({ line, paid, subscription, consultant, buyer, unit }) => {
      const late = line.dueOn < today;
      return {
        id: line.id,
        subscriptionId: subscription.id,
        subscription: subscription.number,
        unit,
        buyer,
        consultant,
        ...namedPlan(subscription),
        position: line.position,
        item: line.item,
        dueOn: line.dueOn,
        amount: line.amount,
        paid: fen(paid),
        open: subtractFen(line.amount, fen(paid)),
        overdueDays: late ? daysBetween(line.dueOn, today) : 0,
        can: {
          receive: !can('payments.receive')
            ? ({ code: 'FORBIDDEN' } as const)
            : line.item !== 'deposit' && subscription.state === 'approved'
              ? ({ code: 'DEPOSIT_COMES_FIRST' } as const)
              : (true as const),
        },
      };
    }),
  };
}
