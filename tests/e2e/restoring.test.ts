import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givePlace } from '#db/look-at-place.ts';
import { makeSnapshot } from '#db/office-snapshot.ts';
import { unwrapRootKey } from '#electron/device/key-wrap.ts';
import { officePaths, readOfficeHeader } from '#electron/device/office-folder.ts';
import { parseRecoveryCode } from '#electron/device/recovery-code.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { chooseFolder } from './support/dialogs.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const RESTORED_MS = 60_000;

/** What the office does by itself when a backup is due. */
async function backUp(data: string, place: string, code: string): Promise<string> {
  const paths = officePaths(path.join(data, 'office'));
  const header = readOfficeHeader(paths);
  const parsed = parseRecoveryCode(code);
  if (header === undefined || !parsed.ok) throw new Error('There is no office to back up');
  const { officeId } = header;
  const key = await unwrapRootKey(header.keys, officeId, { kind: 'recovery', secret: parsed.secret });
  if (key === undefined) throw new Error('The recovery code does not fit');
  const order = { folder: paths.folder, place, officeId, fileKey: officeKeys(key).file, nativeBinding: undefined };
  const officePage = JSON.stringify({ ...header, keys: header.keys.filter(({ kind }) => kind !== 'keychain') });
  givePlace({ ...order, officePage });
  const made = { ...order, officePage, at: Date.now(), reason: 'asked', programVersion: null } as const;
  return (await makeSnapshot(made, () => undefined)).stamp;
}

