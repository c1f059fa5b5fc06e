import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIOSK_CLEARS_MS } from '#shared/domain/kiosk/access.ts';
import { givePassword, passwordSeat } from './pages/entrance.ts';
import { wordsOf } from './pages/stage.ts';
import { foundOffice, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';

/** What a guest types; looked for wherever it must not be. */
const NAME = '欧阳倩标记';
const PHONE = '13812340987';
const words = wordsOf('zh-CN');

describe('the screen that faces the customers', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch();
    await foundOffice(run, ['consultant', 'kiosk']);
    await run.page.reload();
    await givePassword(run.page, words, 'kiosk', PASSWORD);
    await run.page.getByRole('button', { name: '来访登记' }).waitFor();
  }, 180_000);
  afterAll(() => run.close());

  const traces = async () => {
    const page = await run.page.content();
    const typed = await run.page.evaluate(() =>
      [...document.querySelectorAll('input')].map(({ value }) => value).join(' '),
    );
    return [NAME, PHONE].filter((mark) => `${page} ${typed}`.replaceAll(' ', '').includes(mark));
  };
  const standing = () =>
    run.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      const whole = windows.filter((one) => one.isKiosk());
      return {
        windows: windows.length,
        whole: whole.length,
        tools: windows.filter(({ webContents }) => webContents.isDevToolsOpened()).length,
      };
    });
  const typeIn = async () => {
    const { page } = run;
    await page.getByRole('button', { name: '来访登记' }).click();
    await page.getByLabel('怎么称呼您').fill(NAME);
    const pad = page.getByRole('group', { name: '数字键' });
    for (const digit of PHONE) await pad.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: '三房' }).click();
  };

  it('fills the whole screen, says nothing of the office, and cannot be left by a key or closed', async () => {
    const { page } = run;
    const before = await standing();
    expect(before).toMatchObject({ whole: 1, tools: 0 });
    expect(page.url()).toMatch(/#\/kiosk$/);
    expect(await page.getByRole('navigation').count()).toBe(0);
    for (const key of ['Control+P', 'Control+S', 'F12', 'Control+Shift+I', 'Alt+ArrowLeft', 'F1', 'Control+K', 'F5'])
      await page.keyboard.press(key);
    for (const key of ['Control+R', 'Control+Shift+N', 'Control+W', 'Alt+N']) await page.keyboard.press(key);
    // The same as the keyboard itself sends them, before any page hears of it; and the window's own cross.
    await run.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows().filter((one) => one.isKiosk());
      for (const [keyCode, modifiers] of [
        ['N', ['control', 'shift']],
        ['I', ['control', 'shift']],
        ['W', ['control']],
        ['F12', []],
      ] as const) {
        window?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: [...modifiers] });
        window?.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers: [...modifiers] });
      }
      window?.close();
    });
    await page.waitForTimeout(500);
    expect(await standing()).toEqual(before);
    expect(page.url()).toMatch(/#\/kiosk$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: '来访登记' }).waitFor();
  });

  it('forgets what a guest has typed, a minute after the last touch and not before', async () => {
    const { page } = run;
    expect(KIOSK_CLEARS_MS).toBe(60_000);
    await page.clock.install();
    await typeIn();
    // The page's clock stands still at the last touch, and goes on only by what it is told.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
    await page.keyboard.press('Shift');
    await page.clock.runFor(KIOSK_CLEARS_MS - 1);
    expect(await traces()).toEqual([NAME, PHONE]);
    await page.clock.runFor(1);
    await page.clock.resume();
    await page.getByRole('heading', { name: '来访登记' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '来访登记' }).waitFor();
    expect(await traces()).toEqual([]);
    await page.getByRole('button', { name: '来访登记' }).click();
    expect(await page.getByLabel('怎么称呼您').inputValue()).toBe('');
    await page.getByRole('button', { name: '返回' }).click();
  });

  it('speaks English at a touch, and says what is missing', async () => {
    const { page } = run;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'I am visiting' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Please tell us your name.').waitFor();
    await page.getByText('Please read this and tick it.').or(page.getByRole('checkbox')).first().waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    // Whoever comes next is greeted in Chinese again.
    await page.getByRole('button', { name: '来访登记' }).waitFor();
  });

  it('takes a guest and keeps nothing of them; a member of staff leaves it with a password of their own', async () => {
    const { page } = run;
    await typeIn();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('登记好了，欢迎您').waitFor();
    expect(await traces()).toEqual([]);
    await page.getByRole('button', { name: '看看价格' }).click();
    await page.getByRole('button', { name: '工作人员' }).click();
    await page.getByLabel('登录名').fill('consultant');
    await page.getByLabel('密码').fill('guess');
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.getByText('登录名或密码不正确，还可再试 4 次。').waitFor();
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.getByText('登录 松风明月案场').waitFor();
    expect(await standing()).toMatchObject({ whole: 0 });
  });

  it('hands the guest to the desk, whose screen shows nothing of them once it is locked', async () => {
    const { page } = run;
    await passwordSeat(page, words, PASSWORD)('consultant');
    await page.getByRole('link', { name: '接待' }).first().click();
    await page.getByRole('button', { name: '接待', exact: true }).click();
    await expect.poll(() => traces()).toEqual([NAME, PHONE]);
    await page.getByRole('button', { name: '锁屏' }).click();
    await page.getByText('屏幕已锁定').waitFor();
    await expect.poll(() => traces()).toEqual([]);
  });
});
