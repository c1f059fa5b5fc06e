import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from './support/launch.ts';
import { pcOf } from './support/page-client.ts';

/** A page of the program without its screens: an address of our own that is plain text, with the same preload. */
const bare = 'app://sales/boot.js';

describe('the shell of the program', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch();
  }, 60_000);
  afterAll(async () => {
    await run.close();
  });

  it('shows its page from its own scheme, without Node and isolated from the preload', async () => {
    const facts = await run.page.evaluate(() => ({
      origin: location.origin,
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      bridge: Object.keys(window.zhiye).toSorted(),
      info: window.zhiye.info,
      size: [innerWidth, innerHeight],
      language: navigator.language,
    }));
    expect(facts.origin).toBe('app://sales');
    expect([facts.require, facts.process]).toEqual(['undefined', 'undefined']);
    expect(facts.bridge).toEqual(['connect', 'info']);
    expect(facts.info).toMatchObject({ language: 'zh-CN', windowId: 1, demo: false });
    expect(facts.size).toEqual([1366, 768]);
    expect(facts.language).toBe('zh-CN');
    expect(run.consoleErrors()).toEqual([]);
    console.info(`Electron ${facts.info.electron}, Chrome ${facts.info.chrome}`);
  });

  it('gives every load a nonce of its own and refuses foreign styles, eval, markup and addresses', async () => {
    const nonceOf = () =>
      run.page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '');
    const first = await nonceOf();
    await run.page.reload();
    const second = await nonceOf();
    expect(first).toMatch(/^[\w+/]{22}==$/);
    expect(second).not.toBe(first);
    const page = await run.newWindow();
    await page.goto(bare);
    const refused = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      const image = document.createElement('img');
      image.src = 'https://example.com/a.png';
      document.body.append(image);
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.body.append(style);
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      let html = 'written';
      try {
        document.body.innerHTML = '<b>x</b>';
      } catch {
        html = 'refused';
      }
      // In a task of the page's own: what a debugger runs may evaluate.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "evaluated"')());
          } catch {
            resolve('refused');
          }
        }, 200);
      });
      return { fetched, evaluated, html, violations: [...new Set(violations)].toSorted() };
    });
    expect(refused.fetched).toBe('refused');
    expect(refused.evaluated).toBe('refused');
    expect(refused.html).toBe('refused');
    for (const directive of ['connect-src', 'frame-src', 'img-src', 'style-src-elem'])
      expect(refused.violations).toContain(directive);
    await page.close();
  });

  it('denies permissions, further windows and navigation away', async () => {
    const page = await run.newWindow();
    await page.goto(bare);
    const facts = await page.evaluate(async () => {
      const camera = await navigator.permissions.query({ name: 'camera' as PermissionName }).then((s) => s.state);
      const notification = await Notification.requestPermission();
      const opened = window.open('https://example.com/') === null;
      location.href = 'https://example.com/';
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { camera, notification, opened, address: location.href };
    });
    expect(facts).toEqual({ camera: 'denied', notification: 'denied', opened: true, address: bare });
    await page.close();
  });

  it('serves nothing outside its folder', async () => {
    const page = await run.newWindow();
    await page.goto(bare);
    const statuses = await page.evaluate(async () => {
      const paths = ['/boot.js', '/..%2f..%2fpackage.json', '/%2e%2e/main/index.js', '/nothing.js'];
      return await Promise.all(paths.map((each) => fetch(each).then((answer) => answer.status)));
    });
    expect(statuses).toEqual([200, 404, 404, 404]);
    await page.close();
  });

  it('answers two windows at once, each over a port of its own', async () => {
    const further = await run.newWindow();
    expect(await further.evaluate(() => window.zhiye.info.windowId)).toBeGreaterThan(1);
    await further.goto(bare);
    const third = await run.newWindow();
    await third.goto(bare);
    const [one, two] = await Promise.all([pcOf(further), pcOf(third)]);
    expect(await Promise.all([one.settings.get({}), two.settings.get({}), one.gate.state({})])).toMatchObject([
      { language: null },
      { language: null },
      { kind: 'absent' },
    ]);
    const unknownKey: { language: null } = Object.assign({ language: null }, { role: 'manager' });
    await expect(one.settings.change(unknownKey)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await further.close();
    await third.close();
  });

  it('remembers what belongs to this PC in a small file', async () => {
    const further = await run.newWindow();
    await further.goto(bare);
    await (await pcOf(further)).settings.change({ language: 'en' });
    const file = path.join(run.data, 'pc/settings.json');
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ language: 'en' });
    await further.close();
  });

  it('gives out a recovery code to nobody who is not logged in', async () => {
    const further = await run.newWindow();
    await further.goto(bare);
    const pc = await pcOf(further);
    await expect(pc.gate.offerRecoveryCode({})).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
    await further.close();
  });
});

describe('an office founded on this PC', () => {
  it('opens by itself at the next start, through the keychain', async () => {
    const first = await launch();
    try {
      const page = await first.newWindow();
      await page.goto(bare);
      const pc = await pcOf(page);
      expect(await pc.gate.state({})).toEqual({ kind: 'absent', keychain: true, missing: null });
      expect(await pc.gate.found({})).toMatchObject({ kind: 'open', recoveryCode: false });
      await first.app.close();
      const header = readFileSync(path.join(first.data, 'office/office.json'), 'utf8');
      expect(JSON.parse(header)).toMatchObject({ format: 'zhiye-office', version: 1, keys: [{ kind: 'keychain' }] });
      expect(existsSync(path.join(first.data, 'office/office.lock'))).toBe(false);

      const second = await launch({ data: first.data, language: 'en' });
      const again = await second.newWindow();
      await again.goto(bare);
      expect(await (await pcOf(again)).gate.state({})).toMatchObject({ kind: 'open' });
      expect(await again.evaluate(() => [window.zhiye.info.language, navigator.language.slice(0, 2)])).toEqual([
        'en',
        'en',
      ]);
      await second.close();
    } finally {
      await first.close().catch(() => undefined);
    }
  }, 120_000);
});
