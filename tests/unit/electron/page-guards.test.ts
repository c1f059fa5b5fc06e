import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appOrigin, appProtocolHandler, fileOf } from '#electron/main/app-protocol.ts';
import { contentSecurityPolicy, noncePlaceholder } from '#electron/main/content-security.ts';
import { isAllowedRequest, pagePreferences } from '#electron/main/guards.ts';
import { isOwnTopFrame, originsOf } from '#electron/main/origin.ts';
import { infoArgument, infoFrom } from '#electron/preload/info.ts';
import { temporaryFolder } from './temporary-folder.ts';

const packaged = originsOf(undefined);
const development = originsOf('http://localhost:5173');

describe('pages of the program', () => {
  it('are sandboxed and isolated, without Node and webviews', () => {
    expect(pagePreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  });

  it('are spoken to only through their top frame and only when they are ours', () => {
    expect(isOwnTopFrame({ url: `${appOrigin}/#/board`, parent: null }, packaged)).toBe(true);
    expect(isOwnTopFrame({ url: `${appOrigin}/`, parent: {} }, packaged)).toBe(false);
    expect(isOwnTopFrame(null, packaged)).toBe(false);
    for (const url of ['app://sales.example.com/', 'app://other/', 'file:///x', 'https://sales/', 'about:blank', ''])
      expect(isOwnTopFrame({ url, parent: null }, packaged)).toBe(false);
    expect(isOwnTopFrame({ url: 'http://localhost:5173/', parent: null }, development)).toBe(true);
    expect(isOwnTopFrame({ url: 'http://localhost:51730/', parent: null }, development)).toBe(false);
  });

  it('reach nothing but the program', () => {
    for (const url of [`${appOrigin}/a.js`, `blob:${appOrigin}/1`, 'data:image/png;base64,'])
      expect(isAllowedRequest(url, packaged, false)).toBe(true);
    for (const url of ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://localhost:5173/'])
      expect(isAllowedRequest(url, packaged, false)).toBe(false);
    expect(isAllowedRequest('ws://localhost:5173/', development, true)).toBe(true);
    expect(isAllowedRequest('https://example.com/', development, true)).toBe(false);
  });

  it('get facts that hold any text', () => {
    const info = {
      version: '1',
      electron: '33',
      chrome: '130',
      node: '20',
      platform: '置 "业" %',
      language: 'zh-CN',
      windowId: 3,
      demo: true,
      rehearsal: false,
      enterAs: null,
    } as const;
    expect(infoFrom(['x', infoArgument(info), 'y'])).toEqual(info);
  });
});

describe('the policy of a page', () => {
  it('allows no inline script, no eval and no style without the nonce of the load', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
});

describe('the files behind the scheme', () => {
  const root = path.resolve('/srv/renderer');

  it('lie in one folder, whatever the address says', () => {
    expect(fileOf(`${appOrigin}/`, root)).toBe(path.join(root, 'index.html'));
    expect(fileOf(`${appOrigin}/assets/a.js?x#y`, root)).toBe(path.join(root, 'assets/a.js'));
    expect(fileOf(`${appOrigin}/%E5%9B%BE.png`, root)).toBe(path.join(root, '图.png'));
    const ways = ['/..%2f..%2fx', '/%2e%2e%2fx', '/a/..%2f..%2f..%2fx', '/%00', '/%ff'];
    for (const way of ways) expect(fileOf(`${appOrigin}${way}`, root)).toBeUndefined();
    expect(fileOf('app://other/index.html', root)).toBeUndefined();
  });

  it('carry the policy, and a page the nonce that its policy names', async () => {
    const folder = temporaryFolder({ 'index.html': `<script nonce="${noncePlaceholder}"></script>`, 'a.mjs': '1' });
    let load = 0;
    const fonts = temporaryFolder({ 'rare.ttf': 'shapes' });
    const handle = appProtocolHandler(folder, fonts, () => `n${++load}`);
    const page = await handle(new Request(`${appOrigin}/`));
    expect(await page.text()).toBe('<script nonce="n1"></script>');
    expect(page.headers.get('Content-Security-Policy')).toContain("'nonce-n1'");
    const script = await handle(new Request(`${appOrigin}/a.mjs`));
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const face = await handle(new Request(`${appOrigin}/fonts/rare.ttf`));
    expect(await face.text()).toBe('shapes');
    expect(face.headers.get('Content-Type')).toBe('font/ttf');
    expect((await handle(new Request(`${appOrigin}/fonts/%2e%2e%2findex.html`))).status).toBe(404);
    expect((await handle(new Request(`${appOrigin}/none.js`))).status).toBe(404);
    expect((await handle(new Request(`${appOrigin}/`, { method: 'POST' }))).status).toBe(404);
  });
});
