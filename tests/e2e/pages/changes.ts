import type { Locator } from '@playwright/test';
import type { ChangeKind } from '#shared/domain/changes/kinds.ts';
import { seePages } from './papers.ts';
import { button, confirm, dialog, goTo, type Stage, say } from './stage.ts';

/** Begins to ask for a change of the subscription that is open; answers the panel that reckons what it comes to. */
export async function askForChange({ page, words }: Stage, kind: ChangeKind): Promise<Locator> {
  const { make, kinds } = words.changes;
  await button(page.getByRole('main'), make.action).click();
  await page.getByRole('radio', { name: new RegExp(`${kinds[kind]}$`) }).click();
  return page.getByRole('complementary', { name: make.simulation });
}

/** Chooses the other home of a room change. */
export async function chooseOtherHome({ page, words }: Stage, unit: string): Promise<void> {
  await page.getByRole('combobox', { name: words.exits.target }).fill(unit);
  await page.getByRole('option', { name: unit, exact: true }).click();
}

/** Sends what was reckoned, with its reason, to whoever decides about it; answers the number of the change. */
export async function sendChange({ page, words }: Stage, reason: string): Promise<string> {
  const { make, reasons, states } = words.changes;
  await page.getByRole('combobox', { name: reasons.choose }).click();
  await page.getByRole('option', { name: '其他', exact: true }).click();
  await page.getByRole('textbox', { name: reasons.remark }).fill(reason);
  await button(page, make.submit).click();
  await page.waitForURL(/contracts\/changes\/\d+/);
  await page.getByText(states.pending, { exact: true }).first().waitFor();
  const title = page.getByText(/^BG-\d{4}-\d+ · /).first();
  return /^BG-\d{4}-\d+/.exec(await title.innerText())?.[0] ?? '';
}

/** Opens a change by its number. */
export async function openChange(stage: Stage, number: string): Promise<void> {
  const { page } = stage;
  await goTo(stage, '/contracts/changes');
  await page.getByRole('row').filter({ hasText: number }).first().dblclick();
  await page.getByText(new RegExp(`^${number} · `)).waitFor();
}

/** Takes back every copy of the paper that the change which is open waits for, and comes back to the change. */
export async function takeBackPaper(stage: Stage, number: string, copies: number): Promise<void> {
  const { page, words } = stage;
  const { documents, changes } = words;
  const outside = say(changes.outside_other, { count: copies });
  await page.getByRole('listitem').filter({ hasText: outside }).getByRole('link').click();
  await seePages(stage);
  await button(page, documents.takeBack).click();
  const drawer = dialog(page);
  await drawer.getByLabel(documents.takeBackCopies).fill(String(copies));
  await drawer.getByLabel(documents.takeBackReason).fill(documents.takeBackReasons.returned);
  await button(drawer, documents.takeBack).click();
  await drawer.waitFor({ state: 'hidden' });
  await openChange(stage, number);
}

/** Carries out the change that is open. */
export async function carryOut({ page, words }: Stage): Promise<void> {
  const { execute, states } = words.changes;
  await button(page, execute).click();
  await confirm(page, execute);
  await page.getByText(states.executed, { exact: true }).first().waitFor();
}

/** Pays out what was agreed to go back to somebody, by transfer. */
export async function payRefund(
  stage: Stage,
  { payee, amount, reference }: { readonly payee: string; readonly amount: string; readonly reference: string },
): Promise<void> {
  const { page, words } = stage;
  const { payments, labels } = words;
  await goTo(stage, '/money?view=refunds');
  const row = page.getByRole('row').filter({ hasText: payee }).filter({ hasText: amount });
  await row.getByText(labels.refundStates.approved, { exact: true }).waitFor();
  await row.getByRole('button', { name: new RegExp(`^${say(payments.payOf, { number: '' })}`) }).click();
  const drawer = dialog(page);
  await drawer.getByLabel(payments.referenceOf).fill(reference);
  await button(drawer, payments.payRefund).click();
  await drawer.waitFor({ state: 'hidden' });
  await row.getByText(labels.refundStates.paid, { exact: true }).waitFor();
}
