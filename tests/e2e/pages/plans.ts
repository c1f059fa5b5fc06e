import type { Locator } from '@playwright/test';
import type { PlanKind } from '#shared/domain/plans/states.ts';
import { agreeDiscount, numberOf } from './deals.ts';
import { button, type Stage, say } from './stage.ts';

/** Makes a purchase plan of the home whose drawer is open, in the usual ways to pay; answers its number. */
export async function makePlan(
  stage: Stage,
  panel: Locator,
  { customer, percent }: { readonly customer: string; readonly percent: string },
): Promise<string> {
  const { page, words } = stage;
  const { quotes, parts, units } = words;
  await button(panel, units.act.quote).click();
  await page.waitForURL(/sales\/quote\/\d+/);
  await page.getByRole('combobox', { name: parts.customer.label }).fill(customer);
  await page.getByRole('option', { name: new RegExp(customer) }).click();
  await agreeDiscount(stage, percent);
  await page.getByText(say(quotes.clear, { untilOn: '' }).slice(0, 4)).waitFor();
  await stage.scene('plan-made');
  await button(page, quotes.form.submit).click();
  await page.waitForURL(/sales\/quotes\/\d+/);
  return numberOf(page, 'ZY');
}

/** Goes on from the purchase plan that is open to a subscription by one of its ways to pay. */
export async function subscribeBy({ page, words }: Stage, way: PlanKind): Promise<void> {
  await page
    .getByRole('columnheader', { name: new RegExp(words.labels.planKinds[way]) })
    .getByRole('button', { name: words.quotes.subscribeBy })
    .click();
  await page.waitForURL(/contracts\/subscribe\/\d+/);
}
