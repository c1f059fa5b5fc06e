import type { Locator } from '@playwright/test';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { cityPdf } from '#tests/support/city-pdf.ts';
import { smallestScan } from '#tests/support/scans.ts';
import { settle, type Terms } from './contract-terms.ts';
import { numberOf } from './deals.ts';
import { button, confirm, dialog, goTo, type Stage, say } from './stage.ts';

/** Begins the contract of the subscription that is open; answers its number. */
export async function draftContract({ page, words }: Stage): Promise<string> {
  const { draftIt } = words.contracts;
  await button(page.getByRole('main'), draftIt).click();
  await confirm(page, draftIt);
  return numberOf(page, 'HT');
}

/** Opens a contract by its number. */
export async function openContract(stage: Stage, number: string): Promise<void> {
  const { page } = stage;
  await goTo(stage, '/contracts/contracts');
  await page.getByRole('row').filter({ hasText: number }).first().dblclick();
  await numberOf(page, 'HT');
}

/** The desk's half of the contract that is open: check, review, signatures, papers. */
function side({ page, words }: Stage): Locator {
  return page.getByRole('complementary', { name: words.contracts.review });
}

/** Puts right what the check found, each finding from its own place, until nothing is open. */
export async function clearCheck(stage: Stage, terms: Terms): Promise<void> {
  const { contracts } = stage.words;
  const panel = side(stage);
  // The weighty terms (P36) are told before the print, when nothing in them changes any more.
  const findings = panel.getByRole('listitem').filter({ has: button(stage.page, contracts.goFix), hasNotText: 'P36' });
  await findings.first().waitFor();
  await stage.scene('contract-check');
  // Each round settles an article or an annex; a contract has thirty and eleven.
  for (let round = 0; round < 41 && (await findings.count()) > 0; round += 1) {
    const first = findings.first();
    const said = await first.textContent();
    await button(first, contracts.goFix).click();
    if (round === 0) await stage.scene('contract-article');
    await settle(stage, terms);
    await findings.filter({ hasText: said ?? '' }).waitFor({ state: 'detached' });
  }
  await stage.scene('contract-ready');
}

/** Hands the contract to its reviewers. */
export async function submitContract(stage: Stage): Promise<void> {
  await decide(stage, stage.words.contracts.actions.submit);
}

/** Passes the level of the review at which the contract stands. */
export async function passContract(stage: Stage): Promise<void> {
  await decide(stage, stage.words.contracts.actions.approve);
}

/** Tells the buyers of the terms that weigh on them, which the print waits for. */
export async function explainTerms({ page, words }: Stage): Promise<void> {
  const { weightyAct } = words.contracts.confirm;
  await button(page, weightyAct).click();
  await confirm(page, weightyAct);
}

/** Takes the contract back from its reviewers. */
export async function withdrawContract(stage: Stage): Promise<void> {
  const { page, words } = stage;
  const { withdraw } = words.contracts.actions;
  await button(page.getByRole('main'), withdraw).click();
  await confirm(page, withdraw);
}

/** Waits for the reason why whoever is here may not pass the contract. */
export async function seeReviewRefused(stage: Stage, reason: RegExp): Promise<void> {
  await side(stage).getByText(reason).first().waitFor();
}

async function decide(stage: Stage, act: string): Promise<void> {
  await button(side(stage), act).click();
  await confirm(stage.page, act);
}

/** Returns the contract with what is wrong in it. */
export async function sendBackContract(stage: Stage, defect: string): Promise<void> {
  const { contracts } = stage.words;
  await button(side(stage), contracts.actions.sendBack).click();
  const drawer = dialog(stage.page);
  await drawer.getByRole('combobox', { name: contracts.defectKind }).click();
  await stage.page.getByRole('option').first().click();
  await drawer.getByRole('textbox', { name: contracts.defect }).fill(defect);
  await stage.scene('contract-defect');
  await button(drawer, contracts.actions.sendBack).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Changes terms of an article and says of the defect that it is corrected. */
export async function correctDefect(stage: Stage, article: number, terms: Terms): Promise<void> {
  const { page, words } = stage;
  const { contracts } = words;
  const line = page.getByRole('listitem').filter({ hasText: say(contracts.article, { article }) });
  await button(line.first(), contracts.editArticle).click();
  await settle(stage, terms);
  await button(page, contracts.markCorrected).click();
  await button(page, contracts.markCorrected).waitFor({ state: 'detached' });
}

/** Records the signature of each buyer in their order. */
export async function signByBuyers(stage: Stage, names: readonly string[]): Promise<void> {
  const { contracts } = stage.words;
  for (const name of names) {
    await button(side(stage), contracts.signNow).click();
    await dialog(stage.page).getByText(say(contracts.signTitle, { name })).waitFor();
    await confirm(stage.page, contracts.signNow);
    await side(stage)
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(new RegExp(say(contracts.signedAt, { signedOn: '' }).trim()))
      .waitFor();
  }
}

/** Records the seller's seal, with which the contract stands. */
export async function sealContract(stage: Stage): Promise<void> {
  const { contracts } = stage.words;
  await button(side(stage), contracts.sealNow).click();
  await stage.scene('contract-seal');
  await confirm(stage.page, contracts.sealNow);
}

/** Enters the number of the city with what the city's contract says. */
export async function enterCityNumber(
  stage: Stage,
  city: { readonly number: string; readonly price: Fen; readonly builtArea: string },
): Promise<void> {
  const { page, words } = stage;
  const { contracts } = words;
  await button(page, contracts.actions.file).click();
  const drawer = dialog(page);
  await drawer.getByLabel(contracts.cityNumber).fill(city.number);
  await drawer.getByLabel(contracts.cityPrice).fill(formatYuan(city.price));
  await drawer.getByLabel(contracts.cityArea).fill(city.builtArea);
  await stage.scene('contract-filing');
  await button(drawer, contracts.save).click();
  await drawer.waitFor({ state: 'hidden' });
}

/** Drops a file of the city's contract; the office reads and compares it. */
export async function dropCityContract(stage: Stage, text: string): Promise<void> {
  await side(stage)
    .locator('input[type=file]:not([multiple])')
    .setInputFiles({ name: '网签合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from(cityPdf(text)) });
}

/** Attaches the city's contract, which says what ours does. */
export async function attachCityContract(stage: Stage, text: string): Promise<void> {
  await dropCityContract(stage, text);
  await side(stage).getByText(stage.words.contracts.city.agrees).waitFor();
}

/** Drops a scan with the contract; it is called by what it is, and counts among the files that the deal needs. */
export async function attachScan(stage: Stage, name: string): Promise<void> {
  const { kinds } = stage.words.attachments;
  await side(stage)
    .locator('input[type=file][multiple]')
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(smallestScan, 'base64') });
  await side(stage)
    .getByRole('button', { name: `${kinds.identity}.png`, exact: true })
    .waitFor();
  const line = side(stage).getByRole('listitem').filter({ hasText: kinds.identity });
  await line.filter({ hasText: /1 \/ \d/ }).waitFor();
}
