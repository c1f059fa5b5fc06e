import type { Numbers } from './agreed.ts';
import {
  agreeConditions,
  agreeDiscount,
  approve,
  askForPrice,
  fileBuyer,
  identifyBuyer,
  openSubscription,
  takeDeposit,
} from './deals.ts';
import { backToRecord, issuePaper } from './papers.ts';
import { makePlan, subscribeBy } from './plans.ts';
import { printAndCompare, type Selling } from './printed-papers.ts';
import { registerVisit } from './reception.ts';
import { importPriceList, lockHome, makeSaleable, openHome, releaseBuilding, showBuilding } from './sales-control.ts';
import { signHome } from './signing-a-contract.ts';

/**
 * The main line, from the price list to the signed contract, at one window where people take turns: a manager opens a
 * building for sale, a consultant receives, plans and subscribes below their authority, a supervisor agrees, the back
 * office takes the money and the papers, the contract goes through its review. Every paper is printed and read back.
 */
export async function sellHome(selling: Selling): Promise<Numbers> {
  await openForSale(selling);
  const deal = await subscribeHome(selling);
  return { ...deal, contract: await signHome(selling, deal) };
}

async function openForSale({ stage, sale }: Selling): Promise<void> {
  await stage.enter('manager');
  await importPriceList(stage, sale.list);
  await makeSaleable(stage, sale);
  await releaseBuilding(stage, sale.building);
}

async function subscribeHome(selling: Selling): Promise<Pick<Numbers, 'plan' | 'subscription'>> {
  const { stage, sale } = selling;
  const { enter, scene } = stage;
  const { purchase, visitor } = sale;
  const [first, ...others] = purchase.buyers;
  await enter('consultant');
  await registerVisit(stage, visitor);
  await showBuilding(stage, sale.building);
  await scene('board');
  const panel = await openHome(stage, sale.floor, sale.room);
  await lockHome(stage, panel);
  const plan = await makePlan(stage, panel, { customer: first.name, percent: purchase.planPercent });
  await issuePaper(stage, 'purchasePlan');
  await scene('purchase-plan');
  await printAndCompare(selling, 'purchasePlan', { plan });
  await backToRecord(stage, 'quotes');
  await scene('plan');
  await subscribeBy(stage, 'mortgage');
  await identifyBuyer(stage, first);
  for (const buyer of others) await fileBuyer(stage, buyer);
  await agreeDiscount(stage, purchase.furtherPercent);
  await agreeConditions(stage, purchase.deposit);
  await scene('subscribe');
  const subscription = await askForPrice(stage, purchase.reason);
  await scene('subscription-asked');

  await enter('supervisor');
  await approve(stage, visitor.name, '老客户推荐，同意。');
  await scene('approved');

  await enter('backOffice');
  await approve(stage, visitor.name, '资料齐全。', 'pending');
  await enter('supervisor');
  await approve(stage, visitor.name, '同意认购。');
  await enter('backOffice');
  await openSubscription(stage, subscription);
  await takeDeposit(stage, sale.references.deposit);
  await scene('receipt');
  await printAndCompare(selling, 'depositReceipt', { subscription });
  await openSubscription(stage, subscription);
  await issuePaper(stage, 'subscriptionBook');
  await scene('subscription-book');
  await printAndCompare(selling, 'subscriptionBook', { subscription });
  return { plan, subscription };
}
