import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import { button, dialog, type Stage, say } from './stage.ts';

/** Issues a paper of the record that is open, which leads to its pages, and waits until they are drawn. */
export async function issuePaper(stage: Stage, kind: DocumentKindName): Promise<void> {
  const { page, words } = stage;
  const { documents } = words;
  await button(page, documents.issues[kind]).click();
  await seePages(stage);
}

/** The press starts with the first paper that is asked of it. */
const FIRST_PAPER_MS = 60_000;

/** Waits until a paper is open and its pages are drawn. */
export async function seePages({ page }: Stage): Promise<void> {
  await page.waitForURL(/documents\/\d+/);
  await page.locator('main canvas').first().waitFor({ timeout: FIRST_PAPER_MS });
}

/** Goes from a paper back to the record that it was issued for. */
export async function backToRecord({ page, words }: Stage, noun: PaperNoun): Promise<void> {
  await button(page, words.documents.toRecord[noun]).click();
  await page.locator('main canvas').first().waitFor({ state: 'hidden' });
}

/** Prints the paper that is open on the printer that is chosen, as many copies as are due, and finds all of them good. */
export async function printPaper(stage: Stage): Promise<void> {
  const { page, words } = stage;
  const { documents } = words;
  const copies = await page.getByLabel(documents.copies).inputValue();
  await button(page, say(documents.print, { count: copies })).click();
  await findAllGood(stage);
}

/** Looks at what came out of the printer: all of it is good. */
async function findAllGood({ page, words }: Stage): Promise<void> {
  const { documents, prints } = words;
  await page.getByText(documents.printStates.sent, { exact: true }).first().waitFor();
  await button(page, prints.allGood).first().click();
  await page.getByText(documents.printStates.sent, { exact: true }).first().waitFor({ state: 'hidden' });
}

/** Finds the first copy of a print spoiled, and prints another in its place, which asks for no other reason. */
export async function replaceSpoiled(stage: Stage): Promise<void> {
  const { page, words } = stage;
  const { documents, prints } = words;
  await button(page, prints.spoilMore).first().click();
  const drawer = dialog(page);
  await drawer.getByRole('checkbox').first().check();
  await button(drawer, prints.saveSpoiled).click();
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText(say(documents.replacesSpoiled_other, { count: 1 })).waitFor();
  await button(page, say(documents.reprint, { count: 1 })).click();
  await findAllGood(stage);
}

/** Prints one more copy of a paper whose copies are all printed; it asks what for, and what became of those that are out. */
export async function reprintPaper(stage: Stage, reason: string): Promise<void> {
  const { page, words } = stage;
  const { documents, prints } = words;
  await page.getByLabel(documents.reprintReason).fill(reason);
  // The first one came out spoiled, and is not out.
  await page.getByRole('checkbox', { name: say(prints.earlier.copy, { copy: 2 }), exact: true }).check();
  await page.getByRole('combobox', { name: prints.earlier.keptOut }).click();
  await page.getByRole('option', { name: prints.earlier.reasons.valid }).click();
  await button(page, say(documents.reprint, { count: 1 })).click();
  await page.getByText(documents.reprintMark, { exact: true }).first().waitFor();
  await findAllGood(stage);
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
