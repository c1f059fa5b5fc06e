import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reliefOf, reliefRefusal } from '#shared/domain/changes/relief.ts';
import { type LetterLine, latenessOf } from '#shared/domain/payments/letters.ts';
import { addDays, daysBetween, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-16');
const terms = { bandDays: 90, ratePpm: 100, laterRatePpm: 150 };
const line = (more: Partial<LetterLine> = {}): LetterLine => ({
  ...{ position: 2, item: 'firstPayment', amount: yuan(100_000), dueOn: localDate('2026-11-06') },
  ...{ payments: [], paid: ZERO_FEN, open: yuan(100_000), overdue: true },
  ...{ disputedOn: null, contractDueOn: null, penaltyKept: ZERO_FEN, penaltyWaived: ZERO_FEN },
  ...more,
});
const paid = line({ open: ZERO_FEN, paid: yuan(100_000), payments: [{ amount: yuan(100_000), on: today }] });

describe('The relief of a late line', () => {
  it('takes what is waived off its penalty, and the penalty runs on', () => {
    const relief = reliefOf(line(), { dueOn: null, waived: yuan(40) }, today, terms);
    expect(relief).toEqual({ before: yuan(100), after: yuan(60), given: yuan(40), kept: ZERO_FEN });
    const waived = line({ penaltyWaived: yuan(40) });
    expect(latenessOf(waived, addDays(today, 10), terms).penalty).toBe(yuan(160));
  });

  it('keeps the penalty of the days before a line was put off, and the ladder hears of those until the later day', () => {
    const later = { dueOn: addDays(today, 30), waived: ZERO_FEN };
    const relief = reliefOf(line(), later, today, terms);
    expect(relief).toEqual({ before: yuan(100), after: yuan(100), given: yuan(300), kept: yuan(100) });
    expect(reliefOf(line(), { ...later, waived: yuan(100) }, today, terms)).toMatchObject({
      ...{ after: ZERO_FEN, given: yuan(400), kept: yuan(100) },
    });
    const notLate = line({ dueOn: addDays(today, 5) });
    expect(reliefOf(notLate, later, today, terms)).toMatchObject({ after: ZERO_FEN, given: yuan(250), kept: ZERO_FEN });
  });

  it('costs the days late before and after it was put off to the fen, however often, less what was waived', () => {
    const waives = fc.integer({ min: 0, max: 1_000_000 });
    const step = fc.record({ wait: fc.nat(60), by: fc.integer({ min: 1, max: 60 }), waives });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.nat(60), (steps, last) => {
        const band = { ...terms, bandDays: 1_000 };
        let [some, on, lateDays, waived] = [line(), today, 0, 0];
        for (const { wait, by, waives: share } of steps) {
          on = addDays(on, wait);
          const late = Math.max(0, daysBetween(some.dueOn, on));
          const { penalty } = latenessOf(some, on, band);
          const ask = { dueOn: addDays(on > some.dueOn ? on : some.dueOn, by), waived: fen(Math.min(share, penalty)) };
          expect(reliefRefusal(some, ask, on, band)).toBeUndefined();
          const { kept, after, given } = reliefOf(some, ask, on, band);
          expect(after).toBe(penalty - ask.waived);
          expect(given).toBeGreaterThanOrEqual(ask.waived);
          [lateDays, waived] = [lateDays + late, waived + ask.waived];
          some = { ...some, dueOn: ask.dueOn, penaltyKept: kept, penaltyWaived: fen(waived) };
        }
        const paidOn = addDays(some.dueOn, last);
        expect(latenessOf(some, paidOn, band).penalty).toBe(yuan(10) * (lateDays + last) - waived);
      }),
    );
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
    [
      'a later day with more than has accrued',
      line(),
      { dueOn: addDays(today, 9), waived: fen(10_001) },
      'RELIEF_ABOVE_PENALTY',
    ],
    ['a later day with all that has accrued', line(), { dueOn: addDays(today, 9), waived: fen(10_000) }, undefined],
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
