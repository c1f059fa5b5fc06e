import type Database from 'better-sqlite3';
import { accountById } from '#db/repositories/accounts.ts';
import { agreementsOf } from '#db/repositories/agreements.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { cameByImport } from '#db/repositories/event-list.ts';
import type { SaleContractData } from '#shared/documents/sale-contract/data.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { contractDraft } from './check-contract.ts';
import { gatherContractFacts } from './contract-facts.ts';
import { textOfDeal } from './contract-text.ts';
import { type Deal, dealOf } from './deal.ts';

/** What a contract is printed from now. */
export function printedData(context: QueryContext, client: Database.Database, deal: Deal): SaleContractData {
  const draft = contractDraft(context, client, deal);
  return { draft, text: textOfDeal(context.db, deal), maker: accountById(context.db, deal.row.draftedBy)?.name ?? '' };
}

/**
 * What the original of a contract, or its data sheet for the city, is printed from. Throws NOT_FOUND,
 * CONTRACT_NOT_APPROVED before the review is over, CONTRACT_AMENDED once an agreement has changed it, CONTRACT_ON_OLD_PAPER for one that was signed before the office had this
 * program, and what forbids the print of what was reviewed.
 */
export function contractData(context: QueryContext, client: Database.Database, contractId: number) {
  const row = contractById(context.db, contractId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.state === 'draft' || row.state === 'inReview' || row.state === 'superseded' || row.state === 'terminated')
    throw new DomainError('CONTRACT_NOT_APPROVED');
  // What both sides signed lies in the old folder: another print under its number would say what nobody agreed to.
  if (cameByImport(context.db, 'contracts', row.id)) throw new DomainError('CONTRACT_ON_OLD_PAPER');
  if (agreementsOf(context.db, row.id).some(({ kind, state }) => kind === 'supplement' && state === 'inForce'))
    throw new DomainError('CONTRACT_AMENDED');
  const deal = dealOf(context.db, row);
  const { facts } = gatherContractFacts(context, client, deal);
  // A copy that is printed again is of what was approved, as the first one was.
  if (row.signedOn === null) decideOrRefuse(contractLifecycle, 'approved', 'print', facts);
  return { number: row.number, data: printedData(context, client, deal) };
}
