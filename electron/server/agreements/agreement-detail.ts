import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { accountById } from '#db/repositories/accounts.ts';
import { agreementSignaturesOf, agreementsOf } from '#db/repositories/agreements.ts';
import { changeById } from '#db/repositories/changes.ts';
import { customerById } from '#db/repositories/customers.ts';
import { documentsOf } from '#db/repositories/documents.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { agreements as agreementsApi } from '#shared/api/agreements.ts';
import type { agreementRow } from '#shared/api/contract-record.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { type AgreementEvent, agreementLifecycle } from '#shared/domain/agreements/lifecycle.ts';
import { canOf, eventsFrom } from '#shared/domain/lifecycle.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { buyerNames } from '../changes/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { type Agreement, gatherAgreementFacts, placesOf } from './agreement-facts.ts';
import { settlementOfEnd } from './termination.ts';

const permissionOf = {
  edit: 'contracts.write',
  submit: 'contracts.write',
  withdraw: 'contracts.write',
  correct: 'contracts.write',
  sendBack: 'contracts.review',
  approve: 'contracts.review',
  print: 'documents.issue',
  sign: 'contracts.sign',
  drop: 'contracts.drop',
  refile: 'contracts.file',
} as const satisfies Record<AgreementEvent, Permission>;

/** The agreements about a contract as its page lists them. */
export function agreementRows({ db }: Pick<QueryContext, 'db'>, contractId: number): z.input<typeof agreementRow>[] {
  return agreementsOf(db, contractId).map((row) => {
    const change = changeById(db, row.changeId);
    if (change === undefined) throw new DomainError('NOT_FOUND');
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      position: row.position,
      state: row.state,
      changeId: change.id,
      changeKind: change.kind,
      signedOn: row.signedOn,
      refileBy: row.refileBy,
      refiledOn: row.refiledOn,
      amendments: row.amendments.map((one) => ({ ...one })),
      papers: documentsOf(db, 'agreements', row.id).filter(({ state }) => state !== 'voided').length,
    };
  });
}

function signingOf(context: QueryContext, agreement: Agreement) {
  const { db } = context;
  const given = agreementSignaturesOf(db, agreement.row.id);
  return placesOf(context, agreement).map(({ party, customerId }, index) => {
    const one = given[index];
    return {
      party,
      customerId,
      name:
        party === 'seller'
          ? agreement.deal.row.terms.seller.name
          : ((customerId === null ? undefined : customerById(db, customerId))?.name ?? ''),
      signedOn: one?.signature.signedOn ?? null,
      byProxy: one?.signature.byProxy ?? false,
      recordedBy: one?.recorder ?? '',
    };
  });
}

/** The people whom the amendments name by their numbers. */
function peopleOf({ db }: QueryContext, { row }: Agreement) {
  const buyers = row.amendments.flatMap((one) => (one.what === 'buyers' ? [...one.before, ...one.after] : []));
  const ids = [...new Set(buyers.map(({ customerId }) => customerId))];
  return ids.map((customerId) => ({ customerId, name: customerById(db, customerId)?.name ?? '' }));
}

function presentSettlement(money: ReturnType<typeof settlementOfEnd>) {
  return money === null ? null : { ...money, rows: [...money.rows] };
}

/** One agreement with what it changes, its review, its signatures, and what the caller may do with it. */
export function agreementDetail(
  context: QueryContext,
  client: Database.Database,
  agreement: Agreement,
): z.input<(typeof agreementsApi)['detail']['output']> {
  const { db } = context;
  const { row, change, deal } = agreement;
  const listed = agreementRows(context, deal.row.id).find(({ id }) => id === row.id);
  if (listed === undefined) throw new DomainError('NOT_FOUND');
  const facts = gatherAgreementFacts(context, client, agreement);
  const events = eventsFrom(agreementLifecycle, row.state);
  const can = canOf(agreementLifecycle, row.state, facts, events);
  const answers: Record<string, true | Refusal> = {};
  for (const event of events) answers[event] = context.can(permissionOf[event]) ? can[event] : { code: 'FORBIDDEN' };
  return {
    row: listed,
    contract: { id: deal.row.id, number: deal.row.number, state: deal.row.state },
    change: { id: change.id, number: change.number, kind: change.kind, state: change.state },
    unit: labelOfUnit(db, deal.unit.id),
    buyers: buyerNames(context, [deal.subscription.id])(deal.subscription.id),
    people: peopleOf(context, agreement),
    clauses: [...row.clauses],
    money: presentSettlement(settlementOfEnd(context, agreement)),
    draftedBy: accountById(db, row.draftedBy)?.name ?? '',
    draftedOn: row.draftedOn,
    review:
      row.reviewedBy === null || row.reviewedAt === null
        ? null
        : { by: accountById(db, row.reviewedBy)?.name ?? '', at: row.reviewedAt, opinion: row.opinion },
    signing: signingOf(context, agreement),
    files: [...facts.files],
    copiesOutstanding: facts.copiesOutstanding,
    refiledNumber: row.refiledNumber,
    endReason: row.endReason,
    history: historyOf(db, 'agreements', row.id),
    can: answers,
    version: row.version,
  };
}
