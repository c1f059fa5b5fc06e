import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confirmRefusal,
  copiesAtHand,
  copiesMade,
  copiesOnPaper,
  copiesOutside,
  copyStandings,
  isStanding,
  nextReprint,
  type PrintFacts,
  planCopies,
  runsOf,
  stillFree,
} from '#shared/domain/documents/copies.ts';
import { earlierRefusal } from '#shared/domain/documents/reprints.ts';
import { copiesToSeal, usualSealOf } from '#shared/domain/documents/seals.ts';

const print = (firstCopy: number, copies: number, part: Partial<PrintFacts> = {}): PrintFacts => ({
  ...{ firstCopy, copies, reprint: false, reprintNth: 0, state: 'printed' },
  ...part,
});

describe('The copies of a paper one by one', () => {
  it('stand as their print does, spoiled and returned ones apart; of a print that failed there are none', () => {
    const prints = [
      { ...print(1, 3), takenBack: 1 },
      { ...print(4, 1, { state: 'failed' }), takenBack: 0 },
      { ...print(4, 1, { state: 'sent' }), takenBack: 0 },
      { ...print(5, 1, { state: 'queued', reprint: true }), takenBack: 0 },
    ];
    expect(copyStandings(prints, [3]).map(({ copy, state }) => `${copy} ${state}`)).toEqual([
      '1 good',
      '2 takenBack',
      '3 spoiled',
      '4 sent',
      '5 queued',
    ]);
  });
});

describe('The copies of a paper that came back', () => {
  const out = { ...print(1, 4), takenBack: 1, backCopies: [2] };

  it('are those that were named; where nobody did, the last good ones', () => {
    expect(copiesAtHand([out], [])).toEqual([1, 3, 4]);
    expect(copiesAtHand([{ ...out, takenBack: 2 }], [4])).toEqual([1]);
    expect(copiesAtHand([{ ...out, backCopies: null }], [])).toEqual([1, 2, 3]);
  });

  it('are named when another is printed, or it is said why they stay out; what is not out can’t come back', () => {
    expect(earlierRefusal([], undefined)).toBeUndefined();
    expect(earlierRefusal([1, 2], undefined)).toEqual({ code: 'EARLIER_COPIES_OPEN', params: { count: 2 } });
    expect(earlierRefusal([1, 2], { back: [2] })).toEqual({ code: 'EARLIER_COPIES_OPEN', params: { count: 1 } });
    expect(earlierRefusal([1, 2], { back: [2], keptOut: 'lost' })).toBeUndefined();
    expect(earlierRefusal([1, 2], { back: [2, 1] })).toBeUndefined();
    expect(earlierRefusal([1, 2], { back: [3], keptOut: 'lost' })).toEqual({
      code: 'COPY_NOT_OUT',
      params: { copy: 3 },
    });
  });

  it('say of those that stay out why, since another was printed', () => {
    const again = { ...print(5, 1, { reprint: true }), takenBack: 0, keptOut: 'lost' as const };
    expect(copyStandings([out, again], []).map(({ copy, keptOut }) => [copy, keptOut])).toEqual([
      [1, 'lost'],
      [2, null],
      [3, 'lost'],
      [4, 'lost'],
      [5, null],
    ]);
  });
});

describe('The usual seal of a paper', () => {
  it('is still to be put on the good copies that do not bear it; another seal and a void entry do not count', () => {
    const use = { seal: 'finance', firstCopy: 1, copies: 2, voidReason: '' } as const;
    expect(copiesToSeal([1, 2, 4], 'finance', [use])).toEqual([4]);
    expect(copiesToSeal([1, 2, 4], 'company', [use])).toEqual([1, 2, 4]);
    expect(copiesToSeal([1, 2, 4], 'finance', [{ ...use, voidReason: '登记错单据' }])).toEqual([1, 2, 4]);
    expect([usualSealOf('depositReceipt'), usualSealOf('overdueDemand'), usualSealOf('saleContract')]).toEqual([
      'finance',
      'company',
      undefined,
    ]);
  });
});

describe('The next print of a paper', () => {
  it('makes the copies that belong to it first, and calls what comes after a reprint', () => {
    expect(planCopies(4, [], 4)).toEqual({ firstCopy: 1, reprint: 0 });
    expect(planCopies(4, [print(1, 2)], 2)).toEqual({ firstCopy: 3, reprint: 0 });
    expect(planCopies(4, [print(1, 2)], 3)).toEqual({ code: 'COPIES_LEFT', params: { left: 2, copies: 3 } });
    expect(planCopies(4, [print(1, 4)], 1)).toEqual({ firstCopy: 5, reprint: 1 });
    expect(planCopies(4, [print(1, 4), print(5, 1, { reprint: true, reprintNth: 1 })], 2)).toEqual({
      firstCopy: 6,
      reprint: 2,
    });
  });

  it('takes up the numbers of a print of which nothing is on paper, though a later one came out', () => {
    const prints = [print(1, 2, { state: 'failed' }), print(3, 2)];
    expect(planCopies(4, prints, 2)).toEqual({ firstCopy: 1, reprint: 0 });
    expect(planCopies(4, prints, 3)).toEqual({ code: 'COPIES_LEFT', params: { left: 2, copies: 3 } });
    expect(
      planCopies(2, [print(1, 2), print(3, 1, { state: 'cancelled' }), print(4, 1, { reprint: true })], 2),
    ).toEqual({
      firstCopy: 5,
      reprint: 2,
    });
  });

  it('never takes a number whose copy was spoiled, came back, or may still come out of the printer', () => {
    for (const state of ['queued', 'sending', 'sent', 'printed'] as const)
      expect(planCopies(1, [print(1, 1, { state })], 1)).toEqual({ firstCopy: 2, reprint: 1 });
  });
});

