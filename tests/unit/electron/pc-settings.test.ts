import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '#electron/device/dialogs.ts';
import { openPcSettings } from '#electron/device/pc-settings.ts';
import { placeWindow, smallestWindow } from '#electron/main/window-place.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the settings of this PC', () => {
  it('are kept in a file and read again', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'pc/settings.json');
    const settings = openPcSettings(file);
    expect(settings.get()).toEqual({ printers: {} });
    settings.update({ language: 'en', printers: { receipt: { printer: '针式打印机', tray: 'Tray2' } } });
    settings.update({ language: undefined });
    expect(openPcSettings(file).get()).toEqual({ printers: { receipt: { printer: '针式打印机', tray: 'Tray2' } } });
    expect(readdirSync(path.dirname(file))).toEqual(['settings.json']);
  });

  it('start anew when the file can not be understood, which is put aside', () => {
    const folder = temporaryFolder({ 'settings.json': '{"language":"fr","officeFolder":1}' });
    const file = path.join(folder, 'settings.json');
    expect(openPcSettings(file).get()).toEqual({ printers: {} });
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(`${file}.broken`, 'utf8')).toContain('fr');
  });

  it('refuse what is not a setting', () => {
    const settings = openPcSettings(path.join(temporaryFolder(), 'settings.json'));
    expect(() => settings.update({ window: { x: 0, y: 0, width: 3, height: 3, maximized: false } })).toThrow();
    expect(settings.get().window).toBeUndefined();
  });
});

describe('the place of a window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  const left = { x: 100, y: 80, width: 1366, height: 768, maximized: false };

  it('is where it was left', () => {
    expect(placeWindow(left, [screen], 0)).toEqual(left);
  });

  it('is moved a step for each window that is open', () => {
    expect(placeWindow({ ...left, maximized: true }, [screen], 2)).toMatchObject({ x: 156, y: 136, maximized: false });
  });

  it('is pulled back when its screen is gone', () => {
    const gone = { ...left, x: 4000, y: -900 };
    expect(placeWindow(gone, [screen], 0)).toMatchObject({ x: 1920 - 1366, y: 0 });
  });

  it('fits the screen, but never gets smaller than the screens of the program', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placeWindow(undefined, [small], 0)).toMatchObject(smallestWindow);
    expect(placeWindow(undefined, [screen], 0)).toMatchObject({ width: 1600, height: 1000, x: 160, y: 20 });
  });
});

describe('the name of a saved file', () => {
  it('is one that every file system takes', () => {
    expect(safeFileName('认购书 HT-2026-0301')).toBe('认购书 HT-2026-0301');
    expect(safeFileName('../../etc/passwd')).toBe('etc passwd');
    expect(safeFileName('a\u202Efdp.exe\n?')).toBe('a fdp.exe');
    expect(safeFileName('CON')).toBe('_CON');
    expect(safeFileName('...')).toBe('_');
    expect([...safeFileName('长'.repeat(300))]).toHaveLength(100);
  });
});
