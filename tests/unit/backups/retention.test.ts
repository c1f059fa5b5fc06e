import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptSnapshots, lastUnderOldKeys, retention } from '#shared/domain/backups/retention.ts';
import { newestOf } from '#shared/domain/backups/snapshot-page.ts';
import { dayOf, instantOf, localDate } from '#shared/kernel/local-date.ts';

const now = instantOf(localDate('2026-11-26'), 20 * 60);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type One = { readonly at: number };
const snapshots = fc
  .uniqueArray(fc.integer({ min: now - 4000 * DAY, max: now }), { maxLength: 400 })
  .map((list) => list.map((at): One => ({ at })));
/** As an office makes them: quarter by quarter, hours and days left out at will. */
const runs = fc
  .array(fc.record({ skip: fc.integer({ min: 1, max: 400 }), count: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 60,
  })
  .map((parts) => {
    let at = now;
    return parts.flatMap(({ skip, count }) => {
      at -= skip * HOUR;
      return Array.from({ length: count }, (): One => ({ at: (at -= HOUR / 4) }));
    });
  });
const periods = (of: (at: number) => string, most: number) => (list: readonly One[]) => {
  const newest = new Map<string, One>();
  for (const one of list.toSorted((a, b) => a.at - b.at)) newest.set(of(one.at), one);
  return [...newest.values()].toSorted((a, b) => b.at - a.at).slice(0, most);
};
const classes = [
  periods((at) => String(Math.floor(at / HOUR)), retention.hours),
  periods(dayOf, retention.days),
  periods((at) => dayOf(at).slice(0, 7), retention.months),
  periods((at) => dayOf(at).slice(0, 4), retention.years),
];

describe('The snapshots that are kept', () => {
  it('are the newest of 24 hours, 31 days, 24 months and 10 years, and no others', () => {
    fc.assert(
      fc.property(fc.oneof(snapshots, runs), (list) => {
        const expected = new Set(classes.flatMap((newest) => newest(list)));
        expect(new Set(keptSnapshots(list, now))).toEqual(expected);
      }),
    );
  });

  it('always have the newest good one among them', () => {
    fc.assert(
      fc.property(fc.oneof(snapshots, runs), (list) => {
        const newest = newestOf(list, now);
        if (newest !== undefined) expect(keptSnapshots(list, now).has(newest)).toBe(true);
      }),
    );
  });

  it('stay when it is asked again, and others that come do not bring back what went', () => {
    fc.assert(
      fc.property(runs, (list) => {
        const kept = [...keptSnapshots(list, now)];
        expect(new Set(keptSnapshots(kept, now))).toEqual(new Set(kept));
      }),
    );
  });

  it('are those of a year that were cleared every quarter of an hour as if it were done once at its end', () => {
    let list: One[] = [];
    const all: One[] = [];
    for (let day = 400; day >= 1; day -= 1)
      for (let quarter = 0; quarter < 6; quarter += 1) {
        const one = { at: now - day * DAY + quarter * (HOUR / 4) };
        all.push(one);
        list = [...keptSnapshots([...list, one], one.at)];
      }
    const atOnce = keptSnapshots(all, now);
    expect(new Set(list)).toEqual(atOnce);
    expect(list.length).toBeLessThan(24 + 31 + 24 + 10);
  });

  it('include what a clock that ran ahead has written, which takes the place of none', () => {
    const past = Array.from({ length: 40 }, (_one, index): One => ({ at: now - index * HOUR }));
    const ahead = { at: now + 400 * DAY };
    const kept = keptSnapshots([...past, ahead], now);
    expect(kept).toEqual(new Set([...keptSnapshots(past, now), ahead]));
    expect(newestOf([...past, ahead], now)).toBe(past[0]);
  });
});

describe('The last backup under a key that was changed', () => {
  const day = 86_400_000;
  const [before, last, after] = [
    { at: 10 * day, key: null },
    { at: 11 * day, key: null },
    { at: 11 * day + 1000, key: 'aaaa' },
  ];

  it('stays for a month, though another one follows in the same hour', () => {
    const all = [after, last, before];
    expect(lastUnderOldKeys(all, { key: 'aaaa', now: 12 * day })).toEqual([last]);
    expect(lastUnderOldKeys(all, { key: 'aaaa', now: 43 * day })).toEqual([]);
    expect(lastUnderOldKeys([last, before], { key: null, now: 12 * day })).toEqual([]);
  });
});
