import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from './pages/stage.ts';
import { type Launched, launch } from './support/launch.ts';

const { parts, customers } = wordsOf('zh-CN');

describe('the customer contact list on paper', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch({ args: ['--demo', '--as', 'manager'] });
    await run.page.getByRole('navigation').first().waitFor({ timeout: 120_000 });
  }, 180_000);
  afterAll(() => run.close());

  /** Lists customers and presses the button that prints the list. */
  const print = async (address: string) => {
    const { page } = run;
    await page.evaluate((hash) => {
      // What the system's dialog would print is read from the page instead.
      window.print = () => undefined;
      location.hash = hash;
    }, `#/reception/customers${address}`);
    const grid = page.getByRole('grid', { name: customers.list.title });
    await grid.locator('tbody tr[data-row]').first().waitFor();
    await page.getByRole('button', { name: parts.table.print, exact: true }).click();
  };

  it('has the customers that are listed, no phone in full, and who printed it under a number', async () => {
    const { app, page, data } = run;
    await print('?text=陈');
    await page.locator('body > section').waitFor({ state: 'attached' });
    const bytes = await app.evaluate(async ({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows();
      const pdf = await shown?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
      return pdf?.toString('base64') ?? '';
    });
    const file = path.join(data, 'list.pdf');
    writeFileSync(file, Buffer.from(bytes, 'base64'));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text).toContain(customers.list.paperTitle);
    expect(text).toContain(parts.printed.internal);
    expect(text).toMatch(/DC-\d{4}-\d{4}/);
    expect(text).toMatch(/\d{3}\*{4}\d{4}/);
    expect(text).not.toMatch(/1\d{10}|1\d{2} \d{4} \d{4}/);
  });
});
