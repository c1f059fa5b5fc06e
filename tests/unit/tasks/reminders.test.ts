import { describe, expect, it } from 'vitest';
import { figureSpans } from '#shared/domain/tasks/figures.ts';
import { type ReminderFacts, remindersOf } from '#shared/domain/tasks/reminders.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const opening = { units: 480, uncovered: 0, people: 15 };
const quiet: ReminderFacts = {
  today,
  unsigned: [],
  signed: [],
  payments: [],
  protections: [],
  permits: [],
  daysOpen: [],
  opening,
};
const deal = (signInDays: number) => ({ price: yuan(1_000_000), signByOn: addDays(today, signInDays) });

describe('What the office should keep in mind', () => {
  it('is nothing where nothing is open', () => {
    expect(remindersOf(quiet)).toEqual([]);
  });

  it('leads a new office to its price list, its people and its permit, each by whoever sees to it', () => {
    const kindsOf = (part: Partial<ReminderFacts['opening']>) =>
      remindersOf({ ...quiet, opening: { ...opening, ...part } }).map(({ kind }) => kind);
    expect(kindsOf({ units: 0, people: 1 })).toEqual(['priceListMissing', 'staffMissing']);
    expect(kindsOf({ uncovered: 2 })).toEqual(['permitMissing']);
    expect(kindsOf({ units: null, uncovered: null, people: null })).toEqual([]);
  });

  it('is the oldest day that nobody has closed, once, and never today itself', () => {
    const daysOpen = [addDays(today, -2), addDays(today, -1), today];
    expect(remindersOf({ ...quiet, daysOpen })).toMatchObject([
      { kind: 'dayOpen', dueOn: '2026-11-21', params: { day: '2026-11-21', count: 2 } },
    ]);
    expect(remindersOf({ ...quiet, daysOpen: [today] })).toEqual([]);
  });

  it('is how many subscriptions wait for their contract, what they are worth, and how many within seven days', () => {
    const unsigned = [deal(12), deal(2), deal(6), deal(7), deal(8)];
    expect(remindersOf({ ...quiet, unsigned })).toEqual([
      {
        kind: 'unsigned',
        subscriptionId: null,
        contractId: null,
        dueOn: addDays(today, 2),
        params: { count: 5, amountFen: yuan(5_000_000), soon: 3 },
      },
    ]);
  });

  it('is that a contract of one’s own was signed today, with the contract to look at', () => {
    const signed = [{ contractId: 8, number: 'HT-2026-0008', unit: '3-1-1802', signedOn: today }];
    expect(remindersOf({ ...quiet, signed })).toEqual([
      {
        kind: 'contractSigned',
        subscriptionId: null,
        contractId: 8,
        dueOn: today,
        params: { number: 'HT-2026-0008', unit: '3-1-1802' },
      },
    ]);
  });

  it('names the three oldest payments that are late', () => {
    const payments = [1, 2, 3, 4].map((id) => ({
      subscriptionId: id,
      unit: `3-1-${id}`,
      item: 'firstPayment',
      open: yuan(id),
      dueOn: addDays(today, -id),
    }));
    expect(remindersOf({ ...quiet, payments }).map(({ subscriptionId }) => subscriptionId)).toEqual([4, 3, 2]);
  });

  it('is a protection that ends in two days and a permit that ends in two months, not what is further away', () => {
    const kindsOf = (facts: Partial<ReminderFacts>) => remindersOf({ ...quiet, ...facts }).map(({ kind }) => kind);
    expect(kindsOf({ protections: [addDays(today, 2), today] })).toEqual(['protectionEnding']);
    expect(kindsOf({ protections: [addDays(today, 3)] })).toEqual([]);
    expect(kindsOf({ permits: [{ number: '1', validTo: addDays(today, 60) }] })).toEqual(['permitEnding']);
    expect(kindsOf({ permits: [{ number: '1', validTo: addDays(today, 61) }] })).toEqual([]);
  });
});

describe('The spans of the figures', () => {
  it.each([
    ['2026-11-23', '2026-11-17', '2026-11-01', '2026-11-01'],
    ['2026-12-02', '2026-11-26', '2026-12-01', '2026-11-26'],
  ])('end on %s and begin on %s and %s', (day, week, month, earliest) => {
    expect(figureSpans(localDate(day))).toEqual({ today: day, week, month, earliest });
  });
});
