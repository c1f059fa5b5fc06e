import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication, Locator } from '@playwright/test';
import { button, dialog, goTo, type Stage, say } from './stage.ts';

/** Who buys, and on which terms. */
export type Purchase = {
  readonly buyer: { readonly name: string; readonly identityNumber: string; readonly address: string };
  /** Below the list price, in percent, as typed. */
  readonly discountPercent: string;
  /** Why so low, for whoever must agree. */
  readonly reason: string;
  /** Yuan, as typed. */
  readonly deposit: string;
};

/** Fills in the subscription that is open: buyer with document, discount, deposit, consent, reason. */
export async function fillSubscription(stage: Stage, purchase: Purchase): Promise<void> {
  const { page, words } = stage;
  const { make } = words.subscriptions;
  const { buyer } = purchase;
  await page.getByRole('combobox', { name: make.find }).fill(buyer.name);
  await page.getByRole('option', { name: new RegExp(buyer.name) }).click();
  await button(page, say(make.edit, { name: buyer.name })).click();
  const drawer = dialog(page);
  // The field may be rendered anew when its kind of document is read.
  await drawer.getByLabel(make.identityNumber).fill(buyer.identityNumber);
  await drawer.getByLabel(make.address).fill(buyer.address);
  await button(drawer, make.saveBuyer).click();
  await drawer.waitFor({ state: 'hidden' });
  await button(page, make.manual).click();
  await page.getByLabel(make.manualRate).fill(purchase.discountPercent);
  await button(page, make.manualAdd).click();
  await page.getByLabel(make.consent).check();
  await page.getByLabel(make.reason).fill(purchase.reason);
  await depositField(stage).fill(purchase.deposit);
  await depositField(stage).blur();
}

/** The deposit; its label also says what the law allows at most. */
export function depositField({ page, words }: Stage): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${words.subscriptions.make.deposit}`) });
}

/** Sends the subscription to the one who must agree to its price; answers its number. */
export async function askForPrice(stage: Stage): Promise<string> {
  const { page, words } = stage;
  await button(page, words.subscriptions.make.submitAsk).click();
  await page.waitForURL(/subscriptions\/\d+/);
  // The address changes before the record's own title has taken the place of the form's.
  const number = page.getByRole('heading', { level: 1, name: /^RG-\d{4}-\d+$/ });
  await number.waitFor();
  return (await number.textContent()) ?? '';
}

/** Agrees to what was asked for a customer, as somebody else than who asked. */
export async function approve(stage: Stage, customer: string, opinion: string): Promise<void> {
  const { page, words } = stage;
  await goTo(stage, '/today/approvals');
  await page.getByRole('row').filter({ hasText: customer }).first().dblclick();
  await page.getByLabel(words.approvals.opinion).fill(opinion);
  await stage.scene('approval');
  await page.getByRole('button', { name: new RegExp(`^${words.approvals.approve}`) }).click();
  await page.getByText(new RegExp(words.approvals.done.approved)).first().waitFor();
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
  const { page, words } = stage;
  const { payments, subscriptions } = words;
  await button(page, subscriptions.receive).click();
  const drawer = dialog(page);
  await drawer.getByLabel(payments.referenceOf).fill(reference);
  await stage.scene('deposit');
  await button(drawer, payments.take).click();
  await button(drawer, payments.printReceipt).waitFor();
  await stage.scene('deposit-taken');
  await button(drawer, payments.printReceipt).click();
  await page.waitForURL(/documents\/\d+/);
}

/** Issues the subscription book of the subscription that is open, which leads to its pages. */
export async function issueBook(stage: Stage): Promise<void> {
  const { page, words } = stage;
  const { documents } = words;
  await button(page, say(documents.issue, { kind: documents.kinds.subscriptionBook })).click();
  await page.waitForURL(/documents\/\d+/);
}

/** Waits until the pages of the paper that is open are drawn. */
export async function seePages({ page }: Stage): Promise<void> {
  await page.locator('main canvas').first().waitFor();
}

/** Prints the paper that is open on the printer that is chosen, as many copies as are due. */
export async function printPaper({ page, words }: Stage): Promise<void> {
  const { documents } = words;
  const copies = await page.getByLabel(documents.copies).inputValue();
  await button(page, say(documents.print, { count: copies })).click();
  await page.getByText(documents.printStates.printed).first().waitFor();
}

/** Prints one more copy of a paper whose copies are all printed; it asks what for. */
export async function reprintPaper({ page, words }: Stage, reason: string): Promise<void> {
  const { documents } = words;
  await page.getByLabel(documents.reprintReason).fill(reason);
  await button(page, say(documents.reprint, { count: 1 })).click();
  await page.getByText(documents.reprintMark, { exact: true }).first().waitFor();
}

/** Saves the paper that is open as a file, as the system's dialog would name it. */
export async function savePaper({ page, words }: Stage, app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await button(page, words.documents.savePdf).click();
  for (let tries = 0; tries < 100 && !existsSync(file); tries += 1) await wait(100);
  if (!existsSync(file)) throw new Error(`The paper was not saved as ${file}`);
}
