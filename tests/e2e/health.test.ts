import { describe, expect, it } from 'vitest';
import { launch } from './support/launch.ts';

describe('The health of the office', () => {
  it('is on one page that follows by itself, and its report goes to the clipboard without a name in it', async () => {
    const run = await launch({ args: ['--demo', '--as=manager'] });
    const { page, app } = run;
    try {
      await page.getByRole('banner').waitFor({ timeout: 60_000 });
      await page.evaluate(() => {
        location.hash = '#/administration/health';
      });
      await page.getByRole('heading', { name: '运行状况' }).waitFor();
      await page.getByRole('cell', { name: 'session.current' }).waitFor();
      await page.getByRole('button', { name: '复制报告' }).click();
      await page.getByText('已复制').waitFor();
      const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
      expect(copied).toMatch(/^Zhiye Desk \d+\.\d+\.\d+, health as of /);
      expect(copied).toContain('session.current');
      expect(copied).not.toMatch(/\p{Script=Han}/u);
      expect(run.consoleErrors()).toEqual([]);
    } finally {
      await run.close();
    }
  }, 120_000);
});
