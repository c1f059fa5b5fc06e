import type { Transport } from '#shared/domain/visits/register.ts';
import type { Act, CustomerPlan } from './acts.ts';
import { type Calendar, OPENS } from './calendar.ts';

const MINUTE_MS = 60_000;

/** How guests come, in a row without chance, so that an office stays the same whatever else is drawn. */
const ways: readonly Transport[] = ['car', 'metro', 'car', 'onFoot', 'taxi', 'car', 'bus', 'shuttle', 'car'];

/** Names of owners of an earlier phase, who are no customers of this office. */
const strangers = ['李建国', '周文芳', '孙国栋', '郭雪琴'] as const;

/** How a customer of the plan comes to the office. */
export function transportOf(customer: number): Transport {
  return ways[customer % ways.length] ?? 'car';
}

/** Who sent a customer whose channel is a referral: somebody of the plan by name and number, or a stranger by name. */
export function referrerOf(customer: number, customers: readonly CustomerPlan[]) {
  if (customers[customer]?.channel !== 'referral') return null;
  const known = customer % 4 === 0 ? undefined : customers[Math.floor(customer / 3)];
  if (known === undefined || known.phone === customers[customer]?.phone)
    return { customerId: null, name: strangers[customer % strangers.length] ?? strangers[0], phone: null };
  return { customerId: null, name: known.name, phone: known.phone };
}

/** When guests leave: after half an hour to an hour and a half; the last two of today are still in the hall. */
export function planLeavings(acts: readonly Act[], calendar: Calendar): Act[] {
  const visits = acts
    .flatMap((act) => (act.do === 'register' && act.kind === 'visit' ? [act] : []))
    .toSorted((a, b) => a.at - b.at);
  const stay = new Set(visits.slice(-2).filter(({ at }) => at >= calendar.at(0, OPENS)));
  return visits.flatMap((visit): Act[] => {
    if (stay.has(visit)) return [];
    const { customer, by } = visit;
    const minutes = 28 + ((customer * 17) % 63);
    return [{ at: visit.at + minutes * MINUTE_MS, do: 'leave', customer, by }];
  });
}
