import type Database from 'better-sqlite3';
import { contractById } from '#db/repositories/contracts.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyContractEvent } from './apply-contract-event.ts';
import { dealOf } from './deal.ts';

/** With the first order of originals an approved contract is printed; later copies change nothing. */
export function contractPrinted(context: CommandContext, client: Database.Database, contractId: number): void {
  const row = contractById(context.db, contractId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.state === 'approved') applyContractEvent(context, client, dealOf(context.db, row), 'print');
}
