import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, confirm, wordsOf } from './pages/stage.ts';
import { type Launched, launch } from './support/launch.ts';

const words = wordsOf('zh-CN');

describe('a rehearsal of launch day', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch({ args: ['--demo', '--as=manager'] });
    await run.page.getByRole('navigation').first().waitFor({ timeout: 120_000 });
  }, 240_000);
  afterAll(() => run.close());

  const openLaunches = (page: Page) =>
    page.evaluate(() => {
      location.hash = '#/sales/launches';
    });
  const plan = async (page: Page, name: string) => {
    await button(page, words.launches.plan).click();
    await page.getByLabel(words.launches.name).fill(name);
    await button(page, words.common.next).click();
    await button(page, words.common.next).click();
    await page.getByRole('textbox', { name: words.launches.desks }).fill('1号台\n2号台');
    await button(page, words.launches.finish).click();
    await page.getByRole('heading', { name }).waitFor();
  };
  const copyLies = () => existsSync(path.join(run.data, 'pc', 'rehearsal', 'office.db'));

  it('opens on a copy in a window of its own that says so, and is gone with it', async () => {
    const { page } = run;
    await openLaunches(page);
    const opening = run.app.waitForEvent('window');
    await button(page, words.launches.rehearse).click();
    await confirm(page, words.launches.rehearse);
    const practice = await opening;
    await practice.getByText(words.shell.rehearsal).waitFor({ timeout: 120_000 });
    await practice.getByText(words.shell.rehearsalMark, { exact: true }).waitFor();
    expect(copyLies()).toBe(true);
    expect(await button(practice, words.launches.rehearse).count()).toBe(0);
    await plan(practice, '演练场次');
    expect(await page.getByText('演练场次').count()).toBe(0);
    await practice.close();
    // The folder goes after what lies in it.
    await expect.poll(() => readdirSync(path.join(run.data, 'pc')), { timeout: 30_000 }).not.toContain('rehearsal');
    expect(run.consoleErrors()).toEqual([]);
  }, 240_000);

  it('leaves the office at work as it was', async () => {
    const { page } = run;
    await plan(page, '正式场次');
    await openLaunches(page);
    await page.getByText('正式场次').first().waitFor();
    expect(await page.getByText('演练场次').count()).toBe(0);
  }, 120_000);
});
