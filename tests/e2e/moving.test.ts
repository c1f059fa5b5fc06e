import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#tests/support/free-port.ts';
import { chooseFolder } from './support/dialogs.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';
import { hostOf, joinByScreen, type TestHost } from './support/second-pc.ts';

const passphrase = '春江花月夜 2026';
const MOVED_MS = 60_000;

describe('The host of an office', () => {
  let place: string;
  let old: Launched;
  let fresh: Launched | undefined;
  let terminal: Launched;
  let host: TestHost;
  let administrator: FullClient;

  beforeAll(async () => {
    place = mkdtempSync(path.join(tmpdir(), 'zhiye-moving-'));
    old = await launch({ data: path.join(place, 'old') });
    await foundOffice(old, ['consultant']);
    administrator = await officeWindow(old);
    await administrator.session.login({
      requestId: v7(),
      data: { loginName: 'administrator', password: PASSWORD },
    });
    // Before an office has its recovery code its setup is not finished.
    const { code } = await administrator.device.gate.offerRecoveryCode({});
    await administrator.device.gate.confirmRecoveryCode({ typed: code });
    await administrator.device.gate.setPassphrase({ passphrase });
    await old.page.reload();
    host = await hostOf(administrator, await freePort());
    terminal = await launch({ data: path.join(place, 'terminal') });
    await joinByScreen(terminal, host, '前台');
  });
  afterAll(async () => {
    for (const run of [terminal, fresh, old]) await run?.close().catch(() => undefined);
    rmSync(place, { recursive: true, force: true });
  });

  const logIn = async ({ page }: Launched, loginName: string) => {
    await page.getByLabel('登录名').fill(loginName);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('banner').waitFor();
  };
  const goTo = ({ page }: Launched, route: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#${route}`);

  it('moves into a folder that somebody chooses, and is closed where it was', async () => {
    const disk = path.join(place, 'disk');
    mkdirSync(disk);
    const { page } = old;
    await logIn(old, 'administrator');
    await goTo(old, '/administration/move');
    await chooseFolder(old, disk);
    await page.getByRole('button', { name: '选择位置并开始' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '选择位置并开始' }).click();
    await page.getByRole('heading', { name: '案场已迁走' }).waitFor({ timeout: MOVED_MS });
    await page.getByText(/已核对：操作记录 \d+ 条/).waitFor();
    expect(readdirSync(disk).toSorted()).toEqual(['blobs', 'office.db', 'office.json']);
    // What only the keychain of the old PC could open stayed behind.
    const header = JSON.parse(readFileSync(path.join(disk, 'office.json'), 'utf8'));
    expect(header.keys.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(['passphrase', 'recovery']);
  });

  it('stays closed there at the next start, and says where it is', async () => {
    await old.app.close();
    old = await launch({ data: path.join(place, 'old') });
    await old.page.getByRole('heading', { name: '案场已迁走' }).waitFor();
    await old.page.getByText(path.join(place, 'disk')).waitFor();
  });

  it('opens on the new PC with its passphrase, which then is its host by one press', async () => {
    const port = await freePort();
    const pc = path.join(place, 'fresh/pc');
    mkdirSync(pc, { recursive: true });
    const host = { enabled: false, port, interface: null, autostart: false };
    writeFileSync(path.join(pc, 'settings.json'), JSON.stringify({ host }));
    fresh = await launch({ data: path.join(place, 'fresh') });
    const { page } = fresh;
    await chooseFolder(fresh, path.join(place, 'disk'));
    await page.getByRole('button', { name: /打开已有案场/ }).click();
    await page.getByRole('heading', { name: '找到迁来的案场' }).waitFor();
    await page.getByText(/操作记录 \d+ 条，\d+ 张表共 \d+ 行/).waitFor();
    await page.getByLabel('案场口令').fill(passphrase);
    await page.getByRole('button', { name: '打开', exact: true }).click();
    await page.getByLabel('登录名').fill('administrator');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '松风明月案场已到这台电脑' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '前台' }).getByText('还没来').waitFor();
    await page.getByRole('button', { name: '设为主机' }).click();
    await page.getByRole('heading', { name: '这台电脑已是主机' }).waitFor();
    await page.getByText(`:${port}`).first().waitFor();
  });

  it('has its terminal again with the one code, as the one that it was, and sees it come', async () => {
    if (fresh === undefined) throw new Error('There is no new PC');
    const { page } = fresh;
    await page.getByRole('button', { name: '显示所有终端共用的一个码' }).click();
    const code = (await page.getByLabel('配对码').textContent()) ?? '';
    const address =
      (await page
        .getByText(/^\d+\.\d+\.\d+\.\d+:\d+$/)
        .first()
        .textContent()) ?? '';

    await terminal.app.close();
    terminal = await launch({ data: path.join(place, 'terminal') });
    await terminal.page.getByRole('heading', { name: '还没有连上主机' }).waitFor({ timeout: 30_000 });
    await terminal.page.getByRole('button', { name: '重新配对' }).click();
    await terminal.page.getByLabel('主机地址').fill(`127.0.0.1:${address.split(':')[1]}`);
    await terminal.page.getByLabel('配对码').fill(code);
    await terminal.page.getByRole('button', { name: '配对', exact: true }).click();
    await terminal.page.getByRole('heading', { name: /^登录/ }).waitFor();
    await logIn(terminal, 'consultant');
    await page.getByRole('listitem').filter({ hasText: '前台' }).getByText('已接回', { exact: true }).waitFor();
    await page.getByText('1 台中已接回 1 台').waitFor();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByRole('banner').waitFor();
    expect(readFileSync(path.join(place, 'disk/office.json'), 'utf8')).not.toContain('arrived');
  });

  it('opens in the old place again only for who gives the move up, and no terminal takes it for its host', async () => {
    await old.page.getByRole('button', { name: '仍在这里打开' }).click();
    await old.page.getByRole('button', { name: '放弃迁移，在这里打开' }).click();
    await logIn(old, 'administrator');
    expect(existsSync(path.join(place, 'old/office/office.db'))).toBe(true);
    expect(readFileSync(path.join(place, 'old/office/office.json'), 'utf8')).not.toContain('moved');
    expect(old.consoleErrors()).toEqual([]);
  });
});
