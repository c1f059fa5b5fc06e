import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calmly } from '#renderer/features/units/board/calm.ts';

describe('What has just changed on the board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is told soon after one change', () => {
    const tell = vi.fn<() => void>();
    const calm = calmly(tell, 400, 50);
    calm.hear();
    vi.advanceTimersByTime(49);
    expect(tell).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(tell).toHaveBeenCalledOnce();
  });

  it('is told at a pace that can be read in a storm of changes, and the last of it as well', () => {
    const tell = vi.fn<() => void>();
    const calm = calmly(tell, 400);
    for (let frame = 0; frame < 60; frame += 1) {
      calm.hear();
      vi.advanceTimersByTime(16);
    }
    expect(tell).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(400);
    expect(tell).toHaveBeenCalledTimes(4);
    vi.advanceTimersByTime(5000);
    expect(tell).toHaveBeenCalledTimes(4);
  });

  it('is not told any more once nobody looks', () => {
    const tell = vi.fn<() => void>();
    const calm = calmly(tell, 400);
    calm.hear();
    calm.stop();
    vi.advanceTimersByTime(5000);
    expect(tell).not.toHaveBeenCalled();
  });
});
