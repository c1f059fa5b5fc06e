import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reliefOf, reliefRefusal } from '#shared/domain/changes/relief.ts';
import { type LetterLine, latenessOf } from '#shared/domain/payments/letters.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-16');
const terms = { bandDays: 90, ratePpm: 100, laterRatePpm: 150 };
const line = (more: Partial<LetterLine> = {}): LetterLine => ({
  ...{ position: 2, item: 'firstPayment', amount: yuan(100_000), dueOn: localDate('2026-11-06') },
  ...{ payments: [], paid: ZERO_FEN, open: yuan(100_000), overdue: true },
  ...{ disputedOn: null, contractDueOn: null, penaltyWaived: ZERO_FEN },
  ...more,
});
const paid = line({ open: ZERO_FEN, paid: yuan(100_000), payments: [{ amount: yuan(100_000), on: today }] });

describe('The relief of a late line', () => {
  it('takes what is waived off its penalty, and the penalty runs on', () => {
    const relief = reliefOf(line(), { dueOn: null, waived: yuan(40) }, today, terms);
    expect(relief).toEqual({ before: yuan(100), after: yuan(60), given: yuan(40) });
    const waived = line({ penaltyWaived: yuan(40) });
    expect(latenessOf(waived, addDays(today, 10), terms).penalty).toBe(yuan(160));
  });

  it('gives up all penalty of a line that is put off, and the ladder hears of it', () => {
    const relief = reliefOf(line(), { dueOn: addDays(today, 30), waived: ZERO_FEN }, today, terms);
    expect(relief).toEqual({ before: yuan(100), after: ZERO_FEN, given: yuan(100) });
    const notLate = line({ dueOn: addDays(today, 5) });
    expect(reliefOf(notLate, { dueOn: addDays(today, 30), waived: ZERO_FEN }, today, terms).given).toBe(0);
  });

  it.each([
    [
      'of a loan',
      line({ item: 'commercialLoan' }),
      { dueOn: addDays(today, 9), waived: ZERO_FEN },
      'RELIEF_NOT_FOR_LINE',
    ],
    ['of no line', undefined, { dueOn: addDays(today, 9), waived: ZERO_FEN }, 'RELIEF_NOT_FOR_LINE'],
    ['of nothing', line(), { dueOn: null, waived: ZERO_FEN }, 'CHANGE_NOTHING'],
    ['a later day of what is paid', paid, { dueOn: addDays(today, 9), waived: ZERO_FEN }, 'RELIEF_LINE_PAID'],
    ['an earlier day', line(), { dueOn: localDate('2026-11-01'), waived: ZERO_FEN }, 'RELIEF_DAY_NOT_LATER'],
    ['a day that has passed', line(), { dueOn: localDate('2026-11-10'), waived: ZERO_FEN }, 'RELIEF_DAY_NOT_LATER'],
    ['more than has accrued', line(), { dueOn: null, waived: fen(10_001) }, 'RELIEF_ABOVE_PENALTY'],
    ['what a later day takes away', line(), { dueOn: addDays(today, 9), waived: fen(1) }, 'RELIEF_ABOVE_PENALTY'],
    ['a part of it', line(), { dueOn: null, waived: fen(10_000) }, undefined],
    ['the penalty of what was paid late', paid, { dueOn: null, waived: fen(10_000) }, undefined],
  ] as const)('is asked for or not: %s', (_what, some, ask, code) => {
    expect(reliefRefusal(some, ask, today, terms)?.code).toBe(code);
  });

  it('waives nothing where the contract agrees on words that nobody can reckon by', () => {
    expect(reliefRefusal(line(), { dueOn: null, waived: fen(1) }, today, null)?.params).toEqual({ mostFen: 0 });
  });

  it('never makes a penalty negative, whatever is waived and however it goes on', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(20_000), fc.nat(400), (late, waived, on) => {
        const some = line({ dueOn: addDays(today, -late), penaltyWaived: fen(waived) });
        expect(latenessOf(some, addDays(today, on), terms).penalty).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
