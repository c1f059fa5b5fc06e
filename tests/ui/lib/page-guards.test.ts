import { describe, expect, it } from 'vitest';
import { type KeyPress, matchesHotkey } from '#renderer/lib/hotkeys.ts';
import { createOfficeClock } from '#renderer/lib/office-clock.ts';
import { openPreferences } from '#renderer/lib/preferences.ts';
import { onlyOwnWorker, onlyStyleText } from '#renderer/lib/trusted-types.ts';

const press = (part: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...part,
});

describe('The page guards itself', () => {
  it('lets style text through and nothing that could begin a tag', () => {
    expect(onlyStyleText(':root{--a:1px}')).toBe(':root{--a:1px}');
    expect(() => onlyStyleText('<img src=x onerror=alert(1)>')).toThrow(TypeError);
    expect(() => onlyStyleText('a{}</style><script>')).toThrow(TypeError);
  });

  it('starts its own workers and no other script', () => {
    const base = 'app://sales/index.html';
    expect(onlyOwnWorker('/assets/pdf.worker.min-B5Yc7dP4.mjs', base)).toBe(
      'app://sales/assets/pdf.worker.min-B5Yc7dP4.mjs',
    );
    for (const url of [
      'https://example.com/pdf.worker.mjs',
      'app://other/worker.js',
      'data:text/javascript,1',
      '/assets/index.js',
      'javascript:worker.js',
    ])
      expect(() => onlyOwnWorker(url, base)).toThrow(TypeError);
  });

  it('ignores a key combination while an input method composes a word', () => {
    const save = press({ key: 'Enter', code: 'Enter', ctrlKey: true });
    expect(matchesHotkey('Ctrl+Enter', save)).toBe(true);
    expect(matchesHotkey('Ctrl+Enter', { ...save, isComposing: true })).toBe(false);
    expect(matchesHotkey('Enter', save)).toBe(false);
    expect(matchesHotkey('Alt+1', press({ key: '¡', code: 'Digit1', altKey: true }))).toBe(true);
    expect(matchesHotkey('F3', press({ key: 'F3', code: 'F3', shiftKey: true }))).toBe(false);
  });

  it("follows the host's clock instead of the computer's own", () => {
    const clock = createOfficeClock(() => 1_000);
    expect(clock.now()).toBe(1_000);
    clock.setBy(61_000);
    expect(clock.now()).toBe(61_000);
  });
});

describe('Preferences of a person', () => {
  it('keeps one set for each person and one for the time before logging in', () => {
    const saved = new Map<string, string>();
    const book = openPreferences({
      getItem: (key) => saved.get(key) ?? null,
      setItem: (key, value) => void saved.set(key, value),
    });
    book.change({ language: 'en' });
    book.usePerson(7);
    expect(book.get().language).toBe('system');
    book.change({ language: 'zh-CN' });
    book.usePerson(undefined);
    expect(book.get().language).toBe('en');
    book.usePerson(7);
    expect(book.get().language).toBe('zh-CN');
  });

  it('starts afresh from a set it cannot read, and lives without a store', () => {
    expect(openPreferences({ getItem: () => '{"language":"klingon"}', setItem: () => {} }).get().language).toBe(
      'system',
    );
    const book = openPreferences(undefined);
    book.change({ colorScheme: 'dark' });
    expect(book.get().colorScheme).toBe('dark');
  });

  it('tells its listeners, and stops when they leave', () => {
    const book = openPreferences(undefined);
    let told = 0;
    const leave = book.subscribe(() => (told += 1));
    book.change({ language: 'en' });
    leave();
    book.change({ language: 'zh-CN' });
    expect(told).toBe(1);
  });
});
