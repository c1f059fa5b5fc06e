import type { z } from 'zod';
import { accountById } from '#db/repositories/accounts.ts';
import {
  type CustomerWithOwner,
  customerByPhone,
  customersByPhoneStart,
  followUpsOf,
  householdOf,
  subscriptionsOfCustomer,
  visitsOf,
} from '#db/repositories/customers.ts';
import type { customers } from '#shared/api/customers.ts';
import { isProtected, receptionAnswer, type Verdict } from '#shared/domain/customers/verdict.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { checkPhone, dialable } from '#shared/kernel/phone.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { presentCustomer } from './present.ts';
import { ruleOwnership } from './rule-ownership.ts';

type Found = z.input<(typeof customers)['matchPhone']['output']>;
type Match = Found['matches'][number];

/** Digits typed before the office looks for a phone: fewer would show strangers' customers. */
const LEAST_DIGITS = 7;

/** Digits of a number that begins with 1: a mobile, of whatever carrier. */
const MOBILE_DIGITS = 11;

/** Lines of history beside a match. */
const RECENT = 5;

/** Who has a phone, whole or half typed, and whose customer that is. */
export function matchPhone(context: QueryContext, phone: string): Found {
  const check = checkPhone(phone);
  const digits = check.normal.replace(/\D/g, '');
  const nothing: Found = { normal: null, problem: 'incomplete', verdict: null, matches: [] };
  if (digits.length < LEAST_DIGITS) return nothing;
  const normal = dialable(phone);
  const whole = normal === undefined ? undefined : customerByPhone(context.db, normal);
  const half = normal === undefined || (!check.ok && normal.startsWith('1') && digits.length < MOBILE_DIGITS);
  if (half && whole === undefined) {
    const found = customersByPhoneStart(context.db, digits);
    return { ...nothing, matches: found.map((customer) => present(context, customer, false)) };
  }
  return {
    normal: normal ?? null,
    problem: check.ok ? null : 'unusual',
    verdict: presentVerdict(context, ruleOwnership(context, whole)),
    matches:
      whole === undefined
        ? customersByPhoneStart(context.db, digits).map((customer) => present(context, customer, false))
        : [present(context, whole, true)],
  };
}

/** A lapsed owner's name is for those who see every customer (management 1.11). */
function presentVerdict(context: QueryContext, ruled: Verdict): Found['verdict'] {
  const { code, rule, ownerId, protectedUntil, served } = ruled;
  const named = ownerId !== null && (code !== 'lapsed' || context.sees('customers', ownerId));
  const owner = named ? { id: ownerId, name: accountById(context.db, ownerId)?.name ?? '' } : null;
  return { code, rule, answer: receptionAnswer(code), owner, protectedUntil, served };
}

function present(context: QueryContext, customer: CustomerWithOwner, exact: boolean): Match {
  const { db, actor, today } = context;
  const open = context.can('customers.read') && context.sees('customers', customer.ownerId);
  const row = presentCustomer(context, customer);
  const history = visitsOf(db, customer.id);
  const guarded = isProtected(customer.protectedUntil, today);
  const shown = { ...row, rating: open ? row.rating : null, owner: open || guarded ? row.owner : null };
  const live: readonly string[] = liveSubscriptionStates;
  const deals = open ? subscriptionsOfCustomer(db, customer.id) : [];
  const deal = deals.find(({ subscription }) => live.includes(subscription.state));
  return {
    customer: shown,
    exact,
    mine: customer.ownerId === actor.id,
    open,
    protection: customer.ownerId === null ? 'none' : guarded ? 'protected' : 'lapsed',
    lastVisitAt: history[0]?.at ?? null,
    visits: history.length,
    household: open ? householdOf(db, customer).map(({ name }) => name) : [],
    deal:
      deal === undefined ? null : { unit: deal.unit, state: deal.subscription.state, signBy: deal.subscription.signBy },
    recent: [
      ...history.map(({ at, kind, notes, receivedBy }) => ({
        at,
        what: kind,
        text: open ? notes : '',
        by: receivedBy,
      })),
      ...(open ? followUpsOf(db, customer.id) : []).map(({ at, content, by }) => ({
        at,
        what: 'followUp' as const,
        text: content,
        by,
      })),
      ...deals.map(({ subscription, unit, consultant }) => ({
        at: subscription.createdAt,
        what: 'subscribed' as const,
        text: unit,
        by: consultant,
      })),
    ]
      .toSorted((a, b) => b.at - a.at)
      .slice(0, RECENT),
  };
}
