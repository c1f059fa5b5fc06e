import { describe, expect, it } from 'vitest';
import {
  arrivedOn,
  type LetterAsk,
  type LetterDeal,
  type LetterLine,
  latenessOf,
  lateTermsOf,
  letterRefusal,
  letterServiceRefusal,
  rescissionStanding,
  roundOf,
  type WrittenLetter,
} from '#shared/domain/payments/letters.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-16');
const terms = { bandDays: 90, ratePpm: 100, laterRatePpm: 150 };

const line = (more: Partial<LetterLine> = {}): LetterLine => ({
  position: 2,
  item: 'firstPayment',
  amount: yuan(100_000),
  dueOn: localDate('2026-08-01'),
  payments: [],
  paid: ZERO_FEN,
  open: yuan(100_000),
  overdue: true,
  disputedOn: null,
  contractDueOn: null,
  penaltyKept: ZERO_FEN,
  penaltyWaived: ZERO_FEN,
  ...more,
});
const demand = (more: Partial<WrittenLetter> = {}): WrittenLetter => ({
  kind: 'overdueDemand',
  positions: [2],
  dueBy: localDate('2026-10-01'),
  arrivedOn: localDate('2026-09-10'),
  voided: false,
  ...more,
});
const deal = (more: Partial<LetterDeal> = {}): LetterDeal => ({
  stands: true,
  seized: false,
  signed: true,
  accountKnown: true,
  lines: [line()],
  terms,
  letters: [demand()],
  ...more,
});
const ask = (more: Partial<LetterAsk> = {}): LetterAsk => ({
  kind: 'overdueDemand',
  positions: [2],
  dueBy: localDate('2026-11-30'),
  ...more,
});
const paid = line({ open: ZERO_FEN, paid: yuan(100_000) });

describe('A letter to the buyers about money', () => {
  it.each([
    ['of a deal that has ended', deal({ stands: false }), ask(), 'LETTER_DEAL_ENDED'],
    ['of a home that a court has seized', deal({ seized: true }), ask(), 'UNIT_SEIZED'],
    ['of a plan that is paid up', deal({ lines: [paid] }), ask({ kind: 'paymentNotice' }), 'NOTHING_DUE'],
    ['without an account to pay to', deal({ accountKnown: false }), ask(), 'LETTER_ACCOUNT_MISSING'],
    ['that names nothing', deal(), ask({ positions: [] }), 'LETTER_LINES_MISSING'],
    [
      'about a line that is paid',
      deal({ lines: [line(), line({ ...paid, position: 3 })] }),
      ask({ positions: [2, 3] }),
      'LETTER_LINE_PAID',
    ],
    ['about a line that is not there', deal(), ask({ positions: [9] }), 'LETTER_LINE_PAID'],
    ['without a last day', deal(), ask({ dueBy: null }), 'LETTER_DUE_MISSING'],
    ['with a last day that has gone by', deal(), ask({ dueBy: localDate('2026-11-15') }), 'LETTER_DUE_PAST'],
    ['of what is late, to be paid by a day', deal(), ask(), undefined],
  ] as const)('%s is answered', (_, of, wanted, code) => {
    expect(letterRefusal(of, wanted, today)?.code).toBe(code);
  });

  it('that only notifies needs no contract and no lateness, but asks buyers for no loan', () => {
    const notice = ask({ kind: 'paymentNotice' });
    const soon = line({ dueOn: localDate('2026-12-01') });
    expect(letterRefusal(deal({ signed: false, terms: null, lines: [soon] }), notice, today)).toBeUndefined();
    const loan = line({ item: 'commercialLoan' });
    expect(letterRefusal(deal({ lines: [loan] }), ask(), today)?.code).toBe('LETTER_NOTHING_LATE');
    const both = deal({ lines: [loan, line({ position: 3 })] });
    expect(letterRefusal(both, ask(), today)?.code).toBe('LETTER_LOAN_LINE');
    expect(letterRefusal(deal({ lines: [loan] }), notice, today)?.code).toBe('LETTER_LOAN_LINE');
  });

  it('that demands rests on a signed contract with days and rates, and on lateness that nobody disputes', () => {
    expect(letterRefusal(deal({ signed: false }), ask(), today)?.code).toBe('LETTER_NEEDS_CONTRACT');
    expect(letterRefusal(deal({ terms: null }), ask(), today)?.code).toBe('LETTER_TERMS_OWN');
    const onTime = line({ dueOn: today });
    expect(letterRefusal(deal({ lines: [onTime] }), ask(), today)?.code).toBe('LETTER_NOTHING_LATE');
    const both = [line(), line({ position: 3, dueOn: localDate('2026-12-01') })];
    expect(letterRefusal(deal({ lines: both }), ask({ positions: [3] }), today)?.code).toBe('LETTER_LINE_NOT_LATE');
    const disputed = line({ disputedOn: localDate('2026-11-02') });
    expect(letterRefusal(deal({ lines: [disputed] }), ask(), today)?.code).toBe('LETTER_LINE_DISPUTED');
  });

  it('reckons the contract of its own words as something that nobody can reckon', () => {
    const bands = { paymentDelayRule: 'bands', paymentBandDays: 90, paymentRate: 100, paymentLaterRate: null } as const;
    expect(lateTermsOf(bands)).toEqual({ bandDays: 90, ratePpm: 100, laterRatePpm: 100 });
    expect(lateTermsOf({ ...bands, paymentDelayRule: 'own' })).toBeNull();
    expect(lateTermsOf({ ...bands, paymentBandDays: null })).toBeNull();
  });

  it('counts the lower rate within the agreed days and the later one from the first day after them, never both', () => {
    const of = (dueOn: string) => latenessOf(line({ dueOn: localDate(dueOn) }), today, terms);
    expect(of('2026-08-18')).toMatchObject({ days: 90, penalty: yuan(900), rescindable: false });
    expect(of('2026-08-17')).toMatchObject({ days: 91, penalty: yuan(1365), rescindable: true });
  });

  it('numbers the demands of the same lines, voided ones left out', () => {
    expect(roundOf([], [2])).toBe(1);
    expect(roundOf([demand(), demand({ voided: true }), demand({ positions: [3] })], [2])).toBe(2);
  });
});

