import { describe, expect, it } from 'vitest';
import { createFirstKeys } from '#renderer/lib/first-keys.ts';

const press = (key: string, given: Partial<Parameters<ReturnType<typeof createFirstKeys>['hear']>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  typed: false,
  ...given,
});

describe('Digits that are typed before their field is there', () => {
  it('are kept for it, once', () => {
    const keys = createFirstKeys();
    for (const key of ['1', '3', '9', 'Backspace', '8', 'Shift', 'x']) keys.hear(press(key));
    expect(keys.take()).toBe('138');
    expect(keys.take()).toBe('');
  });

  it('are not those of another screen, of another field or of a shortcut', () => {
    const keys = createFirstKeys();
    keys.hear(press('5'));
    keys.begin();
    keys.hear(press('6', { typed: true }));
    keys.hear(press('1', { altKey: true }));
    keys.hear(press('2', { isComposing: true }));
    expect(keys.take()).toBe('');
  });
});
