import { describe, expect, it } from 'vitest';
import { openPreferences } from '#renderer/lib/preferences.ts';
import { addressOf, isSearching, type KeptView, keptAddress, standsAs } from '#renderer/lib/saved-views.ts';

const late: KeptView = { filter: { view: 'toSign' }, sorting: [{ id: 'signBy', desc: false }] };

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    store: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  };
}

describe('A view that somebody has named', () => {
  it('is the filter that says something and the order, without what was searched for', () => {
    expect(keptAddress({ scope: undefined, view: 'toSign', text: '王' })).toEqual({ view: 'toSign' });
    expect(isSearching({ text: '王' })).toBe(true);
    expect(isSearching({ text: '' })).toBe(false);
    expect(standsAs(late, { view: 'toSign', text: '' }, late.sorting)).toBe(true);
    expect(standsAs(late, { view: 'toSign', text: '王' }, late.sorting)).toBe(false);
    expect(standsAs(late, {}, late.sorting)).toBe(false);
    expect(standsAs(late, { view: 'toSign' }, [{ id: 'signBy', desc: true }])).toBe(false);
    expect(standsAs(late, { view: 'toSign' }, [])).toBe(false);
  });

  it('takes off what the list is filtered by besides', () => {
    expect(addressOf(late, { scope: 'mine', view: undefined, text: '王' })).toEqual({
      scope: undefined,
      view: 'toSign',
      text: undefined,
    });
  });

  it('is on this PC the one that a person had last, and there again after the window closes', () => {
    const { store } = memory();
    const book = openPreferences(store);
    book.usePerson(11);
    book.change({ lastViews: { contracts: 7 } });
    book.usePerson(12);
    expect(book.get().lastViews).toEqual({});
    const again = openPreferences(store);
    again.usePerson(11);
    expect(again.get().lastViews).toEqual({ contracts: 7 });
  });

  it('leaves the other choices of a person alone where an earlier version kept views on the PC', () => {
    const { kept, store } = memory();
    kept.set('preferences.11', JSON.stringify({ colorScheme: 'dark', views: { contracts: [] } }));
    const book = openPreferences(store);
    book.usePerson(11);
    expect(book.get()).toMatchObject({ colorScheme: 'dark', lastViews: {} });
  });
});
