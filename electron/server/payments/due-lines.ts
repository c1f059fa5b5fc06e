import type { z } from 'zod';
import { lendersOfLines } from '#db/repositories/cases.ts';
import { openLines } from '#db/repositories/receipts.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { namedPlan } from '#shared/domain/plans/naming.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { fen, subtractFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { takingRefusalOf } from './receive-money.ts';

type Asked = z.output<(typeof paymentsApi)['due']['input']>;
type Answer = z.input<(typeof paymentsApi)['due']['output']>;

/** Open lines that are due by a day. */
export function dueLines(context: QueryContext, { until }: Asked): Answer {
  const { db, today, can } = context;
  // Once for each home: several of its lines may be due.
  const known = new Map<number, Refusal | undefined>();
  const against = (unitId: number): Refusal | undefined => {
    if (!known.has(unitId)) known.set(unitId, takingRefusalOf(context, unitId));
    return known.get(unitId);
  };
  const rows = openLines(db, until, context.reach('payments'));
  const lenders = lendersOfLines(
    db,
    rows.filter(({ line }) => isLoan(line.item)).map(({ line }) => line.id),
  );
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
        lender: lenders.get(line.id) ?? '',
        dueOn: line.dueOn,
        contractDueOn: line.contractDueOn,
        amount: line.amount,
        paid: fen(paid),
        open: subtractFen(line.amount, fen(paid)),
        overdueDays: late ? daysBetween(line.dueOn, today) : 0,
        can: {
          letter: can('payments.remind') || ({ code: 'FORBIDDEN' } as const),
          receive: !can('payments.receive')
            ? ({ code: 'FORBIDDEN' } as const)
            : line.item !== 'deposit' && subscription.state === 'approved'
              ? ({ code: 'DEPOSIT_COMES_FIRST' } as const)
              : (against(subscription.unitId) ?? true),
        },
      };
    }),
  };
}
