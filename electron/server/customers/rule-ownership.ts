import { type CustomerWithOwner, householdOf } from '#db/repositories/customers.ts';
import { openRulingOf } from '#db/repositories/rulings.ts';
import { type KnownHousehold, type Verdict, verdict } from '#shared/domain/customers/verdict.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext, 'db' | 'now' | 'setting'>;

/** The owner of another member of the household, the one protected longest. */
function familyOf({ db }: Asking, known: CustomerWithOwner): KnownHousehold['family'] {
  const owned = householdOf(db, known).flatMap(({ ownerId, protectedUntil }) =>
    ownerId !== null && protectedUntil !== null ? [{ ownerId, protectedUntil }] : [],
  );
  const longest = (a: { protectedUntil: LocalDate }, b: { protectedUntil: LocalDate }) =>
    a.protectedUntil < b.protectedUntil ? 1 : -1;
  return owned.toSorted(longest)[0] ?? null;
}

/**
 * Whose customer a caller or visitor is now (management 1.6), by what the office knows of him; undefined stands for
 * somebody new. The desk is shown this answer and the registration goes by the same.
 */
export function ruleOwnership(context: Asking, known: CustomerWithOwner | undefined): Verdict {
  const { now, setting } = context;
  const household =
    known === undefined
      ? null
      : {
          customerId: known.id,
          ownerId: known.ownerId,
          protectedUntil: known.protectedUntil,
          dealOwnerId: known.state === 'subscribed' || known.state === 'signed' ? known.ownerId : null,
          rulingOpen: openRulingOf(context.db, known.id) !== undefined,
          family: familyOf(context, known),
        };
  return verdict(
    { at: now, known: household, agencyReport: null, referral: null, friendOf: null, namedConsultant: null },
    {
      claimDays: setting('claimDays'),
      referralDays: setting('referralDays'),
      agencyReport: setting('agencyReport'),
      agencyList: false,
    },
  );
}
