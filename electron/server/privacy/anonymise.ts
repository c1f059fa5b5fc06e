import { eq } from 'drizzle-orm';
import type { CustomerWithOwner } from '#db/repositories/customers.ts';
import { documentsOf } from '#db/repositories/documents.ts';
import { dropSubjects } from '#db/repositories/grams.ts';
import { createPersonKey } from '#db/repositories/person-keys.ts';
import { listSubjectRequests } from '#db/repositories/privacy-registers.ts';
import { listQuotes } from '#db/repositories/quotes.ts';
import { rulingsOfCustomer } from '#db/repositories/rulings.ts';
import { signersForCustomer } from '#db/repositories/signers.ts';
import { contractParties } from '#db/schema/contracts.ts';
import { customers, followUps, visits } from '#db/schema/customers.ts';
import { subscriptionSigners } from '#db/schema/deals.ts';
import { documents } from '#db/schema/papers.ts';
import { subjectRequests } from '#db/schema/privacy.ts';
import { wordsAbout } from '#db/words.ts';
import { keptByLawUntil } from '#shared/domain/privacy/retention.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { indexDealsOf } from './reindex.ts';
import { retentionOfCustomer } from './retention.ts';

/** What stands in the place of a name that was destroyed. */
const ANONYMOUS_NAME = '（已匿名）';

/** Why a paper is void that named somebody who was made anonymous. */
const ANONYMISED = '匿名化';

/** Stands for a moment under the old key, so that every personal field is written anew under the new one. */
const PASSING = '·';

/**
 * Why a person's data can't be destroyed now: a live deal, a legal term, a hold of the office; undefined when they can.
 */
export function anonymiseRefusal(
  { setting, today }: Pick<QueryContext, 'setting' | 'today'>,
  client: CommandContext['tx']['client'],
  customer: CustomerWithOwner,
): Refusal | undefined {
  if (customer.state === 'anonymised') return { code: 'CUSTOMER_ANONYMISED' };
  if (customer.holdReason !== '') return { code: 'CUSTOMER_HELD' };
  const bound = keptByLawUntil(retentionOfCustomer(client, customer.id, setting('retentionTerms')), today);
  if (bound === 'live') return { code: 'CUSTOMER_DEAL_LIVE' };
  return bound === null ? undefined : { code: 'CUSTOMER_KEPT_BY_LAW', params: { untilOn: bound } };
}

/**
 * Destroys what names a person: the rows get another key and hold nothing of the person any more, the old key is left to
 * be destroyed, which makes all that the log holds of it unreadable without breaking its chain (decision 2). Amounts,
 * days and numbers of papers stay. Says nothing in the log itself, so that a sweep can say it once for many.
 */
export function anonymiseCustomer(context: CommandContext, customer: CustomerWithOwner): void {
  const { db, tx, now } = context;
  const { id } = customer;
  // Before the key is changed: the log still holds what was written until now, under the one that is destroyed.
  for (const { table, id: rowId, columns } of wordsAbout(tx.client, id))
    tx.update(table, rowId, Object.fromEntries(columns.map((column) => [column, ''])));
  const personKeyId = createPersonKey(tx.client);
  tx.update(customers, id, {
    name: PASSING,
    phone: null,
    secondPhone: null,
    identityKind: null,
    identitySealed: null,
    identityHash: null,
    address: PASSING,
    intent: PASSING,
    holdReason: PASSING,
    keptSealed: null,
  });
  tx.update(customers, id, {
    personKeyId,
    name: ANONYMOUS_NAME,
    address: '',
    intent: '',
    holdReason: '',
    state: 'anonymised',
    householdId: null,
    nextFollowUpOn: null,
    protectedUntil: null,
    restrictedAt: null,
    restriction: null,
    anonymisedAt: now,
  });
  for (const visit of db.select().from(visits).where(eq(visits.customerId, id)).all()) {
    tx.update(visits, visit.id, { notes: PASSING, referrerName: PASSING, referrerPhone: null });
    tx.update(visits, visit.id, { personKeyId, notes: '', referrerName: '' });
  }
  for (const followUp of db.select().from(followUps).where(eq(followUps.customerId, id)).all()) {
    tx.update(followUps, followUp.id, { content: PASSING });
    tx.update(followUps, followUp.id, { personKeyId, content: '' });
  }
  for (const request of db.select().from(subjectRequests).where(eq(subjectRequests.customerId, id)).all()) {
    tx.update(subjectRequests, request.id, { wish: PASSING, answer: PASSING });
    tx.update(subjectRequests, request.id, { personKeyId, wish: '', answer: '' });
  }
  // Whom the person sent keeps that somebody did, not who.
  for (const sent of db.select().from(visits).where(eq(visits.referrerId, id)).all())
    if (sent.referrerName !== '' || sent.referrerPhone !== null)
      tx.update(visits, sent.id, { referrerName: '', referrerPhone: null });
  for (const party of db.select().from(contractParties).where(eq(contractParties.customerId, id)).all())
    tx.remove(contractParties, party.id);
  for (const signer of signersForCustomer(db, id)) tx.remove(subscriptionSigners, signer.id);
  voidPapers(context, id);
  dropSubjects(tx, 'customers', [id]);
  indexDealsOf(context, id);
}

/** Plans, forms, reports and slips of rulings that are about the person are void and erased; papers of deals go by terms of their own. */
function voidPapers({ db, tx, now }: CommandContext, customerId: number): void {
  const plans = listQuotes(db, { customerIds: [customerId] }).flatMap(({ quote }) =>
    documentsOf(db, 'quotes', quote.id),
  );
  const reports = listSubjectRequests(db, customerId).flatMap(({ request }) =>
    documentsOf(db, 'subjectRequests', request.id),
  );
  const slips = rulingsOfCustomer(db, customerId).flatMap(({ id }) => documentsOf(db, 'rulings', id));
  for (const paper of [...plans, ...documentsOf(db, 'customers', customerId), ...reports, ...slips])
    tx.update(documents, paper.id, {
      erasedAt: now,
      ...(paper.state === 'voided' ? {} : { state: 'voided', voidReason: ANONYMISED }),
    });
}
