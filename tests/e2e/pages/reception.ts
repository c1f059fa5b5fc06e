import { goTo, type Stage } from './stage.ts';

/** Somebody who comes in and may buy. */
export type Visitor = { readonly name: string; readonly phone: string };

/** Registers a visit by keyboard: phone, Enter, name, Enter, how they heard of us, Ctrl+Enter. */
export async function registerVisit(stage: Stage, { name, phone }: Visitor): Promise<void> {
  const { page, words } = stage;
  const { visits } = words;
  await goTo(stage, '/reception');
  await page.getByLabel(visits.phone).first().waitFor();
  await page.keyboard.type(phone);
  await page.getByText(visits.verdict.new.title).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+1');
  // Whoever sits here receives the visitor, though the rota may name somebody else.
  const me = await page.getByRole('banner').locator('button[aria-haspopup=menu]').last().locator('b').textContent();
  await page.getByRole('radio', { name: new RegExp(me ?? '') }).click();
  await stage.scene('reception');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('row').filter({ hasText: name }).first().waitFor();
}
