import { button, confirm, dialog, type Stage, say } from './stage.ts';

/** Where the record that is open is found again. */
export async function addressOf({ page }: Stage): Promise<string> {
  return page.evaluate(() => location.hash.slice(1));
}

/** Asks for one clause more in a signed contract, on the form that is open. */
export async function askForClause({ page, words }: Stage, clause: string): Promise<void> {
  const { agreements } = words;
  await button(page, agreements.addClause).click();
  await page.getByRole('textbox', { name: say(agreements.clause, { number: 1 }) }).fill(clause);
}

/** Drafts the supplementary agreement of the change that is open, which leads to it; answers its number. */
export async function draftSupplement({ page, words }: Stage): Promise<string> {
  const { agreementDraft, agreementKinds } = words.changes;
  await button(page, say(agreementDraft, { kind: agreementKinds.supplement })).click();
  await page.waitForURL(/agreements\/\d+/);
  const title = page.getByRole('heading', { name: /^BX-\d{4}-\d+/ });
  return (await title.innerText()).trim();
}

/** Does with the agreement that is open what needs no more than a yes. */
export async function doWith({ page }: Stage, act: string): Promise<void> {
  await button(page, act).click();
  await confirm(page, act);
}

/** Everybody signs the agreement that is open, each in their turn, and the seller's seal is last. */
export async function signAgreement({ page, words }: Stage): Promise<void> {
  const { signNow, sealNow } = words.contracts;
  const side = page.getByRole('complementary', { name: words.agreements.review });
  const next = side.getByRole('button', { name: new RegExp(`^(${signNow}|${sealNow})$`) });
  for (let last = ''; last !== sealNow; ) {
    last = (await next.innerText()).trim();
    const signed = await side
      .getByRole('listitem')
      .getByText(/^\d{4}-\d\d-\d\d/)
      .count();
    await next.click();
    await confirm(page, last);
    await side
      .getByRole('listitem')
      .getByText(/^\d{4}-\d\d-\d\d/)
      .nth(signed)
      .waitFor();
  }
}

/** Hands the originals of the contract that is open to where they are proposed: the buyer's to the buyer, who shows a document. */
export async function distributeOriginals({ page, words }: Stage, taker: string): Promise<void> {
  const { custody } = words;
  await button(page, custody.distribute).click();
  const drawer = dialog(page);
  await drawer.getByRole('checkbox', { name: custody.identityChecked }).check();
  for (const one of await drawer.getByRole('textbox', { name: new RegExp(say(custody.takerOf, { place: '' })) }).all())
    await one.fill(taker);
  await button(drawer, custody.confirmDistribute).click();
  await drawer.waitFor({ state: 'hidden' });
}
