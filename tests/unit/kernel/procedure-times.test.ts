import { describe, expect, it } from 'vitest';
import { procedureTimes } from '#electron/server/kernel/procedure-times.ts';

describe('How long procedures take', () => {
  it('is told by mean, the share of nineteen in twenty, and the longest with its time', () => {
    const times = procedureTimes();
    for (let call = 1; call <= 100; call += 1) times.record('units.board', call, 1000 + call, true);
    times.record('session.login', 250, 5000, false);
    expect(times.read()).toEqual([
      {
        ...{ path: 'session.login', calls: 1, meanMs: 250, p95Ms: 250, longestMs: 250, longestAt: 5000 },
        direct: false,
      },
      { path: 'units.board', calls: 100, meanMs: 50.5, p95Ms: 95, longestMs: 100, longestAt: 1100, direct: true },
    ]);
  });

  it('keeps the last two hundred calls for the share, and the longest of all for ever', () => {
    const times = procedureTimes();
    times.record('units.board', 900, 1, true);
    for (let call = 0; call < 400; call += 1) times.record('units.board', 2, 10 + call, true);
    expect(times.read()[0]).toMatchObject({ calls: 401, p95Ms: 2, longestMs: 900, longestAt: 1 });
  });
});
