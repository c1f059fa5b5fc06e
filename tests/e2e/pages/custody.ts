import { button, dialog, goTo, type Stage, say } from './stage.ts';

/** Tells the buyers of the contract that is open that their original is ready, by phone, with what was said. */
export async function tellToCollect({ page, words }: Stage, note: string): Promise<void> {
  const { collect } = words.custody;
  await button(page, collect.act).click();
  const drawer = dialog(page);
  await drawer.getByRole('textbox', { name: words.custody.note }).fill(note);
  await button(drawer, collect.save).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Gives the buyers' original of the contract that is open to the buyer, who shows a document; answers which copy it was. */
export async function giveToBuyer({ page, words }: Stage): Promise<string> {
  const { acts, confirmMove, holder, holders, identityChecked, move, places, toPlace } = words.custody;
  const waiting = page
    .getByRole('listitem')
    .filter({ hasText: `${holder} ${holders.buyer}` })
    .filter({ hasText: places.backOffice })
    .first();
  const [copy = ''] = (await waiting.getByRole('paragraph').innerText()).split('\n');
  await button(page, move).click();
  const drawer = dialog(page);
  await drawer.getByRole('checkbox', { name: `${copy.trim()} · ${places.backOffice}` }).check();
  await drawer.getByRole('combobox', { name: toPlace }).click();
  await page.getByRole('option', { name: places.buyer, exact: true }).click();
  await drawer.getByRole('checkbox', { name: identityChecked }).check();
  await button(drawer, confirmMove).click();
  await drawer.waitFor({ state: 'hidden' });
  await page
    .getByRole('listitem')
    .filter({ hasText: acts.handOver })
    .filter({ hasText: `→ ${places.buyer}` })
    .first()
    .waitFor();
  return copy.trim();
}

/** Whoever took the copies of the latest move signs for them on the screen, by hand. */
export async function signForCopies({ page, words }: Stage): Promise<void> {
  const { files, sign, signArea, signSave } = words.custody;
  await button(page, files).first().click();
  const drawer = dialog(page);
  await button(drawer, sign).click();
  const pad = await drawer.getByRole('img', { name: signArea }).boundingBox();
  if (pad === null) throw new Error('Nowhere to sign');
  const at = (x: number, y: number) => [pad.x + pad.width * x, pad.y + pad.height * y] as const;
  await page.mouse.move(...at(0.2, 0.6));
  await page.mouse.down();
  for (const [x, y] of [
    [0.35, 0.3],
    [0.45, 0.7],
    [0.6, 0.35],
    [0.8, 0.6],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
  await button(drawer, signSave).click();
  await drawer.getByText(words.attachments.kinds.signature).first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

/** Sends a document from the back office to another department by the book; answers the number of the transfer. */
export async function sendByBook(stage: Stage, to: string, title: string): Promise<string> {
  const { page, words } = stage;
  const { transfers } = words;
  await goTo(stage, '/contracts/transfers');
  await button(page, transfers.send).click();
  const drawer = dialog(page);
  await drawer.getByRole('combobox', { name: transfers.to }).click();
  await page.getByRole('option', { name: to, exact: true }).click();
  await drawer.getByRole('textbox', { name: transfers.name }).fill(title);
  await button(drawer, transfers.send).click();
  await drawer.waitFor({ state: 'hidden' });
  const sent = await page.getByRole('row').filter({ hasText: title }).first().innerText();
  return /[A-Z]{2}-\d{4}-\d+/.exec(sent)?.[0] ?? '';
}

/** The other side signs for a transfer: in its own session, or on the printed list, which the sender enters. */
export async function answerTransfer(stage: Stage, number: string, signer?: string): Promise<void> {
  const { page, words } = stage;
  const { acts, answerTitle, signer: label } = words.transfers;
  await goTo(stage, '/contracts/transfers');
  await page.getByRole('row').filter({ hasText: number }).dblclick();
  const act = signer === undefined ? acts.receive : acts.signPaper;
  await button(dialog(page), act).click();
  if (signer === undefined) {
    const asking = page.getByRole('dialog', { name: say(answerTitle, { act, number }) });
    await button(asking, act).click();
    return asking.waitFor({ state: 'hidden' });
  }
  const drawer = dialog(page);
  await drawer.getByRole('textbox', { name: label }).fill(signer);
  await button(drawer, act).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** How the book says that a transfer was answered by somebody. */
export function answeredBy({ page }: Stage, number: string, name: string) {
  return page.getByRole('row').filter({ hasText: number }).filter({ hasText: name });
}
