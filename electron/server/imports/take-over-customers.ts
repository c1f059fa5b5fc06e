import { startProtection } from '#shared/domain/customers/protection.ts';
import type { PlannedCustomer, ProjectPlan } from '#shared/domain/imports/running-project/project-plan.ts';
import { instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { writeCustomer } from '../customers/write-customer.ts';
import type { CommandContext, LongContext } from '../kernel/handlers.ts';

/** Midday: the lists know days, not hours. */
const NOON = 720;

/** The command as it would have been on a day of the past. */
export function onDay<C extends Pick<CommandContext, 'now' | 'today'>>(context: C, day: LocalDate): C {
  return day === context.today ? context : { ...context, today: day, now: instantOf(day, NOON) };
}

/**
 * Opens the files of the customers of a running project, each with their first day and their consultant; the file of
 * somebody whom the office knows stays as it is. Answers the number of each, in the order of the plan.
 */
export function takeOverCustomers(
  context: LongContext,
  plan: ProjectPlan,
  hashKey: Uint8Array,
  begins: (customer: number) => void,
): number[] {
  const firstDeals = new Map<number, { readonly on: LocalDate; readonly consultantId: number }>();
  for (const { buyers, subscription, consultantId } of plan.deals)
    for (const { customer } of buyers) {
      const known = firstDeals.get(customer);
      if (known === undefined || subscription.subscribedOn < known.on)
        firstDeals.set(customer, { on: subscription.subscribedOn, consultantId });
    }
  return plan.customers.map((customer, index) => {
    begins(index);
    const first = firstDeals.get(index);
    return customer.knownId ?? openFile(context, customer, first, hashKey);
  });
}

type FirstDeal = { readonly on: LocalDate; readonly consultantId: number } | undefined;

function openFile(
  context: LongContext,
  { record, ownerId }: PlannedCustomer,
  first: FirstDeal,
  hashKey: Uint8Array,
): number {
  const { tx, today, now, setting } = context;
  const { name, phone, secondPhone, address, channel, identity, registeredOn } = record;
  const rules = { protectionDays: setting('protectionDays'), firstFollowDays: setting('firstFollowDays') };
  const since = onDay(context, registeredOn ?? first?.on ?? today).now;
  const owner = ownerId ?? first?.consultantId ?? null;
  const row = {
    name,
    phone,
    secondPhone,
    address,
    channel,
    rating: first === undefined ? 'C' : 'A',
    ownerId: owner,
    ownedSince: owner === null ? null : since,
    // The clock of protection begins anew with the program: nobody loses a customer by being taken over.
    protectedUntil: owner === null ? null : startProtection({ on: today, by: 'visit' }, rules).until,
    createdAt: since,
    lastContactAt: Math.min(since, now),
  } as const;
  return writeCustomer(tx, row, { identity, hashKey }).id;
}
