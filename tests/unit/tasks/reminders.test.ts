import { describe, expect, it } from 'vitest';
import type { SubscriptionFact } from '#shared/domain/tasks/facts.ts';
import { figureSpans } from '#shared/domain/tasks/figures.ts';
import { type ReminderFacts, remindersOf } from '#shared/domain/tasks/reminders.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const opening = { units: 480, uncovered: 0, people: 15 };
const quiet: ReminderFacts = { today, subscriptions: [], payments: [], protections: [], permits: [], opening };
const subscription = (id: number, signInDays: number): SubscriptionFact => ({
  subscriptionId: id,
  number: `RG-2026-000${id}`,
  unit: '3-1-1802',
  state: 'depositComplete',
  consultantId: 11,
  buyer: '王海涛',
  price: yuan(1_000_000),
  depositDueOn: today,
  depositRemaining: ZERO_FEN,
  signByOn: addDays(today, signInDays),
});

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

  it('is how many subscriptions wait for their contract, what they are worth, and how many within seven days', () => {
    const subscriptions = [
      subscription(1, 12),
      subscription(2, 2),
      subscription(3, 6),
      subscription(4, 7),
      subscription(5, 8),
    ];
    expect(remindersOf({ ...quiet, subscriptions })).toEqual([
      {
        kind: 'unsigned',
        subscriptionId: null,
        dueOn: addDays(today, 2),
        params: { count: 5, amountFen: yuan(5_000_000), soon: 3 },
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
