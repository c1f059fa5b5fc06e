import type Database from 'better-sqlite3';
import { buyersOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import { customers } from '#db/schema/customers.ts';
import type { PlannedDeal } from '#shared/domain/imports/running-project/project-plan.ts';
import { itemOfLines } from '#shared/domain/payments/allocation.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { subtractFen } from '#shared/kernel/money.ts';
import { openCasesOf } from '../cases/open-cases.ts';
import { takeOverContract } from '../contracts/take-over-contract.ts';
import type { LongContext } from '../kernel/handlers.ts';
import { payUp, planOf, writeReceipt } from '../payments/take-money.ts';
import { writeSubscription } from '../subscriptions/write-subscription.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { onDay } from './take-over-customers.ts';

/**
 * Takes over one deal on the days on which it happened: the subscription in the state in which it stands, its home, every
 * receipt in turn, and its contract. Answers the number of the subscription.
 */
export function takeOverDeal(
  context: LongContext,
  client: Database.Database,
  deal: PlannedDeal,
  customerIds: readonly number[],
): number {
  const { subscription, contract, receipts, home, state } = deal;
  const row = writeDeal(context, deal, customerIds);
  if (contract === null) {
    const unit = unitById(context.db, home.id);
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    applyUnitEvent(onDay(context, subscription.subscribedOn), unit, 'takeOver', { subscription: row.state });
    for (const { customer } of buyersOf(context.db, [row.id]))
      if (customer.state === 'prospect' || customer.state === 'pool')
        context.tx.update(customers, customer.id, { state: 'subscribed' });
  }
  for (const { record, payer, cashierId, shares } of receipts) {
    const { number, receivedOn, item, method, amount, reference } = record;
    writeReceipt(onDay(context, receivedOn), row.id, {
      payerId: customerIds[payer] ?? 0,
      cashierId: cashierId ?? context.actor.id,
      item: itemOfLines([{ item }]),
      method,
      amount,
      reference,
      shares,
      ...(number === '' ? {} : { number }),
    });
  }
  if (contract === null) return row.id;
  const { number, signedOn, filingNumber, filedOn } = contract;
  takeOverContract(onDay(context, signedOn), client, row, {
    number,
    signedOn,
    filingNumber,
    filedOn: state === 'filed' ? filedOn : null,
    recordedBy: context.actor.id,
  });
  const lastDay = [signedOn, filedOn ?? signedOn, receipts.at(-1)?.record.receivedOn ?? signedOn].toSorted().at(-1);
  payUp(onDay(context, lastDay ?? signedOn), row);
  // What is still to be done begins its clock with the program: nobody knows how far the old office came with it.
  const paidLines = planOf(context, row.id).flatMap(({ position, open }) => (open === 0 ? [position] : []));
  openCasesOf(context, row, { filed: state === 'filed', paidLines });
  return row.id;
}

function writeDeal(context: LongContext, deal: PlannedDeal, customerIds: readonly number[]): SubscriptionRow {
  const { subscription, contract, home, buyers, consultantId, deposit, signBy, named, lines, state } = deal;
  const { number, price, subscribedOn } = subscription;
  const unit = unitById(context.db, home.id);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const built = priceOf(context, deal, { innerArea: unit.innerArea, builtArea: unit.builtArea });
  const row = {
    number,
    unitId: unit.id,
    consultantId,
    state: contract !== null ? 'converted' : state === 'approved' ? 'approved' : 'depositComplete',
    subscribedOn,
    signBy,
    listPrice: built.listPrice,
    price,
    ...named,
    depositDue: deposit,
    adjustments: built.adjustments,
    // The signed paper of the old office holds both; whoever imports says so.
    consent: true,
    mortgageDisclosed: buildingOf(context.db, unit.buildingId)?.building.mortgaged ?? false,
    createdAt: onDay(context, subscribedOn).now,
  } as const;
  return writeSubscription(context, {
    row,
    buyers: buyers.map(({ customer, sharePpm }) => ({ customerId: customerIds[customer] ?? 0, sharePpm })),
    price: built.lines,
    plan: lines,
    consented: { method: 'earlier', on: subscribedOn, notice: null, takenBy: consultantId },
  });
}

type Areas = Pick<Parameters<typeof buildPrice>[0], 'innerArea' | 'builtArea'>;

/**
 * How the price came from the list price: by one reduction, since nothing else is known of it. A price above the list
 * price, or one that the office's rounding would not give, is its own list price.
 */
function priceOf({ setting }: LongContext, { subscription, listPrice }: PlannedDeal, areas: Areas) {
  const { price, subscribedOn } = subscription;
  const settings = {
    ...areas,
    basis: setting('priceBasis', subscribedOn),
    order: setting('discountOrder', subscribedOn),
    rounding: setting('priceRounding', subscribedOn),
  };
  const off = subtractFen(listPrice, price);
  const adjustments: Adjustment[] =
    off > 0 ? [{ kind: 'reduction', code: 'takenOver', label: '成交优惠', amount: off }] : [];
  const built = buildPrice({ ...settings, listPrice, adjustments });
  if (off >= 0 && built.total === price) return { listPrice, adjustments, lines: built.lines };
  const plain = buildPrice({ ...settings, listPrice: price, adjustments: [] });
  return { listPrice: price, adjustments: [], lines: plain.lines };
}
