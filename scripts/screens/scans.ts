import { button, dialog, say, type Words } from '#tests/e2e/pages/stage.ts';
import { cityPdf } from '#tests/support/city-pdf.ts';
import type { Screen } from './screen.ts';
import { asks } from './steps.ts';

type Shown = Parameters<Exclude<Screen['steps'], undefined>>[0];

const longest = '南山大道二期预售许可证及附页（含楼栋明细表和预测绘报告摘要）.pdf';
const scans = ['建设用地规划许可证.pdf', longest];

/** Shows two scans of the first certificate, attached by whichever look comes first; their names are as long as people make them. */
export async function attachScans(page: Shown, words: Words): Promise<void> {
  await asks(({ projects }) => projects.permits.scansLabel)(page, words);
  const chooser = dialog(page).locator('input[type=file]');
  await chooser.waitFor({ state: 'attached' });
  if ((await dialog(page).getByRole('button', { name: longest }).count()) === 0) {
    const files = scans.map((name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(cityPdf(name)) }));
    await chooser.setInputFiles(files);
  }
  await dialog(page).locator('canvas').nth(1).waitFor();
}

/** Opens one of them. */
export async function openScan(page: Shown, words: Words): Promise<void> {
  await attachScans(page, words);
  await dialog(page).getByRole('button', { name: longest }).first().click();
  await button(dialog(page), words.attachments.back).waitFor();
  await dialog(page).locator('canvas').waitFor();
}

/** Comes to the scans of a contract. */
export async function showScans(page: Shown): Promise<void> {
  await page.locator('[data-takes-paste]').scrollIntoViewIfNeeded();
  await page.getByRole('main').locator('img').first().waitFor();
}

/** Asks why the first of them is taken off. */
export async function askRemoval(page: Shown, words: Words): Promise<void> {
  await showScans(page);
  await page
    .getByRole('button', { name: say(words.attachments.removeLabel, { name: '' }).trim() })
    .first()
    .click();
  await dialog(page).getByText(words.attachments.removeConsequence).waitFor();
}

/** Shows what was taken off, by whichever look comes first. */
export async function showRemoved(page: Shown, words: Words): Promise<void> {
  const { attachments } = words;
  const { remove } = attachments;
  const sentence = 'removedFiles_one' in attachments ? attachments.removedFiles_one : attachments.removedFiles_other;
  const removed = page.getByRole('button', { name: say(sentence, { count: 1 }), exact: true });
  await showScans(page);
  if ((await removed.count()) === 0) {
    await askRemoval(page, words);
    await dialog(page).getByRole('textbox').fill('扫描不清楚，边角没有扫到，请买受人带原件再扫一次');
    await button(dialog(page), remove).click();
    await dialog(page).waitFor({ state: 'hidden' });
  }
  await removed.click();
  await removed.scrollIntoViewIfNeeded();
}
