import type { ReadDb } from '#db/access.ts';
import { lettersOfDeal, servicesOfLetters } from '#db/repositories/payment-letters.ts';
import { theProject } from '#db/repositories/projects.ts';
import { incomingOf } from '#db/repositories/receipts.ts';
import { buyerRowsOf, planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { liveContractOf, unitById } from '#db/repositories/units.ts';
import { unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { settle } from '#shared/domain/payments/allocation.ts';
import { arrivedOn, type LetterDeal, lateTermsOf } from '#shared/domain/payments/letters.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** The signed contract of a deal that holds its home; undefined before both sides have signed. */
export function signedContractOf(db: ReadDb, { id, unitId }: Pick<SubscriptionRow, 'id' | 'unitId'>) {
  const contract = liveContractOf(db, unitId);
  if (contract?.subscriptionId !== id || unsignedContractStates.some((state) => state === contract.state))
    return undefined;
  return contract;
}

/** A deal as the rules of letters about its money see it today. */
export function letterDeal(
  { db, today }: { readonly db: ReadDb; readonly today: LocalDate },
  row: SubscriptionRow,
): LetterDeal {
  const project = theProject(db);
  const contract = signedContractOf(db, row);
  const plan = planLinesOf(db, row.id);
  const { lines } = settle(plan, incomingOf(db, row.id), today);
  const written = lettersOfDeal(db, row.id).map(({ letter }) => letter);
  const services = servicesOfLetters(
    db,
    written.map(({ id }) => id),
  );
  const buyers = buyerRowsOf(db, row.id).map(({ customerId }) => customerId);
  return {
    stands: !isEnded(row.state) && row.state !== 'draft' && row.state !== 'inReview',
    seized: unitById(db, row.unitId)?.encumbrance === 'seized',
    signed: contract !== undefined,
    accountKnown: (project?.supervisedAccount ?? '') !== '' && (project?.supervisedBank ?? '') !== '',
    lines,
    terms: contract === undefined ? null : lateTermsOf(contract.terms.fields),
    letters: written.map(({ id, kind, lines: named, dueBy, voided }) => ({
      kind,
      positions: named.map(({ position }) => position),
      dueBy,
      voided,
      arrivedOn: arrivedOn(
        buyers,
        services.filter(({ letterId }) => letterId === id),
      ),
    })),
  };
}
