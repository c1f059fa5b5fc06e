import { beforeEach, describe, expect, it } from 'vitest';
import { type OfficeTime, officeTime } from '#electron/server/kernel/office-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 23, 2);

describe('The time of an office', () => {
  let clock = START;
  let elapsed = 0;
  let time: OfficeTime;
  const pass = (ms: number): void => {
    clock += ms;
    elapsed += ms;
  };
  beforeEach(() => {
    clock = START;
    elapsed = 5 * HOUR;
    time = officeTime({ clock: () => clock, elapsed: () => elapsed });
  });

  it('goes by the clock while that runs evenly, also while the PC sleeps', () => {
    expect(time.now()).toBe(START);
    pass(MINUTE);
    expect(time.now()).toBe(START + MINUTE);
    pass(14 * HOUR);
    expect(time.now()).toBe(START + MINUTE + 14 * HOUR);
    expect(time.jump()).toBeNull();
  });

  it('follows small corrections and never goes back for them', () => {
    pass(MINUTE);
    expect(time.now()).toBe(START + MINUTE);
    clock -= 30_000;
    expect(time.now()).toBe(START + MINUTE);
    pass(MINUTE);
    expect(time.now()).toBe(clock);
    clock += 2 * MINUTE;
    expect(time.now()).toBe(clock);
    expect(time.jump()).toBeNull();
  });

  it.each([3 * HOUR, 48 * HOUR, -3 * HOUR, -40 * 24 * HOUR])('does not follow a jump of %i ms', (jump) => {
    pass(MINUTE);
    const before = time.now();
    clock += jump;
    expect(time.now()).toBe(before);
    pass(10 * MINUTE);
    expect(time.now()).toBe(before + 10 * MINUTE);
    expect(time.jump()).toEqual({ byMs: jump, since: before });
    clock -= jump;
    expect(time.now()).toBe(before + 10 * MINUTE);
    expect(time.jump()).toBeNull();
  });

  it('begins no earlier than what was written before, and follows the clock again once that has come up', () => {
    time.notBefore(START + 3 * HOUR);
    expect(time.now()).toBe(START + 3 * HOUR);
    pass(MINUTE);
    expect(time.now()).toBe(START + 3 * HOUR + MINUTE);
    expect(time.jump()).toMatchObject({ byMs: -3 * HOUR });
    clock += 3 * HOUR;
    expect(time.now()).toBe(START + 3 * HOUR + MINUTE);
    expect(time.jump()).toBeNull();
    time.notBefore(START);
    expect(time.now()).toBe(START + 3 * HOUR + MINUTE);
  });
});
