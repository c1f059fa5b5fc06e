import { customerById, householdOf } from '#db/repositories/customers.ts';
import { partiesOf, type RulingWithPeople, rulingById, timelineOf } from '#db/repositories/rulings.ts';
import { proposeRuling, type Ruling } from '#shared/domain/customers/ruling.ts';
import { claimOf, sameRuling, type TimelineEntry } from '#shared/domain/rulings/rulings.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext, 'db' | 'actor' | 'sees'>;
type Reading = Pick<QueryContext, 'db' | 'setting'>;

/** True for who takes part in a conflict or may open the file that it is about. */
export function maySeeRuling(
  { actor, sees }: Pick<Asking, 'actor' | 'sees'>,
  { row, customer }: RulingWithPeople,
  parties: readonly { readonly accountId: number }[],
): boolean {
  if (parties.some(({ accountId }) => accountId === actor.id) || row.raisedBy === actor.id) return true;
  return sees('customers', customer.ownerId);
}

/** A conflict that the person may see, with its parties. Throws NOT_FOUND. */
export function visibleRuling(context: Asking, rulingId: number) {
  const found = rulingById(context.db, rulingId);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  const parties = partiesOf(context.db, [rulingId]).map(({ party, name, post }) => ({ ...party, name, post }));
  if (!maySeeRuling(context, found, parties)) throw new DomainError('NOT_FOUND');
  return { ...found, parties };
}

/** What was written down of a household up to an instant: the evidence of a conflict. */
export function evidenceOf({ db }: Pick<Reading, 'db'>, customerId: number, until: number): TimelineEntry[] {
  const customer = customerById(db, customerId);
  if (customer === undefined) throw new DomainError('NOT_FOUND');
  return timelineOf(db, [customerId, ...householdOf(db, customer).map(({ id }) => id)], until);
}

/** What each party can bring forward by the evidence. */
export function claimsOf(
  { setting }: Pick<Reading, 'setting'>,
  parties: readonly { readonly accountId: number }[],
  evidence: readonly TimelineEntry[],
  until: number,
) {
  const rules = { protectionDays: setting('protectionDays'), firstFollowDays: setting('firstFollowDays') };
  return parties.map(({ accountId }) => claimOf(accountId, evidence, { until, rules }));
}

/** What the rules propose for a conflict that is opened now. Throws NOT_FOUND. */
export function proposalFor(
  context: Pick<QueryContext, 'db' | 'setting' | 'now'>,
  customerId: number,
  parties: readonly { readonly accountId: number }[],
): Ruling {
  const { db, now } = context;
  const customer = customerById(db, customerId);
  if (customer === undefined) throw new DomainError('NOT_FOUND');
  const claims = claimsOf(context, parties, evidenceOf(context, customerId, now), now);
  const afterDeal = customer.state === 'subscribed' || customer.state === 'signed';
  return proposeRuling(claims, { on: dayOf(now), rule: 'first', afterDeal });
}

/** True for a ruling that is not what the rules propose. */
export function isDeparture({ ruling, proposal }: RulingWithPeople['row']): boolean {
  return ruling !== null && !sameRuling(ruling, proposal);
}
