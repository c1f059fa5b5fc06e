import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { electronFuses } from '#scripts/packaging/fuses.ts';
import { BARE } from './launch.ts';
import { A_WHILE_MS, failureOfForeignWindow, root, type Shell } from './shell.ts';

// Where a page of the program can go and what it can reach, by the numbers of Electron's list.

/** 13: it stays at its own address: pages, frames and redirects go nowhere else, nor to what only looks like it. */
export async function staysAtItsAddress(shell: Shell): Promise<void> {
  const {
    run,
    page,
    outside: { address, asked },
  } = shell;
  const lookAlikes = [
    `${address}/`,
    'https://example.com/',
    'app://sales.example.com/',
    'app://sales@example.com/',
    'file:///etc/passwd',
    'app://other/',
    'javascript:1',
  ];
  const stayed = await run.app.evaluate(
    ({ BrowserWindow }, urls) =>
      BrowserWindow.getAllWindows().flatMap(({ webContents }) =>
        ['will-navigate', 'will-frame-navigate', 'will-redirect'].flatMap((event) =>
          urls.map((url) => {
            let prevented = false;
            webContents.emit(event, { url, preventDefault: () => void (prevented = true) } as never);
            return prevented;
          }),
        ),
      ),
    lookAlikes,
  );
  expect(stayed.length).toBeGreaterThan(lookAlikes.length * 3);
  expect(stayed).not.toContain(false);
  for (const to of lookAlikes.slice(0, 4)) {
    const at = await page.evaluate(
      async ([url, ms]) => {
        location.href = url;
        await new Promise((resolve) => setTimeout(resolve, ms));
        return location.href;
      },
      [to, A_WHILE_MS] as const,
    );
    expect(at).toBe(BARE);
  }
  expect(asked).toEqual([]);
}

/** 14: it opens no window for a page, by script, by link and by the middle button. */
export async function opensNoWindow(shell: Shell): Promise<void> {
  const {
    run,
    page,
    outside: { address, asked },
  } = shell;
  await page.goto(BARE);
  const before = run.app.windows().length;
  const opened = await page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), {
      href: url,
      target: '_blank',
      id: 'away',
      textContent: 'away',
    });
    document.body.append(link);
    return [window.open(url), window.open('about:blank'), window.open(location.href)].filter((one) => one !== null)
      .length;
  }, `${address}/`);
  expect(opened).toBe(0);
  await page.locator('#away').click();
  await page.locator('#away').click({ button: 'middle' });
  await page.locator('#away').click({ modifiers: ['Control'] });
  await page.waitForTimeout(A_WHILE_MS);
  expect(run.app.windows().length).toBe(before);
  expect(asked).toEqual([]);
  await page.reload();
}

