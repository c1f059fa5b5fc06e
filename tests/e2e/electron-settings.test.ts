import { existsSync, readdirSync } from 'node:fs';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { BARE, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';
import { everyPageHas, type Shell, somebodyOutside } from './support/shell.ts';
import {
  answersOnlyItsOwnWindows,
  handsNothingOver,
  isPackedClosed,
  opensNoWindow,
  readsNoFileElsewhere,
  saysOnWhichElectron,
  showsTwoNamedThings,
  staysAtItsAddress,
} from './support/shell-borders.ts';
import {
  attachesNoWebview,
  deliversThePolicy,
  givesNoPermission,
  hasNoNode,
  hasNoWebview,
  keepsWorldsApart,
  loadsNothingElse,
  runsInTheSandbox,
} from './support/shell-pages.ts';

/** Electron's list of what makes a program safe: the number, what is so in every living window, and the look at it. */
const settings: readonly (readonly [number: number, sentence: string, look: (shell: Shell) => Promise<void>])[] = [
  [
    1,
    'loads nothing but what the program brings: every request to elsewhere is cancelled before it leaves',
    loadsNothingElse,
  ],
  [2, 'has no Node in its pages, their workers and their frames', hasNoNode],
  [3, 'keeps the preload’s world apart from the page’s', keepsWorldsApart],
  [4, 'runs every page in the sandbox, whoever makes it', runsInTheSandbox],
  [5, 'gives no permission, no device and no answer that could become one', givesNoPermission],
  [6, 'leaves the same-origin policy of its pages on', everyPageHas({ webSecurity: true })],
  [7, 'delivers every page with a policy that names all it may do, and a nonce of its own', deliversThePolicy],
  [8, 'runs no content that came over an unsafe line', everyPageHas({ allowRunningInsecureContent: false })],
  [9, 'switches on no experiment of Chromium', everyPageHas({ experimentalFeatures: false })],
  [10, 'asks for no feature of Blink', everyPageHas({ enableBlinkFeatures: '' })],
  [11, 'has no webview', hasNoWebview],
  [12, 'lets no webview be attached, even where a page could have one', attachesNoWebview],
  [
    13,
    'stays at its own address: pages, frames and redirects go nowhere else, nor to what only looks like it',
    staysAtItsAddress,
  ],
  [14, 'opens no window for a page, by script, by link and by the middle button', opensNoWindow],
  [15, 'hands nothing to other programs: no address and no file is ever opened by the system', handsNothingOver],
  [16, 'is made for an Electron that still gets mended; another one under the tests is said', saysOnWhichElectron],
  [17, 'answers only the top frame of one of its own windows', answersOnlyItsOwnWindows],
  [18, 'reads no file by its address, and none outside its own folder by the program’s scheme', readsNoFileElsewhere],
  [19, 'is packed with every door closed that Electron leaves open for developers', isPackedClosed],
  [20, 'shows its pages two named things and nothing of Electron', showsTwoNamedThings],
];

let shell: Shell;

beforeAll(async () => {
  const run = await launch();
  await foundOffice(run, ['consultant']);
  const page = await run.newWindow();
  await page.goto(BARE);
  shell = { run, page, outside: await somebodyOutside() };
});
afterAll(async () => {
  await shell.run.close();
  shell.outside.close();
});

describe('Every window of the program', () => {
  it.each(settings)('%i. %s', (_number, _sentence, look) => look(shell));

  it('is looked at by all twenty numbers', () => {
    expect(settings.map(([number]) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('writes no dump when a page crashes, and shows the page again', async () => {
    const crashed = await shell.run.newWindow();
    await crashed.goto(BARE);
    const { dumps, again } = await shell.run.app.evaluate(async ({ app, BrowserWindow }, url) => {
      const shown = BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.getURL() === url);
      const contents = shown[0]?.webContents;
      const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)));
      contents?.forcefullyCrashRenderer();
      return { again: await back, dumps: app.getPath('crashDumps') };
    }, BARE);
    expect(again).toBe(true);
    const written = existsSync(dumps)
      ? readdirSync(dumps, { recursive: true }).filter((name) => /\.(dmp|dump|meta)$/.test(String(name)))
      : [];
    expect(written).toEqual([]);
    await crashed.close().catch(() => undefined);
  });

  it.each(['lock-screen', 'suspend'] as const)('is covered at once on the %s of the system', async (event) => {
    const office: FullClient = await officeWindow(shell.run);
    await office.session.login({ requestId: v7(), data: { loginName: 'consultant', password: PASSWORD } });
    const desk = await shell.run.newWindow();
    await desk.getByLabel('登录名').fill('consultant');
    await desk.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await desk.getByRole('button', { name: '登录', exact: true }).click();
    await desk.getByRole('banner').waitFor();
    await shell.run.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    // The office refuses whoever is there, and the page shows nothing of it any more.
    await expect(office.customers.list({ text: '' } as never)).rejects.toMatchObject({
      data: { code: 'SESSION_LOCKED' },
    });
    await desk.getByRole('heading', { name: '屏幕已锁定' }).waitFor({ timeout: 10_000 });
    expect(await desk.getByRole('banner').count()).toBe(0);
    await desk.close();
  });
});
