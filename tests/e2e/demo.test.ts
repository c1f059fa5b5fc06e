import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from './support/launch.ts';

describe('the demonstration', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch({ args: ['--demo'] });
  }, 60_000);
  afterAll(async () => {
    await run.close();
  });

  it('furnishes its office while the window says so, and enters it as the supervisor', async () => {
    await run.page.evaluate(() => {
      location.hash = '#/administration/settings';
    });
    await run.page.getByText('陈立群').first().waitFor({ timeout: 60_000 });
    expect(await run.page.locator('main').count()).toBe(1);
    expect(run.consoleErrors()).toEqual([]);
  });
});
