import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chooseFolder } from './support/dialogs.ts';
import { launch } from './support/launch.ts';

describe('the first start', () => {
  it('offers a demonstration in the window, in which anybody may be any of its people, and which leaves nothing', async () => {
    const run = await launch();
    try {
      await run.page.getByRole('button', { name: /看演示/ }).click();
      await run.page.getByText('正在布置演示案场').waitFor();
      await run.page.getByRole('button', { name: /杜建华/ }).click({ timeout: 60_000 });
      await run.page.getByRole('main').waitFor();
      await run.page.getByText('杜建华').first().waitFor();
      expect(run.consoleErrors()).toEqual([]);
      await run.app.close();
      const again = await launch({ data: run.data });
      await again.page.getByRole('button', { name: /看演示/ }).waitFor();
      await again.close();
    } finally {
      await run.close().catch(() => undefined);
      rmSync(run.data, { recursive: true, force: true });
    }
  }, 120_000);

  it('opens the office of another folder and remembers it; a folder that holds none is refused in words', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-elsewhere-'));
    const first = await launch({ data: path.join(folder, 'first') });
    try {
      await first.page.getByRole('button', { name: /新建案场/ }).click();
      await first.page.getByLabel('案场名称').waitFor();
      await first.app.close();

      const second = await launch({ data: path.join(folder, 'second') });
      const open = second.page.getByRole('button', { name: /打开已有案场/ });
      await chooseFolder(second, null);
      await open.click();
      mkdirSync(path.join(folder, 'empty'));
      await chooseFolder(second, path.join(folder, 'empty'));
      await open.click();
      await second.page.getByText('所选文件夹里没有案场数据').waitFor();
      await chooseFolder(second, path.join(folder, 'first'));
      await open.click();
      await second.page.getByLabel('案场名称').waitFor();
      await second.app.close();
      const remembered: unknown = JSON.parse(readFileSync(path.join(folder, 'second/pc/settings.json'), 'utf8'));
      expect(remembered).toMatchObject({ officeFolder: path.join(folder, 'first/office') });

      const third = await launch({ data: path.join(folder, 'second') });
      await third.page.getByLabel('案场名称').waitFor();
      await third.app.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

describe('the keys of an office', () => {
  it('are renewed by its administrator: a passphrase of its own, and a recovery code that was typed back', async () => {
    const run = await launch();
    const { page } = run;
    const sealed = (): string[] => {
      const header = z
        .object({ keys: z.array(z.object({ kind: z.string() })) })
        .parse(JSON.parse(readFileSync(path.join(run.data, 'office/office.json'), 'utf8')));
      return header.keys.map(({ kind }) => kind).toSorted();
    };
    const field = (name: string) => page.getByRole('textbox', { name });
    try {
      await page.getByRole('button', { name: /新建案场/ }).click();
      await field('案场名称').fill('江畔案场');
      await field('公司名称').fill('江畔置业有限公司');
      await field('项目名称').fill('江畔');
      await page.getByRole('button', { name: '下一步' }).click();
      await field('姓名').fill('卢一鸣');
      await field('登录名').fill('luyiming');
      await page.getByLabel(/^密码/).fill('changjiang-2026');
      await page.getByLabel(/^再输入一次密码/).fill('changjiang-2026');
      await page.getByRole('button', { name: '创建案场' }).click();
      await page.getByRole('button', { name: '稍后再做' }).click();
      expect(sealed()).toEqual(['keychain']);

      await page.evaluate(() => {
        location.hash = '/administration/accounts';
      });
      const keys = page.getByRole('button', { name: '案场口令与恢复码' });
      await keys.click();
      await page.getByLabel(/^新的案场口令/).fill('jia-ling-jiang-pan');
      await page.getByLabel(/^再输入一次/).fill('jia-ling-jiang-pan');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('案场口令已更换').waitFor();
      expect(sealed()).toEqual(['keychain', 'passphrase']);

      await keys.click();
      await page.getByText('恢复码', { exact: true }).click();
      const code = page.getByRole('status').filter({ hasText: /-/ });
      await code.waitFor();
      await field('照抄一遍，确认没有写错').fill((await code.textContent()) ?? '');
      await page.getByRole('button', { name: '启用这个恢复码' }).click();
      await page.getByText('新的恢复码已启用').waitFor();
      expect(sealed()).toEqual(['keychain', 'passphrase', 'recovery']);
      expect(run.consoleErrors()).toEqual([]);
    } finally {
      await run.close().catch(() => undefined);
    }
  }, 120_000);
});
