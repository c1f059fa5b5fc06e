import type { Locator, Page } from '@playwright/test';
import { seePages } from './papers.ts';
import { button, dialog, goTo, type Stage, say } from './stage.ts';

/** Somebody who buys, as their papers say. */
export type Buyer = {
  readonly name: string;
  readonly phone: string;
  readonly identityNumber: string;
  readonly address: string;
};

/** Who buys, and on which terms. */
export type Purchase = {
  /** In the order in which they sign. The first has been here; for the others a file is opened. */
  readonly buyers: readonly [Buyer, ...Buyer[]];
  /** Percent off that the consultant may give on the plan, and percent more that somebody must agree to; as typed. */
  readonly planPercent: string;
  readonly furtherPercent: string;
  /** Why so low, for whoever must agree. */
  readonly reason: string;
  /** Yuan, as typed. */
  readonly deposit: string;
};

/** Puts a customer whose file is there among the buyers. */
export async function findBuyer({ page, words }: Stage, name: string): Promise<void> {
  await page.getByRole('combobox', { name: words.subscriptions.make.find }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
}

/** Enters document and address of a buyer. */
export async function identifyBuyer({ page, words }: Stage, buyer: Buyer): Promise<void> {
  const { make } = words.subscriptions;
  await button(page, say(make.edit, { name: buyer.name })).click();
  const drawer = dialog(page);
  // The field may be rendered anew when its kind of document is read.
  await drawer.getByLabel(make.identityNumber).fill(buyer.identityNumber);
  await drawer.getByLabel(make.address).fill(buyer.address);
  await button(drawer, make.saveBuyer).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Opens a file for a further buyer, who has not been here, with document and address. */
export async function fileBuyer({ page, words }: Stage, buyer: Buyer): Promise<void> {
  const { make } = words.subscriptions;
  await button(page, make.openFile).click();
  const drawer = dialog(page);
  await drawer.getByLabel(make.name).fill(buyer.name);
  await drawer.getByLabel(make.phone).fill(buyer.phone);
  await drawer.getByLabel(make.identityNumber).fill(buyer.identityNumber);
  await drawer.getByLabel(make.address).fill(buyer.address);
  await button(drawer, make.fileCreate).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Takes so many percent off beyond the catalogue, on a plan or a subscription. */
export async function agreeDiscount({ page, words }: Stage, percent: string): Promise<void> {
  const { make } = words.subscriptions;
  await button(page, make.manual).click();
  await page.getByLabel(make.manualRate).fill(percent);
  await button(page, make.manualAdd).click();
}

/** What no purchase plan says: the deposit, and that the buyers agree to the use of their data. */
export async function agreeConditions(stage: Stage, deposit: string): Promise<void> {
  await stage.page.getByLabel(stage.words.subscriptions.make.consent).check();
  await depositField(stage).fill(deposit);
  await depositField(stage).blur();
}

/** The deposit; its label also says what the law allows at most. */
export function depositField({ page, words }: Stage): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${words.subscriptions.make.deposit}`) });
}

/** Sends a subscription whose price somebody must agree to; answers its number. */
export async function askForPrice(stage: Stage, reason: string): Promise<string> {
  const { make } = stage.words.subscriptions;
  await stage.page.getByLabel(make.reason).fill(reason);
  return send(stage, make.submitAsk);
}

/** Sends a subscription at the list price to its reviewers; answers its number. */
export async function sendSubscription(stage: Stage): Promise<string> {
  return send(stage, stage.words.subscriptions.make.submit);
}

async function send({ page }: Stage, name: string): Promise<string> {
  await button(page, name).click();
  await page.waitForURL(/subscriptions\/\d+/);
  return numberOf(page, 'RG');
}

/** The number of the record that is open, once its title stands there: an address changes before it. */
export async function numberOf(page: Page, prefix: string): Promise<string> {
  const number = page.getByRole('heading', { level: 1, name: new RegExp(`^${prefix}-\\d{4}-\\d+$`) });
  await number.waitFor();
  return (await number.textContent()) ?? '';
}

/** Agrees to what was asked for a customer, as somebody else than who asked; `pending` where others come after. */
export async function approve(
  stage: Stage,
  customer: string,
  opinion: string,
  then: 'approved' | 'pending' = 'approved',
): Promise<void> {
  const { page } = stage;
  await goTo(stage, '/today/approvals');
  await page.getByRole('row').filter({ hasText: customer }).first().dblclick();
  await approveOpen(stage, opinion, then);
}

/** Approves the request that is open. */
export async function approveOpen(
  stage: Stage,
  opinion: string,
  then: 'approved' | 'pending' = 'approved',
): Promise<void> {
  const { page, words } = stage;
  await page.getByLabel(words.approvals.opinion).fill(opinion);
  await stage.scene('approval');
  await page.getByRole('button', { name: new RegExp(`^${words.approvals.approve}`) }).click();
  await page.getByText(new RegExp(words.approvals.done[then])).first().waitFor();
}

/** Opens a subscription by its number. */
export async function openSubscription(stage: Stage, number: string): Promise<void> {
  const { page } = stage;
  await goTo(stage, '/contracts/subscriptions');
  await page.getByRole('row').filter({ hasText: number }).first().dblclick();
  await page.waitForURL(/subscriptions\/\d+/);
}

/** Takes the whole deposit by transfer and goes on to the paper of the receipt. */
export async function takeDeposit(stage: Stage, reference: string): Promise<void> {
  await button(stage.page, stage.words.subscriptions.receive).click();
  await take(stage, reference, 'deposit');
}

/** Takes what the plan asks for next, the first payment, by transfer and goes on to the paper of the receipt. */
export async function takeFirstPayment(stage: Stage, reference: string): Promise<void> {
  await button(stage.page, stage.words.subscriptions.receiveMoney).click();
  await take(stage, reference, 'first-payment');
}

async function take(stage: Stage, reference: string, name: string): Promise<void> {
  const { page, words } = stage;
  const { payments } = words;
  const drawer = dialog(page);
  await drawer.getByLabel(payments.referenceOf).fill(reference);
  await stage.scene(name);
  await button(drawer, payments.take).click();
  await button(drawer, payments.printReceipt).waitFor();
  await stage.scene(`${name}-taken`);
  await button(drawer, payments.printReceipt).click();
  await seePages(stage);
}
