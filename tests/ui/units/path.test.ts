import { describe, expect, it } from 'vitest';
import { pathOf } from '#renderer/features/units/board/path.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';

const on = (day: string) => instantOf(localDate(day)) + 9 * 3_600_000;
/** Newest first, as the office tells it. */
const happened = (...moments: [day: string, state: UnitCommercialState | null][]) =>
  moments.map(([day, state]) => ({ at: on(day), state })).toReversed();
const said = (steps: ReturnType<typeof pathOf>) =>
  steps.map(({ state, on: day, at }) => `${at} ${state} ${day ?? ''}`.trim());

describe('The path of a unit', () => {
  it('carries the day of each step behind and waits for the rest', () => {
    const history = happened(['2026-03-14', 'available'], ['2026-11-18', 'locked'], ['2026-11-20', 'subscribed']);
    expect(said(pathOf('subscribed', on('2026-11-20'), history))).toEqual([
      'done available 2026-03-14',
      'now subscribed 2026-11-20',
      'next drafting',
      'next signed',
      'next paidUp',
    ]);
  });

  it('shows a lock or a hold only while it lasts', () => {
    const history = happened(['2026-03-14', 'available'], ['2026-11-18', 'locked']);
    expect(said(pathOf('locked', on('2026-11-18'), history)).slice(0, 3)).toEqual([
      'done available 2026-03-14',
      'now locked 2026-11-18',
      'next subscribed',
    ]);
  });

  it('keeps the day of the release when a claim lapses', () => {
    const history = happened(['2026-03-14', 'available'], ['2026-11-18', 'locked'], ['2026-11-18', 'available']);
    expect(said(pathOf('available', on('2026-11-18'), history))[0]).toBe('now available 2026-03-14');
  });

  it('keeps a small booking that became a subscription', () => {
    const history = happened(
      ['2026-03-14', 'available'],
      ['2026-11-18', 'locked'],
      ['2026-11-18', 'booked'],
      ['2026-11-20', 'subscribed'],
    );
    expect(said(pathOf('subscribed', on('2026-11-20'), history)).slice(0, 3)).toEqual([
      'done available 2026-03-14',
      'done booked 2026-11-18',
      'now subscribed 2026-11-20',
    ]);
  });

  it('forgets a deal that fell through', () => {
    const history = happened(['2026-03-14', 'available'], ['2026-04-01', 'subscribed'], ['2026-05-02', 'available']);
    expect(said(pathOf('available', on('2026-05-02'), history)).slice(0, 2)).toEqual([
      'now available 2026-05-02',
      'next subscribed',
    ]);
  });

  it('puts a unit that is off the market before its way', () => {
    expect(said(pathOf('frozen', on('2026-11-01'), [])).slice(0, 2)).toEqual([
      'now frozen 2026-11-01',
      'next available',
    ]);
  });
});
