import { expect } from 'vitest';
import { pagePreferences } from '#electron/main/guards.ts';
import { BARE } from './launch.ts';
import { everyPageHas, failureOfForeignWindow, preferencesOf, type Shell } from './shell.ts';

// What a page of the program is made of, by the numbers of Electron's list.

/** 1: it loads nothing but what the program brings: every request to elsewhere is cancelled before it leaves. */
export async function loadsNothingElse(shell: Shell): Promise<void> {
  const { address, asked } = shell.outside;
  for (const one of await preferencesOf(shell)) expect(one.address).toMatch(/^app:\/\/sales\//);
  expect(await failureOfForeignWindow(shell, `${address}/page`)).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(asked).toEqual([]);
}

/** 2: it has no Node in its pages, their workers and their frames. */
export async function hasNoNode(shell: Shell): Promise<void> {
  const { page } = shell;
  await everyPageHas({ nodeIntegration: false, nodeIntegrationInSubFrames: false })(shell);
  // Of workers Electron tells nothing of a page that lives: it is asked for, and off unless asked for otherwise.
  expect(pagePreferences.nodeIntegrationInWorker).toBe(false);
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
}

/** 3: it keeps the preload’s world apart from the page’s. */
export async function keepsWorldsApart(shell: Shell): Promise<void> {
  const { page } = shell;
  await everyPageHas({ contextIsolation: true })(shell);
  // What a page does to the language reaches no other world.
  const kept = await page.evaluate(() => {
    const before = JSON.stringify(window.zhiye.info);
    Array.prototype.find = () => {
      throw new Error('changed by the page');
    };
    window.zhiye.connect();
    return before === JSON.stringify(window.zhiye.info);
  });
  expect(kept).toBe(true);
  await page.reload();
}

/** 4: it runs every page in the sandbox, whoever makes it. */
export async function runsInTheSandbox(shell: Shell): Promise<void> {
  const { run } = shell;
  await everyPageHas({ sandbox: true })(shell);
  // As root Chromium runs only without; then the program does not ask for it either.
  const switches = await run.app.evaluate(({ app }) =>
    ['enable-sandbox', 'no-sandbox'].filter((name) => app.commandLine.hasSwitch(name)),
  );
  expect(switches).toEqual([process.getuid?.() === 0 ? 'no-sandbox' : 'enable-sandbox']);
}

/** 5: it gives no permission, no device and no answer that could become one. */
export async function givesNoPermission(shell: Shell): Promise<void> {
  const { page } = shell;
  const refused = await page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then((one) => one.state)),
    );
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code }) => resolve(code),
      );
    });
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error: Error) => error.name,
    );
    const ports = await (
      Reflect.get(navigator, 'serial') as { getPorts: () => Promise<unknown[]> } | undefined
    )?.getPorts();
    const keys = await (
      Reflect.get(navigator, 'hid') as { getDevices: () => Promise<unknown[]> } | undefined
    )?.getDevices();
    return {
      states: [...new Set(states)],
      notice: await Notification.requestPermission(),
      place,
      camera,
      ports: ports ?? [],
      keys: keys ?? [],
    };
  });
  expect(refused).toMatchObject({ states: ['denied'], notice: 'denied', place: 1, ports: [], keys: [] });
  expect(refused.camera).not.toBe('given');
}

/** 7: it delivers every page with a policy that names all it may do, and a nonce of its own. */
export async function deliversThePolicy(shell: Shell): Promise<void> {
  const { page } = shell;
  const policies = await page.evaluate(async () => {
    const policyOf = async (path: string) => (await fetch(path)).headers.get('content-security-policy') ?? '';
    return [await policyOf('/index.html'), await policyOf('/index.html'), await policyOf('/boot.js')];
  });
  expect(new Set(policies).size).toBe(3);
  for (const policy of policies) {
    const rules = Object.fromEntries(
      policy.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]),
    );
    expect(rules).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': expect.stringMatching(/^'self' 'nonce-[\w+/]{22}=='$/),
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'default',
    });
  }
}

/** 11: it has no webview. */
export async function hasNoWebview(shell: Shell): Promise<void> {
  const { page } = shell;
  await everyPageHas({ webviewTag: false })(shell);
  expect(await page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false);
}

/** 12: it lets no webview be attached, even where a page could have one. */
export async function attachesNoWebview(shell: Shell): Promise<void> {
  const { run } = shell;
  const attached = await run.app.evaluate(async ({ BrowserWindow, app }, url) => {
    const kinds: string[] = [];
    const hear = (_event: unknown, contents: { getType: () => string }) => void kinds.push(contents.getType());
    app.on('web-contents-created', hear);
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, webviewTag: true } });
    let came = false;
    window.webContents.on('did-attach-webview', () => {
      came = true;
    });
    await window.loadURL(url);
    await window.webContents.executeJavaScript(
      `{ const view = document.createElement('webview'); view.setAttribute('src', location.href); document.body.append(view); }`,
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    app.off('web-contents-created', hear);
    window.destroy();
    return { came, kinds };
  }, BARE);
  expect(attached).toEqual({ came: false, kinds: ['window'] });
}
