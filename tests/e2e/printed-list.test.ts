import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from './pages/stage.ts';
import { type Launched, launch } from './support/launch.ts';

const { parts, customers, units } = wordsOf('zh-CN');

/** Between the margins of a sheet of A4 lying down, in CSS px. */
const PAGE_HEIGHT = 703;

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
    const { page } = run;
    await print('?text=陈');
    const sheet = page.locator('body > section').first();
    await sheet.waitFor({ state: 'attached' });
    const text = (await sheet.textContent()) ?? '';
    expect(text).toContain(customers.list.paperTitle);
    expect(text).toContain(parts.printed.internal);
    expect(text).toMatch(/DC-\d{4}-\d{4}/);
    expect(text).toMatch(/\d{3}\*{4}\d{4}/);
    expect(text).not.toMatch(/1\d{10}|1\d{2} \d{4} \d{4}/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
  });

  it('numbers its sheets, each of which holds what stands on it', async () => {
    const { page } = run;
    await page.evaluate(() => {
      window.print = () => undefined;
      location.hash = '#/sales/units';
    });
    await page.getByRole('grid', { name: units.list.title }).locator('tbody tr[data-row]').first().waitFor();
    await page.getByRole('button', { name: parts.table.print, exact: true }).click();
    const sheets = page.locator('body > section');
    await sheets.nth(1).waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const laid = await sheets.evaluateAll((all) =>
      all.map((sheet) => ({
        text: sheet.textContent ?? '',
        rows: sheet.querySelectorAll('tbody tr').length,
        height: sheet.getBoundingClientRect().height,
        over: sheet.scrollHeight - sheet.clientHeight,
      })),
    );
    await page.emulateMedia({ media: 'screen' });
    expect(laid.length).toBeGreaterThan(3);
    for (const [index, { text, rows, height, over }] of laid.entries()) {
      expect(text).toContain(`第 ${index + 1} 页　共 ${laid.length} 页`);
      expect(text).toMatch(/DC-\d{4}-\d{4}/);
      expect(rows).toBeGreaterThan(0);
      expect(height).toBeLessThan(PAGE_HEIGHT);
      expect(over).toBeLessThanOrEqual(0);
    }
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await sheets.first().waitFor({ state: 'detached' });
  });

  it('asks for a second person where there are as many as a file may not hold without one', async () => {
    await print('');
    await run.page.getByRole('dialog').getByText(parts.leave.title).waitFor();
    expect(await run.page.locator('body > section').count()).toBe(0);
  });
});
