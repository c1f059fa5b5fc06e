import type Database from 'better-sqlite3';
import { accountById } from '#db/repositories/accounts.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { boxWithUse, type OriginalRow, originalsInBox } from '#db/repositories/custody.ts';
import { handovers, originalMoves, originals } from '#db/schema/custody.ts';
import { handRefusal } from '#shared/domain/contracts/powers.ts';
import { missingPapers } from '#shared/domain/custody/archive-set.ts';
import { type MoveAsk, moveRefusal, placeAfter } from '#shared/domain/custody/moves.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { contractBuyers } from '../contracts/contract-buyers.ts';
import type { Deal } from '../contracts/deal.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { setOf } from './set.ts';

/** Who takes copies or brings them, as it was entered. */
export type Counterpart = {
  readonly person: string;
  readonly customerId: number | null;
  readonly byProxy: boolean;
  readonly identityChecked: boolean;
};

type Hands = {
  readonly giver: string;
  readonly taker: string;
  readonly takerId: number | null;
  readonly byProxy: boolean;
};

/**
 * Hands copies over by one act: decides by the table, writes who gave and who took, and puts each copy at its one place.
 * The only way a copy moves. Throws the refusal of the table.
 */
export function handOver(
  command: CommandContext,
  client: Database.Database,
  deal: Deal,
  copies: readonly OriginalRow[],
  ask: MoveAsk,
  counterpart: Counterpart,
) {
  const { tx, today, now, actor } = command;
  for (const copy of copies) {
    const refused = moveRefusal(copy, ask, today);
    if (refused !== undefined) throw DomainError.from(refused);
  }
  if (ask.act === 'file') checkBox(command, client, deal, ask);
  const hands = handsOf(command, client, deal, copies, ask, counterpart);
  const row = tx.insert(handovers, {
    number: nextNumber(tx, 'YJ', Number(today.slice(0, 4))),
    contractId: deal.row.id,
    act: ask.act,
    ...hands,
    reason: ask.reason,
    handedAt: now,
    recordedBy: actor.id,
  });
  for (const copy of copies) {
    const after = placeAfter(copy, ask);
    tx.update(originals, copy.id, after);
    tx.insert(originalMoves, {
      handoverId: row.id,
      originalId: copy.id,
      movedFrom: copy.place,
      movedTo: after.place,
      boxId: after.boxId ?? copy.boxId,
    });
  }
  return row;
}

/** A set goes into a box that is open and has room, once it is complete; a contract that lies there already takes none. */
function checkBox({ db }: CommandContext, client: Database.Database, deal: Deal, { boxId }: MoveAsk): void {
  const found = boxWithUse(db, boxId ?? 0);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  const { box, used } = found;
  const { number, capacity } = box;
  if (box.closed) throw new DomainError('ARCHIVE_BOX_CLOSED', { number });
  const lies = originalsInBox(db, box.id).some(({ original }) => original.contractId === deal.row.id);
  if (!lies && used >= capacity) throw new DomainError('ARCHIVE_BOX_FULL', { number, capacity });
  const buyers = contractBuyers(db, client, deal.subscription.id, deal.row.id);
  const missing = missingPapers(setOf(db, deal, buyers));
  if (missing.length > 0) throw new DomainError('ARCHIVE_SET_INCOMPLETE', { count: missing.length });
}

/** Who gives and who takes. A buyer shows his document, an agent beside it the power that is in the file. */
function handsOf(
  { db, actor, today }: CommandContext,
  client: Database.Database,
  deal: Deal,
  copies: readonly OriginalRow[],
  { act, to, borrowerId }: MoveAsk,
  { person, customerId, byProxy, identityChecked }: Counterpart,
): Hands {
  const own = { giver: actor.name, taker: actor.name, takerId: null, byProxy: false };
  const name = (accountId: number | null): string => {
    const account = accountId === null ? undefined : accountById(db, accountId);
    if (account === undefined) throw new DomainError('BORROWER_MISSING');
    return account.name;
  };
  if (act === 'lend') return { ...own, taker: name(borrowerId) };
  if (act === 'giveBack') return { ...own, giver: name(copies[0]?.borrowerId ?? null) };
  if (act !== 'handOver' && act !== 'takeBack') return own;
  if (act === 'handOver' && to === 'buyer') {
    const buyer = contractBuyers(db, client, deal.subscription.id, deal.row.id).find(
      (one) => one.customerId !== null && one.customerId === customerId,
    );
    if (buyer === undefined) throw new DomainError('CUSTODY_TAKER_MISSING');
    if (!identityChecked) throw new DomainError('IDENTITY_NOT_CHECKED');
    const refused = handRefusal(buyer, byProxy, today);
    if (refused !== undefined) throw DomainError.from(refused);
    return { ...own, taker: byProxy ? (buyer.agent?.name ?? '') : buyer.name, takerId: customerId, byProxy };
  }
  if (person === '') throw new DomainError('CUSTODY_TAKER_MISSING');
  return act === 'handOver' ? { ...own, taker: person } : { ...own, giver: person };
}
