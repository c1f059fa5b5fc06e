import type { Page } from '@playwright/test';
import { button, confirm, dialog, goTo, type Stage, say } from './stage.ts';

/** The page of a launch, or one of its day. */
export async function openLaunch(stage: Stage, launchId: number, page: '' | '/desk' | '/totals' | '/slips' = '') {
  await goTo(stage, `/sales/launches/${launchId}${page}`);
}

/** Registers a customer whose file is there for the launch that is open, with a home they wish for first. */
export async function registerIntent({ page, words }: Stage, customer: string, wishes: readonly string[]) {
  const { launches } = words;
  await button(page, launches.acts.register).click();
  const drawer = dialog(page);
  await drawer.getByRole('combobox', { name: words.parts.customer.label }).fill(customer);
  await page.getByRole('option', { name: new RegExp(customer) }).click();
  const wish = drawer.getByRole('combobox', { name: launches.wishes });
  for (const label of wishes) {
    await wish.fill(label);
    await page.getByRole('option', { name: label, exact: true }).click();
  }
  // The list of homes lies over the button.
  await wish.press('Tab');
  await button(drawer, launches.registerSubmit).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Opens the drawer of a customer's intent on the page of the launch. */
export async function openIntent({ page }: Stage, customer: string) {
  await page
    .getByRole('row', { name: new RegExp(customer) })
    .getByText(customer)
    .dblclick();
  const drawer = dialog(page);
  await drawer.waitFor();
  return drawer;
}

/** Takes the earnest money of an intent, with the reference of the payment. */
export async function receiveEarnest(stage: Stage, customer: string) {
  const { launches } = stage.words;
  const drawer = await openIntent(stage, customer);
  await button(drawer, launches.receive).click();
  await drawer.getByLabel(launches.reference).fill('0000456');
  await button(drawer, launches.receive).click();
  await drawer.getByText(launches.intentStates.paid, { exact: true }).waitFor();
  await stage.page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

/** Brings an act of the launch about that only asks whether one means it. */
export async function doOnLaunch({ page, words }: Stage, act: 'openRegistration' | 'closeList' | 'callGroup' | 'end') {
  const name = words.launches.acts[act];
  await button(page, name).click();
  await confirm(page, name);
}

/** Draws the places by a public seed; the answer is the number of the draw. */
export async function drawPlaces({ page, words }: Stage, seed: { seed: string; source: string; witness: string }) {
  const { launches } = words;
  await button(page, launches.acts.draw).click();
  const drawer = dialog(page);
  await drawer.getByLabel(launches.seed).fill(seed.seed);
  await drawer.getByLabel(launches.seedSource).fill(seed.source);
  await drawer.getByLabel(launches.witness).fill(seed.witness);
  await button(drawer, launches.drawNow).click();
  const asking = page.getByRole('dialog', { name: launches.drawConfirmTitle });
  await button(asking, launches.drawNow).click();
  await asking.waitFor({ state: 'hidden' });
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Calls the next in turn to the desk that is open. */
export async function callNext({ page, words }: Stage) {
  await page.getByText(words.launchDay.nobody).waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('timer').waitFor();
}

/** Who stands at the desk that is open, by the place that they drew. */
export async function placeAtDesk(page: Page): Promise<number> {
  const said = await page.getByText(/摇号第 \d+ 位/).innerText();
  return Number(/第 (\d+) 位/.exec(said)?.[1]);
}

/** A slip as it was written by hand. */
export type WrittenSlip = {
  readonly number: string;
  readonly queueNo: number;
  readonly unit: string;
  readonly time: string;
};

/** Enters slips that were written without the program; the outcomes stand in the drawer that is left open. */
export async function enterSlips({ page, words }: Stage, slips: readonly WrittenSlip[]) {
  const { slips: said } = words.launchDay;
  await button(page, said.enter).click();
  const drawer = dialog(page);
  for (const slip of slips) {
    await drawer.getByRole('combobox', { name: said.number }).fill(slip.number);
    await page.getByRole('option', { name: slip.number, exact: true }).click();
    await drawer.getByLabel(said.queueNo).fill(String(slip.queueNo));
    await drawer.getByRole('combobox', { name: said.unit }).fill(slip.unit);
    await page.getByRole('option', { name: slip.unit, exact: true }).click();
    await drawer.getByLabel(said.time).fill(slip.time);
    await button(drawer, said.add).click();
  }
  await button(drawer, say(said.send, { count: slips.length })).click();
  await drawer.getByRole('list', { name: said.outcomes }).waitFor();
  return drawer;
}
