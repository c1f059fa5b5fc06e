import type Database from 'better-sqlite3';
import { agreementById } from '#db/repositories/agreements.ts';
import { paperOfAgreement } from '#shared/domain/agreements/states.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { supplementData } from './agreement-data.ts';
import { agreementWith } from './agreement-facts.ts';
import { applyAgreementEvent } from './apply-agreement-event.ts';
import { terminationData } from './termination-data.ts';

/**
 * What the paper of an agreement is printed from. Throws NOT_FOUND, AGREEMENT_NOT_APPROVED before a second person has
 * looked through it or once it has fallen away, AGREEMENT_IN_FORCE where a paper that nobody signed would be made.
 */
export function agreementData(
  context: QueryContext,
  client: Database.Database,
  agreementId: number,
  kind: DocumentKindName,
): { readonly number: string; readonly data: unknown } {
  const row = agreementById(context.db, agreementId);
  if (row === undefined || paperOfAgreement[row.kind] !== kind) throw new DomainError('NOT_FOUND');
  if (row.state === 'inForce') throw new DomainError('AGREEMENT_IN_FORCE');
  if (row.state !== 'approved' && row.state !== 'printed') throw new DomainError('AGREEMENT_NOT_APPROVED');
  const agreement = agreementWith(context, row);
  const data = row.kind === 'supplement' ? supplementData : terminationData;
  return { number: row.number, data: data(context, client, agreement) };
}

/** With the first order of its copies an agreement is printed; later copies change nothing. */
export function agreementPrinted(context: CommandContext, client: Database.Database, agreementId: number): void {
  const row = agreementById(context.db, agreementId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.state === 'approved') applyAgreementEvent(context, client, agreementWith(context, row), 'print');
}
