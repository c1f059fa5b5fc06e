import { describe, expect, it } from 'vitest';
import { needsDisplay } from '#scripts/bootstrap/display.mjs';
import { launchArguments, launchNotes, playsTour } from '#scripts/bootstrap/launch.mjs';
import { checkNode, isAtLeast } from '#scripts/bootstrap/modules.mjs';
import { packagesFor } from '#scripts/bootstrap/system.mjs';

describe('the set-up', () => {
  it('compares versions as numbers', () => {
    expect(isAtLeast('20.19.0', '20.19.0')).toBe(true);
    expect(isAtLeast('20.9.0', '20.19.0')).toBe(false);
    expect(isAtLeast('24.0.0', '20.19.0')).toBe(true);
    expect(isAtLeast('20.20.2', '20.19.5')).toBe(true);
  });

  it('refuses an old Node in a sentence', () => {
    expect(() => checkNode('18.20.0')).toThrow('this is 18.20.0');
    expect(() => checkNode('20.19.0')).not.toThrow();
  });

  it("names Debian's packages for what is missing, each once, by the name of the release", () => {
    expect(packagesFor(['Xvfb', 'pdftotext', 'pdftoppm', 'libgtk-3.so.0'], true)).toEqual([
      'xvfb',
      'poppler-utils',
      'libgtk-3-0',
    ]);
    expect(packagesFor(['libgtk-3.so.0', 'libasound.so.2', 'libnss3.so'], false)).toEqual([
      'libgtk-3-0t64',
      'libasound2t64',
      'libnss3',
    ]);
  });

  it('needs a screen in memory only on a Linux without one', () => {
    expect(needsDisplay({}, 'linux')).toBe(true);
    expect(needsDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false);
    expect(needsDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false);
    expect(needsDisplay({}, 'win32')).toBe(false);
  });
});

describe('npm start', () => {
  const desktop = { asRoot: false, blind: false };

  it('hands on what was typed, behind the folder of the program', () => {
    expect(launchArguments(['--demo', '/d', '--lang', 'en'], desktop)).toEqual(['.', '--demo', '/d', '--lang', 'en']);
    expect(launchNotes(desktop)).toEqual([]);
  });

  it('goes without the sandbox only as root, and says so', () => {
    expect(launchArguments([], { ...desktop, asRoot: true })).toEqual(['--no-sandbox', '.']);
    expect(launchNotes({ ...desktop, asRoot: true }).join()).toContain('root');
  });

  it('plays the tour where it is asked for and where nobody could see a window, and says so', () => {
    const blind = { ...desktop, blind: true };
    expect(playsTour(['--data', '/d'], blind)).toBe(true);
    expect(playsTour(['--tour', '--out', '/o'], desktop)).toBe(true);
    expect(playsTour(['--demo'], desktop)).toBe(false);
    expect(launchNotes(blind).join()).toContain('tour');
  });
});
