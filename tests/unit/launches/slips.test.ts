import { expect, it } from 'vitest';
import { slipTimeRefusal } from '#shared/domain/launches/slips.ts';

it('A slip was written between the beginning of the picking and now', () => {
  const clock = { startedAt: 1_000, now: 9_000 };
  expect([1_000, 5_000, 9_000].map((at) => slipTimeRefusal(at, clock))).toEqual([undefined, undefined, undefined]);
  expect(slipTimeRefusal(999, clock)).toEqual({ code: 'SLIP_TIME', params: { startedAt: 1_000 } });
  expect(slipTimeRefusal(9_001, clock)?.code).toBe('SLIP_TIME');
  expect(slipTimeRefusal(5_000, { startedAt: null, now: 9_000 })?.code).toBe('SLIP_TIME');
});