describe('An office that is restored from a backup', () => {
  let folder: string;
  let place: string;
  let run: Launched;
  let fresh: Launched | undefined;
  let code: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-restoring-'));
    place = path.join(folder, 'stick');
    mkdirSync(place);
    run = await launch({ data: path.join(folder, 'pc') });
    await foundOffice(run, ['consultant']);
    const administrator = await officeWindow(run);
    await logInBy(administrator);
    ({ code } = await administrator.device.gate.offerRecoveryCode({}));
    await administrator.device.gate.confirmRecoveryCode({ typed: code });
    await run.page.reload();
    await backUp(run.data, place, code);
    const values = { name: '后来的人', loginName: 'later', post: 'consultant' as const };
    await administrator.accounts.create({ requestId: v7(), data: values });
  });
  afterAll(async () => {
    for (const each of [run, fresh]) await each?.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  const logInBy = (client: FullClient) =>
    client.session.login({ requestId: v7(), data: { loginName: 'administrator', password: PASSWORD } });
  const logIn = async ({ page }: Launched) => {
    await page.getByLabel('登录名').fill('administrator');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('banner').waitFor();
  };
  const press = ({ page }: Launched, name: string) => page.getByRole('button', { name, exact: true }).click();
  const heading = ({ page }: Launched, name: string) =>
    page.getByRole('heading', { name }).waitFor({ timeout: RESTORED_MS });
  const loginNames = async (of: Launched) => {
    const client = await officeWindow(of);
    await logInBy(client);
    return (await client.accounts.list({})).map(({ loginName }) => loginName).toSorted();
  };

  it('is closed first, hears what it would lose, and opens again as it was when nobody wants that', async () => {
    await logIn(run);
    await run.page.evaluate(() => {
      location.hash = '#/administration/health';
    });
    await press(run, '从备份恢复');
    await run.page.getByRole('dialog').getByRole('button', { name: '关闭案场并继续' }).click();
    await heading(run, '从备份恢复案场');
    await chooseFolder(run, place);
    await press(run, '选择备份文件夹');
    await heading(run, '选择一份备份');
    // It was open here a moment ago: nobody types a key.
    expect(await run.page.getByLabel('恢复码').count()).toBe(0);
    await press(run, '核对这份备份');
    await heading(run, '备份完好，可以恢复');
    await run.page.getByText(/备份之后的 \d+ 项操作（\d+ 分钟）将不在案场里/).waitFor();
    await run.page.getByText(/添加人员 1/).waitFor();
    await press(run, '不恢复，返回');
    await run.page.getByLabel('登录名').waitFor({ timeout: RESTORED_MS });
    expect(await loginNames(run)).toContain('later');
    expect(readdirSync(path.join(run.data, 'office')).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });

  it('is as it was at the backup, and what was there is kept', async () => {
    await logIn(run);
    await run.page.evaluate(() => {
      location.hash = '#/administration/health';
    });
    await press(run, '从备份恢复');
    await run.page.getByRole('dialog').getByRole('button', { name: '关闭案场并继续' }).click();
    await chooseFolder(run, place);
    await press(run, '选择备份文件夹');
    await press(run, '核对这份备份');
    await heading(run, '备份完好，可以恢复');
    await press(run, '用这份备份恢复');
    await run.page.getByRole('dialog').getByRole('button', { name: '用这份备份恢复' }).click();
    await heading(run, '案场已恢复');
    await run.page.getByText(/原来的数据完整保留在.*replaced/).waitFor();
    await press(run, '进入案场');
    await run.page.getByLabel('登录名').waitFor({ timeout: RESTORED_MS });
    expect(await loginNames(run)).toEqual(['administrator', 'consultant']);
    expect(readdirSync(path.join(run.data, 'office')).some((name) => name.startsWith('replaced '))).toBe(true);
  });

  it('is on another PC with nothing but the backup and the recovery code', async () => {
    fresh = await launch({ data: path.join(folder, 'new pc') });
    await fresh.page.getByRole('button', { name: /^从备份恢复案场/ }).click();
    await heading(fresh, '从备份恢复案场');
    await chooseFolder(fresh, path.join(folder, 'pc'));
    await press(fresh, '选择备份文件夹');
    await fresh.page.getByText(/没有找到完好的备份/).waitFor();
    await chooseFolder(fresh, place);
    await press(fresh, '选择备份文件夹');
    await fresh.page.getByLabel('恢复码').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
    await press(fresh, '核对这份备份');
    await fresh.page.getByText(/第 7 组/).waitFor();
    await fresh.page.getByLabel('恢复码').fill(code);
    await press(fresh, '核对这份备份');
    await heading(fresh, '备份完好，可以恢复');
    await fresh.page.getByText('本机还没有案场').first().waitFor();
    await press(fresh, '用这份备份恢复');
    await fresh.page.getByRole('dialog').getByRole('button', { name: '用这份备份恢复' }).click();
    await heading(fresh, '案场已恢复');
    await press(fresh, '进入案场');
    await logIn(fresh);
    expect(await loginNames(fresh)).toEqual(['administrator', 'consultant']);
    // Its own keychain opens it from now on.
    await fresh.app.close();
    fresh = await launch({ data: path.join(folder, 'new pc') });
    await fresh.page.getByLabel('登录名').waitFor();
  });

  it('takes the place of a file that can not be read any more; that one is kept too', async () => {
    await run.app.close();
    const { database } = officePaths(path.join(run.data, 'office'));
    writeFileSync(database, Buffer.alloc(64 * 1024, 7));
    // This PC remembers where its backups are.
    const settings = path.join(run.data, 'pc/settings.json');
    const officeId = readOfficeHeader(officePaths(path.join(run.data, 'office')))?.officeId;
    const remembered: object = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {};
    writeFileSync(settings, JSON.stringify({ ...remembered, backups: { officeId, place: path.join(place, 'gone') } }));
    run = await launch({ data: run.data });
    await heading(run, '案场的数据打不开');
    await run.page.getByText(/现在找不到完好的备份/).waitFor();
    await run.app.close();
    writeFileSync(settings, JSON.stringify({ ...remembered, backups: { officeId, place } }));
    run = await launch({ data: run.data });
    await run.page.getByText(/最近一份完好的备份：\d{4}-\d\d-\d\d \d\d:\d\d/).waitFor();
    await run.page.getByText(/之后的 \d+ 项操作会失去/).waitFor();
    await press(run, '从备份恢复');
    await heading(run, '选择一份备份');
    await press(run, '核对这份备份');
    await heading(run, '备份完好，可以恢复');
    await run.page
      .getByText(/已经读不出来/)
      .first()
      .waitFor();
    await press(run, '用这份备份恢复');
    await run.page.getByRole('dialog').getByRole('button', { name: '用这份备份恢复' }).click();
    await heading(run, '案场已恢复');
    await press(run, '进入案场');
    await logIn(run);
    expect(run.consoleErrors()).toEqual([]);
  });
});
