import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrapRootKey } from '#electron/device/key-wrap.ts';
import { type OfficeHeader, officePaths, readOfficeHeader } from '#electron/device/office-folder.ts';
import { parseRecoveryCode } from '#electron/device/recovery-code.ts';
import { chooseFolder } from './support/dialogs.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';

const CHANGED_MS = 120_000;

function isOpenedBy(header: OfficeHeader, code: string): Promise<boolean> {
  const parsed = parseRecoveryCode(code);
  if (!parsed.ok) throw new Error('It is no recovery code');
  const opener = { kind: 'recovery', secret: parsed.secret } as const;
  return unwrapRootKey(header.keys, header.officeId, opener).then((key) => key !== undefined);
}

describe('An office whose keys are changed', () => {
  let folder: string;
  let run: Launched;
  let oldCode: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-new-key-'));
    mkdirSync(path.join(folder, 'stick'));
    run = await launch({ data: path.join(folder, 'pc') });
    await foundOffice(run, ['consultant']);
    const administrator = await officeWindow(run);
    await administrator.session.login({
      requestId: v7(),
      data: { loginName: 'administrator', password: PASSWORD },
    });
    ({ code: oldCode } = await administrator.device.gate.offerRecoveryCode({}));
    await administrator.device.gate.confirmRecoveryCode({ typed: oldCode });
    // Pages without screens write errors of their own to the console.
    await run.app.close();
    run = await launch({ data: run.data });
  });
  afterAll(async () => {
    await run.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (name: string) => run.page.getByRole('button', { name, exact: true }).click();
  const logIn = async () => {
    await run.page.getByLabel('登录名').fill('administrator');
    await run.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await press('登录');
    await run.page.getByRole('banner').waitFor();
  };
  const goToBackups = () =>
    run.page.evaluate(() => {
      location.hash = '#/administration/backups';
    });

  it('asks why and for the password, and shows a new code that must be typed back', async () => {
    await logIn();
    await goToBackups();
    await run.page.getByText('先选好备份位置，才能更换密钥。').waitFor();
    await chooseFolder(run, path.join(folder, 'stick'));
    await press('选择位置');
    await run.page.getByText('建案场时的密钥，从未更换').waitFor();
    await press('更换密钥…');
    const drawer = run.page.getByRole('dialog');
    await drawer.getByLabel('原因').fill('保管恢复码的同事离职');
    await drawer.getByLabel('您的登录密码').fill('not the password');
    await press('下一步');
    await drawer.getByText('密码不对。').waitFor();
    await drawer.getByLabel('您的登录密码').fill(PASSWORD);
    await press('下一步');
    await drawer.getByLabel('照着纸上输入一遍').fill(oldCode);
    await press('更换密钥');
    await drawer.getByText('这不是刚才打印的恢复码。请对照最新打印的一张重新输入。').waitFor();
  });

  it('opens by itself under the new key, with a first backup that only the new code opens', async () => {
    const drawer = run.page.getByRole('dialog');
    const code = await drawer.locator('output').innerText();
    expect(code).not.toBe(oldCode);
    await drawer.getByLabel('照着纸上输入一遍').fill(code.toLowerCase());
    await press('更换密钥');
    await run.page.getByRole('heading', { name: '密钥已更换' }).waitFor({ timeout: CHANGED_MS });
    await run.page.getByText('用新密钥的第一份备份已做好并核对').waitFor({ timeout: CHANGED_MS });
    const paths = officePaths(path.join(run.data, 'office'));
    const stick = path.join(folder, 'stick');
    const [root = ''] = readdirSync(stick);
    const pages = [
      readOfficeHeader(paths),
      readOfficeHeader({ ...paths, header: path.join(stick, root, 'office.json') }),
    ];
    for (const header of pages) {
      if (header === undefined) throw new Error('The page of the office is gone');
      expect(await isOpenedBy(header, code)).toBe(true);
      expect(await isOpenedBy(header, oldCode)).toBe(false);
    }
    expect(readdirSync(paths.folder).filter((name) => /restoring|old key|swap/.test(name))).toEqual([]);
  });

  it('tells everybody who answers for it since when, by whom and why', async () => {
    await press('进入案场');
    await logIn();
    await goToBackups();
    await run.page.getByText('保管恢复码的同事离职').waitFor();
    expect(await run.page.getByText('建案场时的密钥，从未更换').count()).toBe(0);
    await run.page.evaluate(() => {
      location.hash = '#/administration/health';
    });
    await run.page.getByText('密钥启用于').first().waitFor();
    expect(run.consoleErrors()).toEqual([]);
  });

  it('is opened by the keychain of its PC at the next start', async () => {
    await run.app.close();
    run = await launch({ data: run.data });
    await run.page.getByLabel('登录名').waitFor();
  });
});
