import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLogin, type LoginTries, waitsUntil } from '#shared/domain/accounts/login.ts';

const policy = { attempts: 5, minutes: 15 };
const WAIT_MS = 15 * 60_000;
const active = { state: 'active', codeUntil: null } as const;
const asks = fc.record({ after: fc.integer({ min: 0, max: 2 * WAIT_MS }), correct: fc.boolean() });

/** Tries one after the other at one place; what each came to. */
function tried(
  account: { state: 'active' | 'disabled'; codeUntil: number | null } | undefined,
  series: { after: number; correct: boolean }[],
) {
  let now = 1_000;
  let tries: LoginTries | undefined;
  return series.map(({ after, correct }) => {
    now += after;
    const before = tries;
    const outcome = decideLogin(account, correct, before, { policy, now, chosen: false });
    if (outcome.result === 'open') tries = undefined;
    else if ('tries' in outcome && outcome.tries !== undefined) tries = outcome.tries;
    return { now, before, outcome };
  });
}

describe('An attempt to log in', () => {
  it('is never granted while the name waits, nor to a wrong password, nor to nobody', () => {
    fc.assert(
      fc.property(fc.array(asks, { maxLength: 40 }), fc.constantFrom(active, undefined), (series, account) => {
        for (const [index, { now, before, outcome }] of tried(account, series).entries()) {
          const granted = account !== undefined && series[index]?.correct === true && waitsUntil(before, now) === null;
          expect(outcome.result === 'open').toBe(granted);
        }
      }),
    );
  });

  it('comes to the same for a name that nobody has as for one whose password is wrong', () => {
    fc.assert(
      fc.property(fc.array(asks, { maxLength: 40 }), (series) => {
        const wrong = series.map(({ after }) => ({ after, correct: false }));
        expect(tried(undefined, wrong)).toEqual(tried(active, wrong));
      }),
    );
  });

  it('is looked at no more than five times in any quarter of an hour of wrong passwords', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: WAIT_MS / 4 }), { maxLength: 60 }), (gaps) => {
        const looked = tried(
          active,
          gaps.map((after) => ({ after, correct: false })),
        )
          .filter(({ before, now }) => waitsUntil(before, now) === null)
          .map(({ now }) => now);
        for (const [index, at] of looked.entries()) {
          const within = looked.slice(index).filter((other) => other < at + WAIT_MS);
          // The last tries before a wait ran out and the first after it may lie close together.
          expect(within.length).toBeLessThan(2 * policy.attempts);
        }
      }),
    );
  });

  it('tells of a disabled account only who knows its password', () => {
    const series = [
      { after: 0, correct: false },
      { after: 0, correct: true },
    ];
    expect(tried({ state: 'disabled', codeUntil: null }, series).map(({ outcome }) => outcome.result)).toEqual([
      'wrong',
      'disabled',
    ]);
  });
});