describe('A rescission', () => {
  const rescind = ask({ kind: 'rescissionNotice', dueBy: null });

  it.each([
    [
      'before the agreed days have passed',
      deal({ lines: [line({ dueOn: localDate('2026-08-18') })] }),
      'RESCISSION_TOO_EARLY',
    ],
    ['on the day after them', deal({ lines: [line({ dueOn: localDate('2026-08-17') })] }), undefined],
    ['without a demand', deal({ letters: [] }), 'RESCISSION_DEMAND_FIRST'],
    [
      'while the demand has not reached everybody',
      deal({ letters: [demand({ arrivedOn: null })] }),
      'RESCISSION_DEMAND_FIRST',
    ],
    ['while the demand still runs', deal({ letters: [demand({ dueBy: today })] }), 'RESCISSION_DEMAND_FIRST'],
    ['on a demand of another line', deal({ letters: [demand({ positions: [3] })] }), 'RESCISSION_DEMAND_FIRST'],
    [
      'more than a year after it could be known',
      deal({ lines: [line({ dueOn: localDate('2025-08-16') })] }),
      'RESCISSION_LAPSED',
    ],
    ['on the last day of that year', deal({ lines: [line({ dueOn: localDate('2025-08-17') })] }), undefined],
    ['over a disputed line', deal({ lines: [line({ disputedOn: today })] }), 'LETTER_LINE_DISPUTED'],
  ] as const)('%s is answered', (_, of, code) => {
    expect(letterRefusal(of, rescind, today)?.code).toBe(code);
  });

  it('says from which day it is open, and until which it was', () => {
    const early = deal({ lines: [line({ dueOn: localDate('2026-08-18') })] });
    expect(letterRefusal(early, rescind, today)?.params).toMatchObject({ days: 90, fromOn: '2026-11-17' });
    const late = deal({ lines: [line({ dueOn: localDate('2025-08-16') })] });
    expect(letterRefusal(late, rescind, today)?.params).toMatchObject({
      lastOn: '2026-11-15',
      article: 'civilCode564',
    });
  });

  it('takes effect on its arrival, or at the end of the period it sets; objections count from the arrival', () => {
    const arrived = localDate('2026-11-20');
    expect(rescissionStanding({ arrivedOn: null, dueBy: null }, 90)).toBeNull();
    expect(rescissionStanding({ arrivedOn: arrived, dueBy: null }, 90)).toEqual({
      endsOn: arrived,
      objectUntil: '2027-02-18',
    });
    const last = localDate('2026-12-15');
    expect(rescissionStanding({ arrivedOn: arrived, dueBy: last }, 90)?.endsOn).toBe(last);
    expect(rescissionStanding({ arrivedOn: localDate('2026-12-20'), dueBy: last }, 90)?.endsOn).toBe('2026-12-20');
  });
});

describe('The service of a letter', () => {
  const served = {
    method: 'courier',
    sentOn: localDate('2026-11-12'),
    servedOn: localDate('2026-11-14'),
    trackingNo: 'EMS1',
  } as const;
  const letter = { writtenOn: localDate('2026-11-11'), voided: false };

  it.each([
    ['in order', letter, served, undefined],
    ['sent before it was written', letter, { ...served, sentOn: localDate('2026-11-10') }, 'LETTER_SERVICE_DAYS'],
    ['arrived before it was sent', letter, { ...served, servedOn: localDate('2026-11-11') }, 'LETTER_SERVICE_DAYS'],
    ['arrived tomorrow', letter, { ...served, servedOn: localDate('2026-11-17') }, 'LETTER_SERVICE_DAYS'],
    ['without the number of its courier', letter, { ...served, trackingNo: ' ' }, 'NOTICE_TRACKING_MISSING'],
    ['by hand without a number', letter, { ...served, method: 'inPerson', trackingNo: '' }, undefined],
    ['of a void letter', { ...letter, voided: true }, served, 'NOTICE_VOIDED'],
  ] as const)('%s is answered', (_, of, service, code) => {
    expect(letterServiceRefusal(of, service, today)?.code).toBe(code);
  });

  it('is done when it reached the last of the buyers, never one of two', () => {
    const one = { customerId: 1, servedOn: localDate('2026-11-14') };
    expect(arrivedOn([1, 2], [one])).toBeNull();
    expect(arrivedOn([1, 2], [one, { customerId: 2, servedOn: localDate('2026-11-12') }])).toBe('2026-11-14');
    expect(arrivedOn([], [])).toBeNull();
  });
});
