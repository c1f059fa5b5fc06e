import { describe, expect, it } from 'vitest';
import {
  type DealNotice,
  issuingRefusal,
  type NoticedDeal,
  servingRefusal,
  terminationStanding,
} from '#shared/domain/subscriptions/notices.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const day = (number: number) => localDate(`2026-11-${String(number).padStart(2, '0')}`);
const rules = { noticeDays: 3 };
const notice = (kind: DealNotice['kind'], more: Partial<DealNotice> = {}): DealNotice => ({
  kind,
  signBy: day(20),
  graceDays: 7,
  writtenOn: day(18),
  servedOn: null,
  voided: false,
  ...more,
});
const deal = (...notices: DealNotice[]): NoticedDeal => ({
  signBy: day(20),
  waitsForSigning: true,
  seized: false,
  notices,
});
const called = notice('signingNotice', { servedOn: day(18) });

describe('A notice to sign', () => {
  it.each([
    ['a week before', deal(), day(13), 'NOTICE_TOO_EARLY'],
    ['three days before', deal(), day(17), undefined],
    ['after the day', deal(), day(25), undefined],
    ['a second time for the same day', deal(called), day(19), 'NOTICE_ISSUED'],
    ['again once the day was put off', { ...deal(called), signBy: day(22) }, day(21), undefined],
    ['where the contract is signed', { ...deal(), waitsForSigning: false }, day(19), 'NOTICE_NOTHING_TO_SIGN'],
    ['while a court has seized the home', { ...deal(), seized: true }, day(19), 'UNIT_SEIZED'],
  ] as const)('issued %s is answered', (_, of, today, code) => {
    expect(issuingRefusal(of, 'signingNotice', today, rules)?.code).toBe(code);
  });
});

describe('A notice of termination', () => {
  it.each([
    ['before the day has passed', deal(called), day(20), 'SIGNING_NOT_OVERDUE'],
    ['before the buyers were asked to come', deal(), day(21), 'SIGNING_NOTICE_FIRST'],
    ['while that notice is on its way', deal(notice('signingNotice')), day(21), 'SIGNING_NOTICE_FIRST'],
    ['after both', deal(called), day(21), undefined],
  ] as const)('issued %s is answered', (_, of, today, code) => {
    expect(issuingRefusal(of, 'terminationNotice', today, rules)?.code).toBe(code);
  });

  it('lets the deal end only when its days have passed whole, and is moot when the day was put off', () => {
    const served = deal(called, notice('terminationNotice', { writtenOn: day(21), servedOn: day(22) }));
    expect(terminationStanding(deal(called, notice('terminationNotice')), day(28))).toEqual({ state: 'notServed' });
    expect(terminationStanding(served, day(29))).toEqual({ state: 'running', untilOn: day(29) });
    expect(terminationStanding(served, day(30))).toEqual({ state: 'over' });
    expect(terminationStanding({ ...served, signBy: day(25) }, day(30))).toEqual({ state: 'notServed' });
  });
});

describe('The service of a notice', () => {
  const by = { method: 'courier', servedOn: day(19), trackingNo: 'EMS 1' } as const;
  it.each([
    ['with its number', {}, {}, undefined],
    ['without it', {}, { trackingNo: ' ' }, 'NOTICE_TRACKING_MISSING'],
    ['by hand, which leaves none', {}, { method: 'inPerson', trackingNo: '' }, undefined],
    ['before it was issued', {}, { servedOn: day(17) }, 'NOTICE_SERVED_WRONG_DAY'],
    ['of tomorrow', {}, { servedOn: day(24) }, 'NOTICE_SERVED_WRONG_DAY'],
    ['twice', { servedOn: day(18) }, {}, 'NOTICE_SERVED'],
    ['of one that was voided', { voided: true }, {}, 'NOTICE_VOIDED'],
  ] as const)('%s is answered', (_, of, how, code) => {
    expect(servingRefusal(notice('signingNotice', of), { ...by, ...how }, day(23))?.code).toBe(code);
  });
});