describe('A print that failed', () => {
  it('is tried again with its own numbers, unless another has made them meanwhile', () => {
    const failed = print(1, 2, { state: 'failed' });
    expect(stillFree(failed, [print(3, 2)])).toBe(true);
    expect(stillFree(failed, [print(2, 1)])).toBe(false);
    expect(stillFree(failed, [print(1, 2, { state: 'cancelled' })])).toBe(true);
  });

  it('gets the number of a reprint after those that stand', () => {
    expect(nextReprint([])).toBe(1);
    expect(nextReprint([print(2, 1, { reprint: true, reprintNth: 3 })])).toBe(4);
    expect(nextReprint([print(2, 1, { reprint: true, reprintNth: 3, state: 'failed' })])).toBe(1);
    // Prints of earlier versions of the program do not say which reprint they were.
    expect(nextReprint([print(2, 1, { reprint: true, reprintNth: null })])).toBe(2);
  });
});

describe('What somebody says of the copies of a print', () => {
  const sent = { ...print(3, 2, { state: 'sent' }), takenBack: 0 };
  it('is taken when each spoiled copy is one of it, once and with a reason', () => {
    expect(confirmRefusal(sent, [], [])).toBeUndefined();
    expect(confirmRefusal(sent, [], [{ copy: 4, reason: '卡纸' }])).toBeUndefined();
    expect(confirmRefusal(sent, [], [{ copy: 5, reason: '卡纸' }])).toMatchObject({ code: 'COPY_NOT_OF_PRINT' });
    expect(confirmRefusal(sent, [], [{ copy: 4, reason: ' ' }])).toMatchObject({ code: 'SPOILED_REASON_MISSING' });
    const twice = [4, 4].map((copy) => ({ copy, reason: '卡纸' }));
    expect(confirmRefusal(sent, [], twice)).toMatchObject({ code: 'COPY_SPOILED_ALREADY' });
  });

  it('is refused before anything left for the printer, and adds only spoiled copies afterwards', () => {
    expect(confirmRefusal({ ...sent, state: 'queued' }, [], [])).toEqual({ code: 'PRINT_NOT_OUT' });
    expect(confirmRefusal({ ...sent, state: 'printed' }, [], [])).toEqual({ code: 'PRINT_JOB_DONE' });
    expect(confirmRefusal({ ...sent, state: 'printed' }, [3], [{ copy: 4, reason: '破' }])).toBeUndefined();
    expect(confirmRefusal({ ...sent, state: 'printed', takenBack: 1 }, [3], [{ copy: 4, reason: '破' }])).toEqual({
      code: 'COPIES_NOT_OUTSIDE',
      params: { count: 0 },
    });
  });
});

describe('Copies on paper', () => {
  it('are those that came out and are good, as runs without a gap', () => {
    const prints = [print(1, 4), print(5, 2, { state: 'queued' }), print(7, 1, { state: 'sent', reprint: true })];
    expect(copiesOnPaper(prints, [2])).toEqual([1, 3, 4, 7]);
    expect(runsOf([1, 3, 4, 7])).toEqual([
      { first: 1, count: 1 },
      { first: 3, count: 2 },
      { first: 7, count: 1 },
    ]);
    expect(copiesOutside([{ ...print(1, 4), takenBack: 1, spoiled: 1 }])).toBe(2);
  });

  it('never bear a number twice, leave no gap without a print, and mark exactly what is beyond the due ones, whatever happens', () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('order' as const), copies: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ act: fc.constantFrom('fail', 'cancel', 'send', 'confirm', 'retry' as const), at: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 40 }), (due, steps) => {
        const prints: { -readonly [K in keyof PrintFacts]: PrintFacts[K] }[] = [];
        for (const one of steps) {
          if (one.act === 'order') {
            const plan = planCopies(due, prints, one.copies);
            if (!('code' in plan))
              prints.push({
                ...print(plan.firstCopy, one.copies, { state: 'queued', reprint: plan.reprint > 0 }),
                reprintNth: plan.reprint,
              });
            continue;
          }
          const found = prints[one.at];
          if (found === undefined) continue;
          if (one.act === 'send' && found.state === 'queued') found.state = 'sent';
          if (one.act === 'confirm' && found.state === 'sent') found.state = 'printed';
          if (one.act === 'fail' && (found.state === 'queued' || found.state === 'sent')) found.state = 'failed';
          if (one.act === 'cancel' && found.state === 'queued') found.state = 'cancelled';
          const others = prints.filter((other) => other !== found);
          if (one.act === 'retry' && found.state === 'failed' && stillFree(found, others)) {
            found.state = 'queued';
            if (found.reprint) found.reprintNth = nextReprint(others);
          }
        }
        const standing = prints.filter(isStanding);
        const numbers = standing.flatMap(({ firstCopy, copies }) =>
          Array.from({ length: copies }, (_unused, at) => firstCopy + at),
        );
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(copiesMade(prints)).toBe(numbers.length);
        const known = new Set(
          prints.flatMap(({ firstCopy, copies }) => Array.from({ length: copies }, (_unused, at) => firstCopy + at)),
        );
        for (let copy = 1; copy <= Math.max(0, ...known); copy += 1) expect(known.has(copy)).toBe(true);
        for (const { reprint, firstCopy, copies } of standing) {
          if (reprint) expect(firstCopy).toBeGreaterThan(due);
          else expect(firstCopy + copies - 1).toBeLessThanOrEqual(due);
        }
        const nths = standing.filter(({ reprint }) => reprint).map(({ reprintNth }) => reprintNth);
        expect(new Set(nths).size).toBe(nths.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
