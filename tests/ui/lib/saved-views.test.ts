import { describe, expect, it } from 'vitest';
import { openPreferences, type SavedView } from '#renderer/lib/preferences.ts';
import { addressOf, keptAddress, standsAs, withView } from '#renderer/lib/saved-views.ts';

const late: SavedView = { name: '催签', address: { view: 'toSign' }, sorting: [{ id: 'signBy', desc: false }] };

describe('A view that somebody has named', () => {
  it('is the filter that says something, and the order', () => {
    expect(keptAddress({ scope: undefined, view: 'toSign', text: '' })).toEqual({ view: 'toSign' });
    expect(standsAs(late, { view: 'toSign', text: '' }, late.sorting)).toBe(true);
    expect(standsAs(late, { view: 'toSign', text: '王' }, late.sorting)).toBe(false);
    expect(standsAs(late, {}, late.sorting)).toBe(false);
    expect(standsAs(late, { view: 'toSign' }, [{ id: 'signBy', desc: true }])).toBe(false);
    expect(standsAs(late, { view: 'toSign' }, [])).toBe(false);
  });

  it('takes the place of one of the same name, else stands behind the others', () => {
    const mine: SavedView = { name: '我的', address: { scope: 'mine' }, sorting: [] };
    expect(withView([late], mine).map(({ name }) => name)).toEqual(['催签', '我的']);
    expect(withView([late, mine], { ...late, address: {} })).toEqual([{ ...late, address: {} }, mine]);
  });

  it('takes off what the list is filtered by besides', () => {
    expect(addressOf(late, { scope: 'mine', view: undefined, text: '王' })).toEqual({
      scope: undefined,
      view: 'toSign',
      text: undefined,
    });
  });

  it('belongs to a person of this PC, and is there again after the window closes', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const book = openPreferences(store);
    book.usePerson(11);
    book.change({ views: { contracts: [late] } });
    book.usePerson(12);
    expect(book.get().views).toEqual({});
    const again = openPreferences(store);
    again.usePerson(11);
    expect(again.get().views).toEqual({ contracts: [late] });
  });
});
