import { describe, expect, it } from 'vitest';
import { pickingDays, writtenInstant } from '#renderer/features/launches/written-time.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';

const day = localDate('2026-11-28');

describe('What is written on a slip', () => {
  it('is a time of its day, however the hand divides it', () => {
    const at = instantOf(day, 10 * 60 + 41) + 5_000;
    expect(['10:41:05', '10：41：05', '10.41.05', '104105'].map((text) => writtenInstant(day, text))).toEqual([
      at,
      at,
      at,
      at,
    ]);
    expect(writtenInstant(day, '9:05')).toBe(instantOf(day, 9 * 60 + 5));
    expect(['25:10', '10:71', 'noon', ''].map((text) => writtenInstant(day, text))).toEqual(Array(4).fill(undefined));
  });

  it('is of a day from the first call until now, the newest first', () => {
    const began = instantOf(day, 9 * 60);
    expect(pickingDays(began, instantOf(localDate('2026-11-30'), 600))).toEqual([
      '2026-11-30',
      '2026-11-29',
      '2026-11-28',
    ]);
    expect(pickingDays(began, began)).toEqual(['2026-11-28']);
    expect(pickingDays(null, began)).toEqual(['2026-11-28']);
  });
});
