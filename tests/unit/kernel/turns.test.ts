import { describe, expect, it } from 'vitest';
import { createTurns } from '#electron/server/kernel/turns.ts';
import { DomainError } from '#shared/kernel/errors.ts';

const limits = { atOnce: 2, waiting: 6, waitingAtOnePlace: 4, comeBack: 5 };

/** Work that ends when it is told to, and says in which order it was begun. */
function worksite() {
  const turns = createTurns(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (place: string, name: string) => {
    const done = turns(
      place,
      () =>
        new Promise<string>((resolve) => {
          begun.push(name);
          ends.set(name, () => resolve(name));
        }),
    );
    return done.catch((error: unknown) => (error instanceof DomainError ? error.code : 'other'));
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    ends.get(name)?.();
    await settle();
  };
  return { work, begun, end, settle };
}

describe('Slow work', () => {
  it('is done two at a time, places in turn, however many come from one', async () => {
    const { work, begun, end, settle } = worksite();
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void work('a', name);
    void work('b', 'b1');
    await settle();
    expect(begun).toEqual(['a1', 'a2']);
    await end('a1');
    await end('a2');
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1']);
    await end('b1');
    expect(begun.at(-1)).toBe('a4');
  });

  it('is refused to whoever comes when too many wait at their place or altogether', async () => {
    const { work, end, settle } = worksite();
    const first = ['1', '2', '3', '4', '5', '6'].map((name) => work('a', name));
    expect(await work('a', '7')).toBe('TOO_MANY_REQUESTS');
    const others = [work('b', 'b1'), work('c', 'c1')];
    expect(await work('d', 'd1')).toBe('TOO_MANY_REQUESTS');
    for (const name of ['1', '2', '3', 'b1', 'c1', '4', '5', '6']) await end(name);
    expect(await Promise.all([...first, ...others])).toEqual(['1', '2', '3', '4', '5', '6', 'b1', 'c1']);
    const later = work('a', 'later');
    await settle();
    await end('later');
    expect(await later).toBe('later');
  });
});
