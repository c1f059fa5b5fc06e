import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PcSettingsFile } from '#electron/device/pc-settings.ts';
import { pagePreferences } from '#electron/main/guards.ts';
import { menuTemplate } from '#electron/main/menu.ts';
import { originsOf } from '#electron/main/origin.ts';
import { type WindowPorts, windowMaker } from '#electron/main/windows.ts';

const made: { webPreferences: Record<string, unknown> }[] = [];

vi.mock('electron', () => {
  const area = { x: 0, y: 0, width: 1920, height: 1080 };
  class BrowserWindow {
    webContents = { once: () => undefined, on: () => undefined };
    constructor(options: { webPreferences: Record<string, unknown> }) {
      made.push(options);
    }
    once(): void {}
    on(): void {}
    loadURL(): Promise<void> {
      return Promise.resolve();
    }
  }
  const display = { workArea: area };
  return { BrowserWindow, Menu: {}, screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] } };
});

const ports = (developerTools: boolean): WindowPorts => ({
  settings: { get: () => ({ printers: {} }), update: () => ({ printers: {} }) } satisfies PcSettingsFile,
  origins: originsOf(undefined),
  preload: '/preload/index.cjs',
  title: '置业台',
  developerTools,
  info: () => ({}) as never,
  onMade: () => undefined,
  onClosed: () => undefined,
});

describe('A window of the packed program', () => {
  beforeEach(() => made.splice(0));
  afterEach(() => vi.restoreAllMocks());

  it('has the settings of every page, and developer tools only where it is developed', () => {
    windowMaker(ports(false)).openWindow();
    windowMaker(ports(true)).openWindow();
    for (const { webPreferences } of made) expect(webPreferences).toMatchObject(pagePreferences);
    expect(made.map(({ webPreferences }) => webPreferences['devTools'])).toEqual([false, true]);
    // Nothing that widens what a page may do is there but by name.
    expect(Object.keys(made[0]?.webPreferences ?? {}).toSorted()).toEqual(
      [...Object.keys(pagePreferences), 'additionalArguments', 'devTools', 'preload'].toSorted(),
    );
  });

  it('has a menu without developer tools and without loading anew', () => {
    const roles = (developerTools: boolean) =>
      menuTemplate({ language: 'zh-CN', mac: false, developerTools, newWindow: () => undefined })
        .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
        .map(({ role }) => role);
    expect(roles(true)).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']));
    for (const role of ['toggleDevTools', 'reload', 'forceReload']) expect(roles(false)).not.toContain(role);
  });
});
