import type { z } from 'zod';
import { dealsToSign, loansExpected, moneyReceived, signedContracts } from '#db/repositories/contract-schedule.ts';
import { openLines } from '#db/repositories/receipts.ts';
import { buyersOf, listSubscriptions } from '#db/repositories/subscriptions.ts';
import type { contractRegister } from '#shared/api/contract-register.ts';
import {
  byWeek,
  type Scheduled,
  type ScheduledAct,
  scheduledActs,
  weeksFrom,
} from '#shared/domain/contract-register/schedule.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen, subtractFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Deal = Scheduled & {
  readonly key: string;
  readonly subscriptionId: number;
  readonly contractId: number | null;
};

type Range = { readonly from: LocalDate; readonly to: LocalDate };

/** Everything of one act that is open, whenever it is due, or was done on some days. */
const sources: Readonly<Record<ScheduledAct, (context: QueryContext, range: Range) => Deal[]>> = {
  signing: (context, { from, to }) => {
    const whose = context.reach('contracts');
    return [
      ...dealsToSign(context.db, whose).map(({ subscription, contractId }) => ({
        key: `sign ${subscription.id}`,
        subscriptionId: subscription.id,
        contractId,
        on: subscription.signBy,
        amount: subscription.price,
        done: false,
      })),
      ...signedContracts(context.db, whose).flatMap(({ contractId, subscriptionId, signedOn, price }) =>
        signedOn === null || signedOn < from || signedOn > to
          ? []
          : [{ key: `signed ${contractId}`, subscriptionId, contractId, on: signedOn, amount: price, done: true }],
      ),
    ];
  },
  payment: (context, range) => money(context, range, false),
  loan: (context, range) => money(context, range, true),
  filing: (context, { from, to }) => {
    const days = context.setting('contractFilingDays');
    return signedContracts(context.db, context.reach('contracts')).flatMap((row): Deal[] => {
      const { contractId, subscriptionId, price: amount, signedOn, filedOn } = row;
      if (filedOn !== null)
        return filedOn < from || filedOn > to
          ? []
          : [{ key: `filed ${contractId}`, subscriptionId, contractId, on: filedOn, amount, done: true }];
      if (signedOn === null) return [];
      return [
        { key: `file ${contractId}`, subscriptionId, contractId, on: addDays(signedOn, days), amount, done: false },
      ];
    });
  },
  delivery: (context) =>
    signedContracts(context.db, context.reach('contracts')).flatMap(
      ({ contractId, subscriptionId, price: amount, deliveryOn }) =>
        deliveryOn === null
          ? []
          : [{ key: `deliver ${contractId}`, subscriptionId, contractId, on: deliveryOn, amount, done: false }],
    ),
};

/** Money that is open or came in: the buyers' own, or that of banks and the fund, which pay when they say they will. */
function money(context: QueryContext, { from, to }: Range, loans: boolean): Deal[] {
  const whose = context.reach('contracts');
  const expected = loans ? loansExpected(context.db) : new Map<number, LocalDate>();
  return [
    ...openLines(context.db, to, whose)
      .filter(({ line }) => isLoan(line.item) === loans)
      .map(({ line, paid, subscription }) => ({
        key: `line ${line.id}`,
        subscriptionId: subscription.id,
        contractId: null,
        on: expected.get(line.id) ?? line.dueOn,
        amount: subtractFen(line.amount, fen(paid)),
        done: false,
      })),
    ...moneyReceived(context.db, from, to, whose)
      .filter(({ item }) => (item === 'loan') === loans)
      .map(({ id, subscriptionId, amount, receivedOn }) => ({
        key: `receipt ${id}`,
        subscriptionId,
        contractId: null,
        on: receivedOn,
        amount,
        done: true,
      })),
  ];
}

/** What is due and done, week by week. */
export function scheduleOf(
  context: QueryContext,
  asked: z.output<(typeof contractRegister)['schedule']['input']>,
): z.input<(typeof contractRegister)['schedule']['output']> {
  const weeks = weeksFrom(asked.from, asked.weeks);
  const range = { from: weeks[0]?.from ?? asked.from, to: weeks.at(-1)?.to ?? asked.from };
  const acts = scheduledActs.map((act) => {
    const found = byWeek(sources[act](context, range), weeks, context.today);
    return { act, late: found.late, weeks: found.weeks.map((week) => ({ ...week })) };
  });
  return { weeks, acts };
}

/** The deals behind one figure of the schedule, the earliest first. */
export function scheduledDeals(
  context: QueryContext,
  { act, late, from, to }: z.output<(typeof contractRegister)['scheduled']['input']>,
): z.input<(typeof contractRegister)['scheduled']['output']> {
  const { db, today } = context;
  const isLate = ({ done, on }: Deal) => !done && on < today;
  const found = sources[act](context, { from, to })
    .filter((deal) => (late ? isLate(deal) : !isLate(deal) && deal.on >= from && deal.on <= to))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const ids = [...new Set(found.map(({ subscriptionId }) => subscriptionId))];
  const rows = new Map(
    listSubscriptions(db, { whose: null, state: null, ids }).map((row) => [row.subscription.id, row]),
  );
  const buyers = grouped(buyersOf(db, ids), ({ subscriptionId }) => subscriptionId);
  return found.flatMap((deal) => {
    const row = rows.get(deal.subscriptionId);
    if (row === undefined) return [];
    const { subscription, consultant, ...unit } = row;
    return {
      ...deal,
      number: subscription.number,
      unit: unitLabel(unit),
      buyers: (buyers.get(subscription.id) ?? []).map(({ customer }) => customer.name).join('、'),
      consultant,
    };
  });
}