/** 15: it hands nothing to other programs: no address and no file is ever opened by the system. */
export async function handsNothingOver(): Promise<void> {
  const built = readdirSync(path.join(root, 'out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(main|preload)/.test(entry.parentPath) && /\.c?js$/.test(entry.name))
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'));
  expect(built.length).toBeGreaterThan(1);
  for (const text of built) expect(text).not.toMatch(/\b(openExternal|openPath|showItemInFolder|trashItem)\b/);
}

/** 16: it is made for an Electron that still gets mended; another one under the tests is said. */
export async function saysOnWhichElectron(shell: Shell): Promise<void> {
  const { run } = shell;
  const running = await run.app.evaluate(() => process.versions.electron ?? '');
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  if (running !== devDependencies.electron)
    console.info(
      `These windows run on Electron ${running}; the product is made for ${devDependencies.electron} and packed for release with nothing else.`,
    );
}

/** 17: it answers only the top frame of one of its own windows. */
export async function answersOnlyItsOwnWindows(shell: Shell): Promise<void> {
  const { page } = shell;
  expect(await answersIn(shell, BARE)).toBe('nobody');
  expect(await answersIn(shell, 'data:text/html,<p>strange</p>')).toBe('nobody');
  // And the same question in a window of the program is answered.
  expect(await page.evaluate(questionOf, A_WHILE_MS * 5)).toBe('answered');
  await page.reload();
}

/** 18: it reads no file by its address, and none outside its own folder by the program’s scheme. */
export async function readsNoFileElsewhere(shell: Shell): Promise<void> {
  const { page } = shell;
  expect(await failureOfForeignWindow(shell, `file://${path.join(root, 'package.json')}`)).toContain(
    'ERR_BLOCKED_BY_CLIENT',
  );
  const answers = await page.evaluate(
    async (files) => {
      const ways = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/main/index.js',
        '/%2e%2e%2f%2e%2e%2fpackage.json',
        '/..%5c..%5cpackage.json',
        '/%00',
        '/nothing.js',
      ];
      const statuses = await Promise.all(ways.map((way) => fetch(way).then((answer) => answer.status)));
      const others = await Promise.all(
        [...files, 'app://other/index.html', 'app://sales.example.com/'].map((one) =>
          fetch(one).then(
            (answer) => answer.status,
            () => 'refused',
          ),
        ),
      );
      return {
        statuses: [...new Set(statuses)],
        others: [...new Set(others)],
        post: (await fetch('/index.html', { method: 'POST' })).status,
      };
    },
    ['file:///etc/passwd'],
  );
  expect(answers).toEqual({ statuses: [404], others: ['refused'], post: 404 });
}

/** 19: it is packed with every door closed that Electron leaves open for developers. */
export async function isPackedClosed(): Promise<void> {
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  console.info('The fuses of a package are read back from its program by npm run package.');
}

/** 20: it shows its pages two named things and nothing of Electron. */
export async function showsTwoNamedThings(shell: Shell): Promise<void> {
  const { page } = shell;
  const shown = await page.evaluate(() => ({
    names: Object.keys(window.zhiye).toSorted(),
    answer: window.zhiye.connect(),
    changed: Reflect.set(window.zhiye, 'connect', () => undefined),
    electron: ['electron', 'ipcRenderer', 'contextBridge', 'webFrame'].filter((name) => name in window),
    info: Object.keys(window.zhiye.info).toSorted(),
  }));
  expect(shown).toEqual({
    names: ['connect', 'info'],
    answer: undefined,
    changed: false,
    electron: [],
    info: ['chrome', 'demo', 'electron', 'enterAs', 'language', 'node', 'platform', 'rehearsal', 'version', 'windowId'],
  });
  await page.reload();
}

/** Asks the gate by a port of the page's own; runs in a page, which has nothing else. */
async function questionOf(patienceMs: number): Promise<string> {
  const port = await new Promise<MessagePort | undefined>((resolve) => {
    window.addEventListener('message', ({ ports }) => resolve(ports[0]), { once: true });
    try {
      window.zhiye.connect();
    } catch {
      // A page of nobody's has no origin to which a port could be handed.
      resolve(undefined);
    }
  });
  return new Promise((resolve) => {
    if (port === undefined) return resolve('nobody');
    port.onmessage = () => resolve('answered');
    port.postMessage(JSON.stringify({ i: '1', p: { u: '/device/gate/state', b: { json: {} }, h: {}, m: 'POST' } }));
    setTimeout(() => resolve('nobody'), patienceMs);
  });
}

/** Asks from a window that the program did not make, with its own preload; also at the program's own address. */
function answersIn({ run }: Shell, url: string): Promise<string> {
  return run.app.evaluate(
    async ({ BrowserWindow }, [to, preload, question, ms]) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          preload,
          additionalArguments: ['--zhiye-info=%7B%7D'],
        },
      });
      await window.loadURL(to);
      const answer: unknown = await window.webContents.executeJavaScript(`(${question})(${ms})`);
      window.destroy();
      return String(answer);
    },
    [url, path.join(root, 'out/preload/index.cjs'), questionOf.toString(), A_WHILE_MS * 2] as const,
  );
}
