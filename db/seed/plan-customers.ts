import type { CustomerRating } from '#shared/domain/customers/states.ts';
import type { Random } from '#shared/kernel/random.ts';
import type { Act, CustomerPlan } from './acts.ts';
import { type Calendar, CLOSES, OPENS } from './calendar.ts';
import { consultants, inventIdentityNumber, inventName, inventPhone } from './people.ts';
import { addresses, channelWeights, closingNotes, followUpNotes, intents, visitNotes } from './phrases.ts';

/** A customer with what the plan knows of them and no screen does. */
export type Arrival = {
  readonly plan: CustomerPlan;
  readonly ago: number;
  readonly rating: CustomerRating;
};

/** Days to the next contact, as the office's settings have them (management 1.10). */
const firstDays: Readonly<Record<CustomerRating, number>> = { A: 1, B: 1, C: 2, D: 30 };
const nextDays: Readonly<Record<CustomerRating, number>> = { A: 2, B: 4, C: 10, D: 30 };

/** Somebody new, of one of the consultants. */
export function inventCustomer(random: Random, calendar: Calendar, index: number): CustomerPlan {
  return {
    name: inventName(random),
    phone: inventPhone(index),
    identityNumber: inventIdentityNumber(index, calendar.today),
    address: `${random.pick(addresses)} ${random.int(1, 280)} 号 ${random.int(1, 9)} 栋`,
    channel: random.weighted(channelWeights),
    intent: random.pick(intents),
    owner: random.pick(consultants),
  };
}

/** Everybody who calls or comes, oldest first; twice as many at weekends, and always some today. */
export function planArrivals(random: Random, calendar: Calendar, count: number, days: number): Arrival[] {
  const weights = Array.from({ length: days }, (_, ago) => [ago, calendar.isWeekend(ago) ? 2 : 1] as const);
  const today = Math.min(9, Math.ceil(count / 40));
  const agos = Array.from({ length: count }, (_, index) => (index < today ? 0 : random.weighted(weights)));
  return agos
    .toSorted((a, b) => b - a)
    .map((ago, index) => ({
      plan: inventCustomer(random, calendar, index),
      ago,
      rating: random.weighted([
        ['A', 18],
        ['B', 36],
        ['C', 36],
        ['D', 10],
      ]),
    }));
}

/** What becomes of a customer: registered, called again, closed or still open; `dealAgo` ends it with a sale. */
export function customerStory(
  random: Random,
  calendar: Calendar,
  customer: number,
  { plan, ago, rating }: Arrival,
  story: { readonly dealAgo: number | null; readonly closingChance: number },
): Act[] {
  const acts: Act[] = [];
  const minute = () => random.int(OPENS, CLOSES - 20);
  const visit = (on: number, kind: 'call' | 'visit') =>
    acts.push({
      at: calendar.at(on, minute()),
      do: 'register',
      customer,
      kind,
      by: plan.owner,
      rating,
      partySize: kind === 'call' ? 1 : random.int(1, 4),
      notes: random.pick(visitNotes),
    });
  const called = random.chance(0.35);
  visit(ago, called ? 'call' : 'visit');
  const last = story.dealAgo ?? -1;
  let due = ago - firstDays[rating];
  const cameAt = ago - random.int(1, 4);
  if (random.chance(called ? 0.5 : 0.25) && cameAt >= 0 && cameAt > last) {
    visit(cameAt, 'visit');
    due = Math.min(due, cameAt - nextDays[rating]);
  }
  while (due >= 0 && due > last) {
    // What was due in the last days has sometimes been forgotten; what is due today is half done.
    if (due === 0 ? random.chance(0.5) : due <= 3 && random.chance(0.15)) break;
    const closes = story.dealAgo === null && random.chance(story.closingChance);
    const next = due - nextDays[rating] - random.int(0, 1);
    acts.push({
      at: calendar.at(due, minute()),
      do: 'followUp',
      customer,
      method: random.weighted([
        ['phone', 6],
        ['wechat', 4],
        ['message', 1],
      ]),
      content: random.pick(closes ? closingNotes : followUpNotes),
      rating,
      nextOn: closes ? null : calendar.day(next),
    });
    if (closes) break;
    due = next;
  }
  return acts;
}
