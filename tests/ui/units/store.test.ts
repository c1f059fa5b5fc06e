import { describe, expect, it } from 'vitest';
import { countOf, legend, toggled } from '#renderer/features/units/board/legend.ts';
import { type BoardChange, createBoardStore, sellThrough } from '#renderer/features/units/board/store.ts';
import { buildCell } from './cells.ts';

/** A store whose frames the test lets pass. */
function boardOf(...cells: ReturnType<typeof buildCell>[]) {
  const frames: (() => void)[] = [];
  const store = createBoardStore((run) => void frames.push(run));
  store.load({
    projectName: '江岸',
    buildings: [{ id: 1, name: '1栋', phase: null, permitNumber: null }],
    units: cells,
  });
  const told: BoardChange[] = [];
  store.subscribe((change) => told.push(change));
  return { store, told, frame: () => frames.splice(0).forEach((run) => run()) };
}

describe('The board in memory', () => {
  const first = buildCell(1, 1, '01');
  const second = buildCell(2, 1, '02');

  it('tells the changes of a frame together, each unit once', () => {
    const { store, told, frame } = boardOf(first, second);
    store.patch([{ ...first, state: 'locked', by: '赵敏' }]);
    store.patch([
      { ...first, state: 'available' },
      { ...second, state: 'held' },
    ]);
    expect(told).toEqual([]);
    frame();
    expect(told).toHaveLength(1);
    expect(told[0]?.changed.map(({ after }) => [after.id, after.state])).toEqual([[2, 'held']]);
  });

  it('keeps live counts by building and for the whole project', () => {
    const { store, frame } = boardOf(first, second);
    expect(store.counts(1).available).toBe(2);
    store.patch([{ ...second, state: 'subscribed' }]);
    frame();
    expect(store.counts(1)).toMatchObject({ available: 1, subscribed: 1 });
    expect(store.counts()).toMatchObject({ available: 1, subscribed: 1 });
  });

  it('says nothing when nothing changed, and lays out anew when a unit comes', () => {
    const { store, told, frame } = boardOf(first);
    store.patch([{ ...first }]);
    frame();
    expect(told).toEqual([]);
    store.patch([second]);
    frame();
    expect(told[0]?.structure).toBe(true);
    expect(store.layout(1).columns).toBe(2);
  });

  it('counts sold of what was offered; nothing is sold through while nothing is out', () => {
    const { store } = boardOf(
      buildCell(1, 1, '01', { state: 'signed' }),
      second,
      buildCell(3, 2, '01', { state: 'unreleased' }),
    );
    expect(sellThrough(store.counts())).toBe(0.5);
    expect(sellThrough(boardOf(buildCell(1, 1, '01', { state: 'unreleased' })).store.counts())).toBeUndefined();
  });

  it('filters frozen and not for sale together', () => {
    const entry = legend.find(({ key }) => key === 'offMarket');
    if (entry === undefined) throw new Error('no such entry');
    const { store } = boardOf(
      buildCell(1, 1, '01', { state: 'frozen' }),
      buildCell(2, 1, '02', { state: 'notForSale' }),
    );
    expect(countOf(entry, store.counts())).toBe(2);
    expect(toggled(['available'], entry)).toEqual(['available', 'frozen', 'notForSale']);
    expect(toggled(['available', 'frozen', 'notForSale'], entry)).toEqual(['available']);
  });
});
