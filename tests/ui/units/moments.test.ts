import { describe, expect, it } from 'vitest';
import { marksOf } from '#renderer/features/units/board/moments.ts';

const DAY = 86_400_000;
const dayOf = (at: number) => String(Math.floor(at / DAY));
const marked = (releases: readonly [day: number, units: number][]) =>
  marksOf(
    releases.map(([day, units]) => ({ at: day * DAY, units })),
    0,
    100 * DAY,
    dayOf,
  ).map(({ at, units, launch }) => [at / DAY, units, launch]);

describe('The marks of the time bar', () => {
  it('are the launch and the later releases', () => {
    expect(
      marked([
        [5, 100],
        [40, 60],
        [70, 20],
      ]),
    ).toEqual([
      [5, 100, true],
      [40, 60, false],
      [70, 20, false],
    ]);
  });

  it('add up the releases of a day', () => {
    expect(
      marked([
        [5, 100],
        [5, 20],
      ]),
    ).toEqual([[5, 120, true]]);
  });

  it('keep their distance from each other and from now, the larger release first', () => {
    expect(
      marked([
        [5, 100],
        [40, 10],
        [45, 60],
        [95, 200],
      ]),
    ).toEqual([
      [5, 100, true],
      [45, 60, false],
    ]);
  });

  it('are none while nothing was released', () => {
    expect(marked([])).toEqual([]);
  });
});
