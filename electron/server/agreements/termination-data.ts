import type Database from 'better-sqlite3';
import { agreementsOf } from '#db/repositories/agreements.ts';
import { customerById } from '#db/repositories/customers.ts';
import { documentsOf, printsOf } from '#db/repositories/documents.ts';
import type { TerminationAgreementData } from '#shared/documents/termination-agreement/data.ts';
import { copiesOutside } from '#shared/domain/documents/copies.ts';
import { documents as words } from '#shared/i18n/zh-CN/documents.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { reasonOfChange } from '../changes/present.ts';
import { contractDraft } from '../contracts/check-contract.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { agreementHeadOf } from './agreement-data.ts';
import type { Agreement } from './agreement-facts.ts';
import { endOf, waitingRefundRefusal } from './termination.ts';

/** Who asks for the end, by whose doing it is. */
const askers = { buyer: 'buyer', seller: 'seller', nobody: 'both' } as const;

/** Papers of the deal whose copies are outside, by the register of prints: the buyers give them back. */
function papersToReturn(
  { db }: QueryContext,
  { deal }: Agreement,
  receipts: readonly { readonly id: number }[],
): TerminationAgreementData['returns'] {
  const supplements = agreementsOf(db, deal.row.id).filter(({ kind }) => kind === 'supplement');
  const papers = [
    ...documentsOf(db, 'contracts', deal.row.id),
    ...supplements.flatMap(({ id }) => documentsOf(db, 'agreements', id)),
    ...receipts.flatMap(({ id }) => documentsOf(db, 'receipts', id)),
  ];
  const prints = printsOf(
    db,
    papers.map(({ id }) => id),
  ).map(({ print }) => print);
  return papers
    .map(({ id, kind, number }) => ({
      what: `${words.kinds[kind]} ${number}`,
      count: copiesOutside(prints.filter(({ documentId }) => documentId === id)),
    }))
    .filter(({ count }) => count > 0);
}

/** What a termination agreement is printed from. Throws NOT_FOUND, REFUND_WAITING_FIRST. */
export function terminationData(
  context: QueryContext,
  client: Database.Database,
  agreement: Agreement,
): TerminationAgreementData {
  const { change, deal } = agreement;
  const end = endOf(context, agreement);
  if (end === null) throw new DomainError('NOT_FOUND');
  const refused = waitingRefundRefusal(context, deal.subscription.id, change.id);
  if (refused !== undefined) throw DomainError.from(refused);
  const { shares, paid, terms, payees } = end;
  return {
    ...agreementHeadOf(context, agreement, contractDraft(context, client, deal)),
    reason: reasonOfChange(context, change),
    askedBy: askers[end.cause],
    paid,
    ...terms,
    refund: {
      payees: payees.map(({ payeeId, amount, interest }) => ({
        name: customerById(context.db, payeeId)?.name ?? '',
        amount: sumFen([amount, interest]),
      })),
      days: context.setting('depositRefundDays'),
      lender: [...new Set(shares.toLenders.map(({ lender }) => lender))].join('、'),
    },
    returns: papersToReturn(context, agreement, shares.receipts),
    cancelDays: context.setting('amendmentFilingDays'),
  };
}
