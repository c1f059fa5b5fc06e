import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { OriginalRow } from '#db/repositories/custody.ts';
import { originals } from '#db/schema/custody.ts';
import type { custody as custodyApi } from '#shared/api/custody.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type Deal, ownContract } from '../contracts/deal.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { copyKey, type OpenCopy, openCopies } from './copies.ts';
import { handOver } from './hand-over.ts';

type Input = z.output<(typeof custodyApi)['distribute']['input']>;

/** Where every copy is before anybody has taken it: with the back office, where the contract was signed. */
const AT_FIRST = 'backOffice';

/** Why there is nothing to distribute of a contract; undefined where there is. */
export function distributeRefusal({ row }: Deal, open: readonly OpenCopy[], entered: number): Refusal | undefined {
  if (row.signedOn === null) return { code: 'ORIGINALS_NOT_SIGNED' };
  if (open.length > 0) return undefined;
  return { code: entered > 0 ? 'ORIGINALS_ENTERED' : 'ORIGINALS_NONE' };
}

/** Enters all copies that are not entered yet and hands each group to where it goes; what stays waits at the back office. */
export function distribute(
  command: CommandContext,
  client: Database.Database,
  { contractId, groups }: Input,
): { entered: number } {
  const { db, tx, today, happened } = command;
  const deal = ownContract(command, contractId);
  const open = openCopies(db, deal.row);
  const refused = distributeRefusal(deal, open, 0);
  if (refused !== undefined) throw DomainError.from(refused);
  const given = groups.flatMap(({ copies }) => copies.map(copyKey));
  const known = new Set(open.map(copyKey));
  if (given.length !== open.length || new Set(given).size !== given.length || given.some((key) => !known.has(key)))
    throw new DomainError('ORIGINALS_LEFT_OUT', { given: given.length, count: open.length });
  const entered = new Map<string, OriginalRow>();
  for (const copy of open)
    entered.set(copyKey(copy), tx.insert(originals, { ...copy, contractId, place: AT_FIRST, enteredOn: today }));
  for (const { place, copies, ...counterpart } of groups) {
    if (place === AT_FIRST) continue;
    const rows = copies.flatMap((copy) => entered.get(copyKey(copy)) ?? []);
    const ask = { act: 'handOver', to: place, boxId: null, borrowerId: null, backOn: null, reason: '' } as const;
    handOver(command, client, deal, rows, ask, counterpart);
  }
  const { number } = deal.row;
  happened({ kind: 'originalsDistributed', noun: 'contracts', id: contractId, data: { number, copies: open.length } });
  return { entered: open.length };
}
