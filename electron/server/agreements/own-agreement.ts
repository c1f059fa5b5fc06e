import { type AgreementRow, agreementById } from '#db/repositories/agreements.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { ownContract } from '../contracts/deal.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** An agreement about a contract that the person may open. Throws NOT_FOUND, DEAL_OF_OTHER. */
export function ownAgreement(context: Pick<QueryContext, 'db' | 'actor' | 'sees'>, agreementId: number): AgreementRow {
  const row = agreementById(context.db, agreementId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  ownContract(context, row.contractId);
  return row;
}
