import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChaosProxy, chaosProxy } from '#tests/support/chaos-proxy.ts';
import { freePort } from '#tests/support/free-port.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import { hostOf, joinByScreen, type TestHost } from './support/second-pc.ts';

declare global {
  interface Window {
    /** Lets the page's clock run ahead. */
    wait: (ms: number) => void;
  }
}

/** Longer than a link needs to be missed and found again. */
const FOUND_AGAIN_MS = 30_000;

describe('a second PC', () => {
  let first: Launched;
  let second: Launched;
  let host: TestHost & { readonly hostPort: number };
  /** Between the two; how long each piece is on its way. */
  let wire: ChaosProxy;
  let delayMs = 0;

  beforeAll(async () => {
    first = await launch();
    await foundOffice(first, ['consultant', 'manager']);
    const office = await officeWindow(first);
    const data = { loginName: 'administrator', password: PASSWORD };
    await office.session.login({ requestId: v7(), data });
    const served = await hostOf(office, await freePort());
    wire = await chaosProxy(served.port, () => delayMs);
    host = { ...served, port: wire.port, hostPort: served.port };
    second = await launch();
  });
  afterAll(async () => {
    await second?.close();
    await wire?.close();
    await first?.close();
  });

  const logIn = async () => {
    await second.page.getByLabel('登录名').fill('consultant');
    await second.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await second.page.getByRole('button', { name: '登录', exact: true }).click();
    await second.page.getByRole('banner').waitFor();
  };

  it('is refused in words with a wrong code, and joins the office with the right one', async () => {
    const { page } = second;
    await host.code();
    await page.getByRole('button', { name: /加入案场，作为终端/ }).click();
    expect(await page.getByLabel('本终端名称').inputValue()).not.toBe('');
    await page.getByLabel('主机地址').fill(`127.0.0.1:${host.port}`);
    await page.getByLabel('配对码').pressSequentially('22222222');
    expect(await page.getByLabel('配对码').inputValue()).toBe('2222-2222');
    await page.getByRole('button', { name: '配对', exact: true }).click();
    await page.getByText('配对码不对').waitFor();
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await joinByScreen(second, host, '前台');
    await logIn();
    const [terminal] = await host.office.terminals.list({});
    expect(terminal).toMatchObject({ name: '前台', state: 'active', windows: 1 });
  });

  it('says by whom a session was ended, and takes the person in again', async () => {
    const { page } = second;
    const [session] = (await host.office.terminals.sessions({})).filter(({ terminalId }) => terminalId !== null);
    const data = { key: session?.key ?? '', accountId: session?.person.id ?? 0 };
    await host.office.terminals.endSession({ requestId: v7(), data });
    await page.getByText('您在这台终端的登录已被管理员结束').waitFor({ timeout: FOUND_AGAIN_MS });
    await logIn();
    expect(await page.getByText('登录已被').count()).toBe(0);
  });

  it('keeps no database, only its sealed pass', () => {
    expect(existsSync(path.join(second.data, 'office'))).toBe(false);
    expect(readFileSync(path.join(second.data, 'pc/terminal.json'), 'utf8')).not.toContain('127.0.0.1');
  });

  it('says when its screen stands while the host is away, keeps what is typed, and goes on when it is back', async () => {
    const { page } = second;
    await page.evaluate(() => {
      location.hash = '#/reception';
    });
    await page.getByLabel('手机').first().fill('13900007777');
    await host.stop();
    await page.getByText(/与主机的连接在 .* 断开/).waitFor({ timeout: FOUND_AGAIN_MS });
    await page.getByText('主机离线').waitFor();
    await host.start();
    await page.getByText(/与主机的连接在 .* 断开/).waitFor({ state: 'detached', timeout: FOUND_AGAIN_MS });
    await page.getByText('主机在线').waitFor();
    expect(await page.getByLabel('手机').first().inputValue()).toContain('7777');
  });

  it('covers its screen by itself once nobody is there while the host is away, and opens when both are back', async () => {
    const { page } = second;
    await page.addInitScript(() => {
      const now = Date.now;
      let ahead = 0;
      Date.now = () => now() + ahead;
      window.wait = (ms) => {
        ahead += ms;
      };
    });
    await page.reload();
    await logIn();
    await page.evaluate(() => {
      location.hash = '#/reception';
    });
    await expect
      .poll(() => page.getByLabel('手机').first().inputValue(), { timeout: FOUND_AGAIN_MS })
      .toContain('7777');
    await host.stop();
    await page.getByText(/与主机的连接在 .* 断开/).waitFor({ timeout: FOUND_AGAIN_MS });
    // As long as a consultant may be away, and a minute.
    await page.evaluate(() => window.wait(11 * 60_000));
    await page.getByRole('heading', { name: '屏幕已锁定' }).waitFor({ timeout: FOUND_AGAIN_MS });
    await page.getByText('主机暂时连不上').waitFor();
    expect(await page.getByRole('banner').count()).toBe(0);
    expect(await page.locator('body').textContent()).not.toContain('consultant 张');
    await host.start();
    await page.getByText('consultant 张，请输入 PIN 或密码继续。').waitFor({ timeout: FOUND_AGAIN_MS });
    await page.getByLabel('PIN 或密码').fill(PASSWORD);
    await page.getByRole('button', { name: '解锁' }).click();
    await page.getByRole('banner').waitFor();
    expect(await page.getByLabel('手机').first().inputValue()).toContain('7777');
  });

  it('opens to the log-in from then on, or says that the host is not there', async () => {
    const { data } = second;
    await second.app.close();
    second = await launch({ data });
    await logIn();
    await host.stop();
    await second.app.close();
    second = await launch({ data });
    await second.page.getByRole('heading', { name: '还没有连上主机' }).waitFor({ timeout: FOUND_AGAIN_MS });
    await host.start();
    await second.page.getByRole('heading', { name: /^登录/ }).waitFor({ timeout: FOUND_AGAIN_MS });
    await logIn();
  });

  it('tells after the log-in what became of an act whose answer never came, once', async () => {
    const { data, page } = second;
    const registered = async () => {
      const events = await host.office.events.list({ day: null, actorId: null, before: null });
      return events.filter(({ procedure }) => procedure === 'visits.register').length;
    };
    await page.evaluate(() => {
      location.hash = '#/reception';
    });
    // What was typed before the program was closed is there again.
    const phone = page.getByLabel('手机').first();
    await expect.poll(() => phone.inputValue(), { timeout: FOUND_AGAIN_MS }).toContain('7777');
    await phone.fill('13900008888');
    await page.getByText('新客户').first().waitFor();
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill('郑启明');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+1');
    await page.getByRole('radio', { name: /consultant 张/ }).click();
    delayMs = 1_500;
    await page.keyboard.press('Control+Enter');
    await expect.poll(registered, { timeout: FOUND_AGAIN_MS, interval: 20 }).toBe(1);
    // The answer is still on its way, and never arrives.
    wire.down(true);
    await page.getByText(/1 项操作结果未知，正在核对/).waitFor({ timeout: FOUND_AGAIN_MS });
    second.app.process().kill('SIGKILL');
    delayMs = 0;
    wire.down(false);
    second = await launch({ data });
    await logIn();
    const notice = second.page.getByText(/的一项操作（来访）当时没有收到结果：已经办成/);
    await notice.waitFor();
    await second.page.getByRole('banner').waitFor();
    await second.page.getByRole('button', { name: '关闭', exact: true }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await registered()).toBe(1);
  });

  it('shows nothing of the office any more once it is revoked, and can be paired again', async () => {
    const { page } = second;
    const [terminal] = await host.office.terminals.list({});
    if (terminal === undefined) throw new Error('No terminal is paired');
    const { id: terminalId, version } = terminal;
    await host.office.terminals.revoke({ requestId: v7(), data: { terminalId, version } });
    await page.getByRole('heading', { name: '本机需要重新配对' }).waitFor({ timeout: FOUND_AGAIN_MS });
    expect(await page.getByRole('banner').count()).toBe(0);
    await page.getByRole('button', { name: '重新配对' }).click();
    expect(await page.getByLabel('主机地址').inputValue()).toBe(`127.0.0.1:${host.port}`);
    await page.getByLabel('配对码').fill(await host.code());
    await page.getByRole('button', { name: '配对', exact: true }).click();
    await page.getByRole('heading', { name: /^登录/ }).waitFor();
    expect(second.consoleErrors()).toEqual([]);
  });

  it('finds a host that has another address, without a code', async () => {
    const { data } = second;
    const other = await chaosProxy(host.hostPort);
    wire.down(true);
    await second.app.close();
    second = await launch({ data });
    const { page } = second;
    await page.getByRole('button', { name: '更换地址或重新配对' }).click();
    await page.getByLabel('主机地址').fill(`127.0.0.1:${other.port}`);
    await page.getByRole('button', { name: '连接', exact: true }).click();
    await page.getByRole('heading', { name: /^登录/ }).waitFor();
    await wire.close();
    wire = other;
  });

  it('works on while the host has no window; opening the program there again gives it one', async () => {
    await first.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    await logIn();
    await second.page.getByText('主机在线').waitFor();
    const opened = first.app.waitForEvent('window');
    await first.app.evaluate(({ app }) => void app.emit('activate'));
    await (await opened).getByRole('heading', { name: /^登录/ }).waitFor();
    // A session lives as long as its page.
    await second.page.reload();
  });

  it('leaves the office only with an administrator, and is then a PC like any other', async () => {
    const { page } = second;
    await page.getByLabel('登录名').fill('administrator');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: '主机在线' }).click();
    await page.getByRole('button', { name: '本机退出案场…' }).click();
    await page.getByRole('button', { name: '退出案场', exact: true }).click();
    await page.getByRole('button', { name: /加入案场，作为终端/ }).waitFor();
    expect(existsSync(path.join(second.data, 'pc/terminal.json'))).toBe(false);
  });
});
