import { describe, expect, it } from 'vitest';
import { clockMinutes } from '#renderer/components/moment-input.tsx';
import { afterTicking, givenTo } from '#renderer/features/releases/components/plan-choice.ts';

describe('The homes of a plan', () => {
  const chosen = new Map([
    [1, '一组'],
    [9, '二组'],
  ]);

  it('that are ticked go to the team of the brush, and those in already keep theirs', () => {
    expect([...afterTicking(chosen, [1, 2, 3], [1, 2], '二组')]).toEqual([
      [1, '一组'],
      [9, '二组'],
      [2, '二组'],
    ]);
  });

  it('leave with their box, and those that are not shown stay', () => {
    expect([...afterTicking(chosen, [1, 2], [], '')]).toEqual([[9, '二组']]);
  });

  it('are given to another team as far as they are shown and ticked', () => {
    expect([...givenTo(chosen, [1, 2], '')]).toEqual([
      [1, ''],
      [9, '二组'],
    ]);
  });
});

describe('A time of day', () => {
  it('is read as people type it', () => {
    for (const text of ['9:30', '09:30', '0930', '930', ' 9：30 ']) expect(clockMinutes(text)).toBe(570);
  });

  it('is not read from what is none', () => {
    for (const text of ['', '24:00', '9:60', '9', 'noon']) expect(clockMinutes(text)).toBeUndefined();
  });
});
