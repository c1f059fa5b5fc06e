import { describe, expect, it } from 'vitest';
import { shippedValue } from '#shared/domain/settings/registry.ts';
import { nextFollowUpOn } from '#shared/domain/visits/follow-up.ts';
import { registerInputSchema, registerRefusal, visitKindOf } from '#shared/domain/visits/register.ts';
import { localDate, weekdayOf } from '#shared/kernel/local-date.ts';

const form = {
  kind: 'firstVisit',
  phone: '138 2360 6021',
  noPhoneReason: null,
  name: ' 王海涛 ',
  channel: 'referral',
  partySize: 2,
  transport: 'car',
  interests: ['threeBedroom'],
  referrer: '李建国 · 1-1-0702',
  receivedBy: 3,
  notes: '',
};

describe('the reception form', () => {
  it('brings phone and name to their stored form', () => {
    expect(registerInputSchema.parse(form)).toMatchObject({ phone: '13823606021', name: '王海涛' });
  });

  it.each([
    ['phone', '1380000000'],
    ['partySize', 0],
    ['channel', 'rumour'],
    ['idNumber', '500103'],
  ])('does not take %s %j', (field, value) => {
    expect(registerInputSchema.safeParse({ ...form, [field]: value }).success).toBe(false);
  });

  it.each([
    [
      'a first visit of a new household',
      { kind: 'firstVisit', phone: '13823606021', noPhoneReason: null },
      0,
      undefined,
    ],
    [
      'a first visit of somebody who came before',
      { kind: 'firstVisit', phone: '13823606021', noPhoneReason: null },
      2,
      'VISIT_NOT_FIRST',
    ],
    ['a call without number and reason', { kind: 'call', phone: null, noPhoneReason: null }, 0, 'VISIT_PHONE_MISSING'],
    ['a guest who leaves no number', { kind: 'firstVisit', phone: null, noPhoneReason: 'refused' }, 0, undefined],
  ] as const)('answers to %s', (_, input, visits, code) => {
    expect(registerRefusal(input, { visits, calls: 1 })?.code).toBe(code);
  });

  it('calls it a first visit after any number of calls', () => {
    expect(visitKindOf('visit', { visits: 0, calls: 4 })).toBe('firstVisit');
    expect(visitKindOf('visit', { visits: 1, calls: 0 })).toBe('returnVisit');
    expect(visitKindOf('call', { visits: 1, calls: 0 })).toBe('call');
  });
});

describe('the next follow-up', () => {
  const days = shippedValue('followUpDays', 'chongqing');
  const on = localDate('2026-11-19');
  const weekend = (day: ReturnType<typeof localDate>) => weekdayOf(day) > 5;

  it.each([
    ['an A-class guest after the first visit', { rating: 'A', first: true, promisedOn: null }, '2026-11-20'],
    ['an A-class guest whose second day is a Saturday', { rating: 'A', first: false, promisedOn: null }, '2026-11-23'],
    ['a B-class guest', { rating: 'B', first: false, promisedOn: null }, '2026-11-23'],
    [
      'a C-class guest with an earlier promise, a Sunday',
      { rating: 'C', first: false, promisedOn: localDate('2026-11-22') },
      '2026-11-22',
    ],
    [
      'a C-class guest with a later promise',
      { rating: 'C', first: false, promisedOn: localDate('2026-12-24') },
      '2026-11-30',
    ],
    ['a D-class guest', { rating: 'D', first: true, promisedOn: null }, '2026-12-21'],
  ] as const)('is due in time for %s', (_, contact, due) => {
    expect(nextFollowUpOn({ ...contact, on }, days, weekend)).toBe(due);
  });
});
