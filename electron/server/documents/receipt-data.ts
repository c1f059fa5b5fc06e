import { accountById } from '#db/repositories/accounts.ts';
import { bookingById } from '#db/repositories/bookings.ts';
import { customerById } from '#db/repositories/customers.ts';
import { intentById } from '#db/repositories/intents.ts';
import { theProject } from '#db/repositories/projects.ts';
import { receiptById, receiptLinesOf } from '#db/repositories/receipts.ts';
import { buyersOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import type { receipts } from '#db/schema/papers.ts';
import type { DepositReceiptData } from '#shared/documents/deposit-receipt/data.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What a receipt is printed from, as the office knows it now. Throws NOT_FOUND when its deal, booking or intent is not there. */
export function receiptData(
  { db }: Pick<QueryContext, 'db'>,
  receipt: typeof receipts.$inferSelect,
): DepositReceiptData {
  const project = theProject(db);
  const subscription = receipt.subscriptionId === null ? undefined : subscriptionById(db, receipt.subscriptionId);
  const booking = receipt.bookingId === null ? undefined : bookingById(db, receipt.bookingId);
  const intent = receipt.intentId === null ? undefined : intentById(db, receipt.intentId);
  const of = subscription ?? booking ?? intent;
  const home = of === undefined ? undefined : 'unitId' in of ? homeOf(db, of.unitId) : NO_HOME_YET;
  if (project === undefined || of === undefined || home === undefined) throw new DomainError('NOT_FOUND');
  const inCash = receipt.method === 'cash';
  const buyers =
    subscription === undefined
      ? [customerById(db, receipt.payerId)].filter((one) => one !== undefined)
      : buyersOf(db, [subscription.id]).map(({ customer }) => customer);
  const payer = buyers.find(({ id }) => id === receipt.payerId);
  return {
    receivedOn: receipt.receivedOn,
    company: { name: project.sellerName, project: project.name },
    payers: buyers.map(({ name }) => name),
    unit: home,
    subscription: of.number,
    item: receipt.item,
    lines: linesOnPaper(receiptLinesOf(db, [receipt.id]), receipt),
    method: receipt.method,
    reference: receipt.reference,
    account: inCash ? '' : `${project.supervisedBank} ${project.supervisedAccount}`.trim(),
    cashier: accountById(db, receipt.cashierId)?.name ?? '',
    checker: '',
    remark: remarkOf(db, receipt, buyers.length > 1 ? payer?.name : undefined),
  };
}

/**
 * What else a receipt says: who brought the money, where it is in the name of several, and the receipt for which it was
 * given: no money came in by it.
 */
function remarkOf(
  db: QueryContext['db'],
  { replacesId }: typeof receipts.$inferSelect,
  payer: string | undefined,
): string {
  const old = replacesId === null ? undefined : receiptById(db, replacesId);
  return [
    ...(payer === undefined ? [] : [`由${payer}交款`]),
    ...(old === undefined ? [] : [`换自${old.number}，未另收款`]),
  ].join('；');
}

/** What stands for the home of an intent. */
const NO_HOME_YET = '认筹，尚未选房';

function homeOf(db: QueryContext['db'], unitId: number): string | undefined {
  const unit = unitById(db, unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  return unit === undefined || place === undefined ? undefined : unitLabel({ ...unit, building: place.building.name });
}

/** A receipt has room for so many lines. */
const MOST_LINES = 4;

type PlanShare = ReturnType<typeof receiptLinesOf>[number];

/** What was paid, named as the plan names it; a part of a line is called one. The last line takes what finds no room. */
function linesOnPaper(
  shares: readonly PlanShare[],
  receipt: typeof receipts.$inferSelect,
): DepositReceiptData['lines'] {
  if (receipt.item === 'deposit' || shares.length === 0)
    return [{ content: labels.receiptItems[receipt.item], amount: receipt.amount }];
  const named = shares.map(({ line, position, item, due }) => ({
    content: `${labels.planItems[item]}（付款计划第${position}项${line.amount < due ? '，部分' : ''}）`,
    amount: line.amount,
  }));
  if (named.length <= MOST_LINES) return named;
  const rest = named.slice(MOST_LINES - 1);
  const positions = shares.slice(MOST_LINES - 1).map(({ position }) => position);
  return [
    ...named.slice(0, MOST_LINES - 1),
    { content: `付款计划第${positions.join('、')}项`, amount: sumFen(rest.map(({ amount }) => amount)) },
  ];
}
