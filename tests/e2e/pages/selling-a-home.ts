import {
  approve,
  askForPrice,
  fillSubscription,
  issueBook,
  openSubscription,
  type Purchase,
  seePages,
  takeDeposit,
} from './deals.ts';
import { registerVisit, type Visitor } from './reception.ts';
import {
  importPriceList,
  lockAndSubscribe,
  makeSaleable,
  openHome,
  releaseBuilding,
  showBuilding,
} from './sales-control.ts';
import type { Stage } from './stage.ts';

/** A home and everything that happens until it is sold. */
export type Sale = {
  /** File of the price list. */
  readonly list: string;
  readonly building: string;
  readonly floor: number;
  readonly room: string;
  /** What the program calls the home: `3-1-3101`. */
  readonly unit: string;
  readonly permit: string;
  /** When the permit was given and the prices were published. */
  readonly publishedOn: string;
  readonly visitor: Visitor;
  readonly purchase: Purchase;
  /** Number of the bank transfer of the deposit. */
  readonly reference: string;
};

/** What is done with a paper whose pages are shown. */
export type OnPaper = (kind: 'subscriptionBook' | 'depositReceipt') => Promise<void>;

/**
 * The main job, from the price list to the printed papers, at one window where four people take turns: the manager
 * imports, makes saleable and releases; a consultant registers, locks and subscribes below their authority; the
 * supervisor agrees; the back office takes the deposit and deals with the papers. Answers the number of the subscription.
 */
export async function sellHome(stage: Stage, sale: Sale, onPaper: OnPaper): Promise<string> {
  const { enter, scene } = stage;
  await enter('manager');
  await importPriceList(stage, sale.list);
  await makeSaleable(stage, sale.building, sale.permit, sale.publishedOn);
  await releaseBuilding(stage, sale.building);

  await enter('consultant');
  await registerVisit(stage, sale.visitor);
  await showBuilding(stage, sale.building);
  await scene('board');
  await lockAndSubscribe(stage, await openHome(stage, sale.floor, sale.room));
  await fillSubscription(stage, sale.purchase);
  await scene('subscribe');
  const number = await askForPrice(stage);
  await scene('subscription-asked');

  await enter('supervisor');
  await approve(stage, sale.visitor.name, '老客户推荐，同意。');
  await scene('approved');

  await enter('backOffice');
  await openSubscription(stage, number);
  await takeDeposit(stage, sale.reference);
  await seePages(stage);
  await scene('receipt');
  await onPaper('depositReceipt');
  await openSubscription(stage, number);
  await issueBook(stage);
  await seePages(stage);
  await scene('subscription-book');
  await onPaper('subscriptionBook');
  return number;
}
