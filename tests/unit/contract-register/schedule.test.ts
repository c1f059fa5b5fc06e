import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byWeek, type Scheduled, weeksFrom } from '#shared/domain/contract-register/schedule.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const TODAY = localDate('2026-11-25');
const weeks = weeksFrom(TODAY, 3);
const thing = (on: string, done = false): Scheduled => ({ on: localDate(on), amount: yuan(10), done });

describe('The schedule by the week', () => {
  it('begins on the Monday of its first day and runs from Monday to Sunday', () => {
    expect(weeks).toEqual([
      { from: '2026-11-23', to: '2026-11-29' },
      { from: '2026-11-30', to: '2026-12-06' },
      { from: '2026-12-07', to: '2026-12-13' },
    ]);
  });

  it('puts what is due into its week, what was done into its own, and what is late apart', () => {
    const found = byWeek(
      [thing('2026-11-24'), thing('2026-11-24', true), thing('2026-11-25'), thing('2026-12-06'), thing('2026-09-01')],
      weeks,
      TODAY,
    );
    expect(found.late).toEqual({ count: 2, amount: yuan(20) });
    expect(found.weeks.map(({ open, done }) => [open.count, done.count])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
  });

  it('leaves out what lies before or after its weeks', () => {
    const found = byWeek([thing('2026-11-22', true), thing('2026-12-14')], weeks, TODAY);
    expect(found.late.count).toBe(0);
    expect(found.weeks.every(({ open, done }) => open.count + done.count === 0)).toBe(true);
  });

  it('counts everything of its weeks exactly once', () => {
    const days = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.record({ days, done: fc.boolean() }), { maxLength: 40 }), (all) => {
        const things = all.map(({ days: off, done }) => ({ on: addDays(TODAY, off), amount: fen(1), done }));
        const found = byWeek(things, weeks, TODAY);
        const counted = found.weeks.reduce((sum, { open, done }) => sum + open.count + done.count, found.late.count);
        const meant = things.filter(
          ({ on, done }) => (!done && on < TODAY) || (on >= '2026-11-23' && on <= '2026-12-13'),
        ).length;
        return counted === meant;
      }),
    );
  });
});
