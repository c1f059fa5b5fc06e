import { asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { transferLines, transfers } from '../schema/transfers.ts';

const sender = alias(accounts, 'sender');
const answerer = alias(accounts, 'answerer');

function withPeople(db: ReadDb) {
  return db
    .select({ row: transfers, sender: sender.name, answerer: answerer.name })
    .from(transfers)
    .innerJoin(sender, eq(sender.id, transfers.sentBy))
    .leftJoin(answerer, eq(answerer.id, transfers.answeredBy));
}

/** A transfer with who sent and who answered it. */
export type TransferWithPeople = ReturnType<typeof newestTransfers>[number];

/** The newest transfers. */
export function newestTransfers(db: ReadDb, limit: number) {
  return withPeople(db).orderBy(desc(transfers.id)).limit(limit).all();
}

/** One transfer. */
export function transferById(db: ReadDb, id: number): TransferWithPeople | undefined {
  return withPeople(db).where(eq(transfers.id, id)).get();
}

/** Transfers that nobody has answered, the oldest first. */
export function openTransfers(db: ReadDb): TransferWithPeople[] {
  return withPeople(db).where(eq(transfers.state, 'sent')).orderBy(asc(transfers.id)).all();
}

/** The lines of some transfers in their order. */
export function linesOfTransfers(db: ReadDb, ids: readonly number[]) {
  return db
    .select()
    .from(transferLines)
    .where(inArray(transferLines.transferId, [...ids]))
    .orderBy(asc(transferLines.transferId), asc(transferLines.position))
    .all();
}
