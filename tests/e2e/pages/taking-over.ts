import type { Locator } from '@playwright/test';
import { button, confirm, goTo, type Stage } from './stage.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Drops the books of a running project, a workbook in base64; its sheets then stand there to be matched. */
export async function dropBooks(
  stage: Stage,
  { name, content }: { readonly name: string; readonly content: string },
): Promise<void> {
  const { page, words } = stage;
  await goTo(stage, '/sales/import?of=project');
  const buffer = Buffer.from(content, 'base64');
  await page.locator('main input[type=file]').setInputFiles([{ name, mimeType: XLSX, buffer }]);
  await page.getByRole('list', { name: words.runningProject.sheetList }).waitFor();
}

/** Says what a column of the sheet that is shown is. */
export async function assignColumn({ page }: Stage, heading: string, field: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: heading });
  await row.locator('input').first().click();
  await page.getByRole('option', { name: field, exact: true }).click();
}

/** The faults of the books, one in each row. */
export function faults({ page, words }: Stage): Locator {
  return page.getByRole('table', { name: words.runningProject.problems.label }).locator('[data-row]');
}

/** The deals that would be taken over, one in each row. */
export function plannedDeals({ page, words }: Stage): Locator {
  return page.getByRole('table', { name: words.runningProject.deals.label }).locator('[data-row]');
}

/** The line of the tie-out of a kind and a measure. */
export function tieLine({ page, words }: Stage, kind: string, measure: string): Locator {
  const name = new RegExp(`^${kind}\\s*${measure}$`);
  return page
    .getByRole('table', { name: words.runningProject.tie.label })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
}

/** Goes on to the next step. */
export async function nextStep({ page, words }: Stage): Promise<void> {
  await button(page, words.common.next).click();
}

/** Takes over what was checked and agrees, and waits until it is written. */
export async function takeOver(stage: Stage): Promise<void> {
  const { page, words } = stage;
  const { runningProject } = words;
  await page.getByRole('main').getByRole('button', { name: runningProject.confirm.button, exact: true }).click();
  await confirm(page, runningProject.confirm.button);
  await page.getByRole('heading', { name: runningProject.done.title }).waitFor();
}

/** Takes over a running project whose books are faultless and name their own totals, a picture of each step. */
export async function takeOverBooks(
  stage: Stage,
  book: { readonly name: string; readonly content: string },
): Promise<void> {
  await dropBooks(stage, book);
  await stage.scene('running-project-columns');
  await nextStep(stage);
  await plannedDeals(stage).first().waitFor();
  await stage.scene('running-project-check');
  await nextStep(stage);
  await stage.page.getByRole('table', { name: stage.words.runningProject.tie.label }).waitFor();
  await stage.scene('running-project-totals');
  await takeOver(stage);
  await stage.scene('running-project-done');
}

/** Takes the import of a file back whole. */
export async function undoImport(stage: Stage, file: string): Promise<void> {
  const { page, words } = stage;
  const { history } = words.imports;
  await goTo(stage, '/sales/import?of=project');
  const row = page.getByRole('row').filter({ hasText: file }).first();
  await button(row, history.undo).click();
  await confirm(page, history.undo);
  await row.getByText(history.states.undone).waitFor();
}
