import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordSeat } from './pages/entrance.ts';
import { wordsOf } from './pages/stage.ts';
import { foundOffice, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';

const PIN = '258036';

describe('one’s own way in', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch();
    await foundOffice(run, ['consultant']);
    await run.page.reload();
  }, 180_000);
  afterAll(() => run.close());

  it('is a PIN that people set themselves and that opens the screen they locked', async () => {
    const { page } = run;
    await passwordSeat(page, wordsOf('zh-CN'), PASSWORD)('consultant');
    await page.getByTitle(/consultant 张 · /).click();
    await page.getByRole('menuitem', { name: '我的 PIN 与密码' }).click();
    const drawer = page.getByRole('dialog', { name: '我的 PIN 与密码' });
    await drawer.getByLabel('当前密码').fill('guess');
    await drawer.getByLabel('设置 PIN').fill(PIN);
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.getByText('密码不正确').waitFor();
    await drawer.getByLabel('当前密码').fill(PASSWORD);
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.getByText('PIN 已设置').waitFor();
    await page.getByRole('button', { name: '锁屏' }).click();
    await page.getByText('屏幕已锁定').waitFor();
    await page.getByLabel(/PIN/).fill('000000');
    // Typed at once, while the first attempt is still being checked; the answer to that must leave it alone.
    await page.getByRole('button', { name: '解锁' }).evaluate((unlock: HTMLElement, pin) => {
      const field = document.querySelector<HTMLInputElement>('input[type=password]');
      unlock.click();
      field?.select();
      document.execCommand('insertText', false, pin);
    }, PIN);
    await page.getByText('PIN 或密码不正确').waitFor();
    await page.getByText('屏幕已锁定').waitFor();
    await page.getByRole('button', { name: '解锁' }).click();
    await page.getByTitle(/consultant 张 · /).waitFor();
    expect(run.consoleErrors()).toEqual([]);
  });
});
