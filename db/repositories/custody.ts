import { and, asc, count, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { departments } from '#shared/domain/custody/places.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { agreements } from '../schema/agreements.ts';
import { archiveBoxes, collectNotices, handovers, originalMoves, originals } from '../schema/custody.ts';
import { contracts } from '../schema/deals.ts';
import { accounts } from '../schema/office.ts';

/** A copy of a signed paper as stored. */
export type OriginalRow = typeof originals.$inferSelect;

const borrower = alias(accounts, 'borrower');

function copies(db: ReadDb) {
  return db
    .select({ original: originals, box: archiveBoxes, borrower: borrower.name })
    .from(originals)
    .leftJoin(archiveBoxes, eq(archiveBoxes.id, originals.boxId))
    .leftJoin(borrower, eq(borrower.id, originals.borrowerId));
}

/** A copy with its box and the name of whoever borrowed it. */
export type OriginalWithPlace = ReturnType<typeof originalsOf>[number];

/** The copies of a contract's papers, paper by paper. */
export function originalsOf(db: ReadDb, contractId: number) {
  return copies(db)
    .where(eq(originals.contractId, contractId))
    .orderBy(asc(originals.paper), asc(originals.number), asc(originals.copyNo))
    .all();
}

/** How many copies of each signed paper are followed, and in which boxes they lie, by the number of the paper. */
export function copiesOfPapers(db: ReadDb) {
  return db
    .select({
      number: originals.number,
      copies: count(),
      boxes: sql<string | null>`group_concat(distinct ${archiveBoxes.number})`,
    })
    .from(originals)
    .leftJoin(archiveBoxes, eq(archiveBoxes.id, originals.boxId))
    .groupBy(originals.number)
    .all();
}

/** Copies by their keys. */
export function originalsByIds(db: ReadDb, ids: readonly number[]) {
  return copies(db)
    .where(inArray(originals.id, [...ids]))
    .all();
}

/** Every copy with its contract, as the register is filtered and ordered by it. */
export function originalListKeys(db: ReadDb) {
  return db
    .select({
      id: originals.id,
      contractId: originals.contractId,
      paper: originals.paper,
      place: originals.place,
      backOn: originals.backOn,
      contractState: contracts.state,
      keys: {
        number: originals.number,
        copyNo: originals.copyNo,
        signedOn: contracts.signedOn,
        place: originals.place,
        holder: originals.holder,
        backOn: originals.backOn,
        none: sql<string | number | null>`null`,
      },
    })
    .from(originals)
    .innerJoin(contracts, eq(contracts.id, originals.contractId))
    .orderBy(desc(originals.contractId), asc(originals.paper), asc(originals.copyNo))
    .all();
}

const recorder = alias(accounts, 'recorder');

/** What moved of a contract's copies, the oldest first, with who entered it. */
export function handoversOf(db: ReadDb, contractId: number) {
  return handoversWhere(db, eq(handovers.contractId, contractId));
}

/** One act with what it moved. */
export function handoverById(db: ReadDb, id: number) {
  return handoversWhere(db, eq(handovers.id, id))[0];
}

function handoversWhere(db: ReadDb, where: SQL) {
  const rows = db
    .select({ handover: handovers, recorder: recorder.name })
    .from(handovers)
    .innerJoin(recorder, eq(recorder.id, handovers.recordedBy))
    .where(where)
    .orderBy(asc(handovers.id))
    .all();
  const moves = db
    .select({
      move: originalMoves,
      box: archiveBoxes.number,
      paper: originals.paper,
      number: originals.number,
      copyNo: originals.copyNo,
      copyOf: originals.copyOf,
    })
    .from(originalMoves)
    .innerJoin(originals, eq(originals.id, originalMoves.originalId))
    .leftJoin(archiveBoxes, eq(archiveBoxes.id, originalMoves.boxId))
    .where(
      inArray(
        originalMoves.handoverId,
        rows.map(({ handover }) => handover.id),
      ),
    )
    .orderBy(asc(originalMoves.id))
    .all();
  return rows.map((row) => ({ ...row, moves: moves.filter(({ move }) => move.handoverId === row.handover.id) }));
}

/** Contracts in a box, each once: those that are lent keep their place. */
const contractsInBox = sql<number>`(select count(distinct o.contract_id) from originals o where o.box_id = archive_boxes.id)`;

/** Every box with how many contracts it holds, in the order of room and shelf. */
export function boxesWithUse(db: ReadDb) {
  return db
    .select({ box: archiveBoxes, used: contractsInBox.mapWith(Number) })
    .from(archiveBoxes)
    .orderBy(asc(archiveBoxes.room), asc(archiveBoxes.shelf), asc(archiveBoxes.number))
    .all();
}

/** One box with how many contracts it holds. */
export function boxWithUse(db: ReadDb, id: number) {
  return db
    .select({ box: archiveBoxes, used: contractsInBox.mapWith(Number) })
    .from(archiveBoxes)
    .where(eq(archiveBoxes.id, id))
    .get();
}

/** The copies of a box, contract by contract. */
export function originalsInBox(db: ReadDb, boxId: number) {
  return copies(db).where(eq(originals.boxId, boxId)).orderBy(asc(originals.contractId), asc(originals.id)).all();
}

/** Copies that are lent and were to come back before a day, by contract and borrower. */
export function overdueOriginals(db: ReadDb, today: LocalDate) {
  return db
    .select({
      contractId: originals.contractId,
      number: originals.number,
      borrowerId: borrower.id,
      borrower: borrower.name,
      backOn: sql<LocalDate>`min(${originals.backOn})`,
    })
    .from(originals)
    .innerJoin(borrower, eq(borrower.id, originals.borrowerId))
    .where(and(eq(originals.place, 'lent'), lt(originals.backOn, today)))
    .groupBy(originals.contractId, borrower.id)
    .all();
}

/** Contracts that all have signed since a day and whose printed originals nobody has entered yet. */
export function undistributedContracts(db: ReadDb, since: LocalDate) {
  return db
    .select({ id: contracts.id, number: contracts.number, unitId: contracts.unitId, signedOn: contracts.signedOn })
    .from(contracts)
    .leftJoin(originals, eq(originals.contractId, contracts.id))
    .where(
      and(
        inArray(contracts.state, ['signed', 'filed']),
        sql`${contracts.signedOn} >= ${since}`,
        isNull(originals.id),
        sql`exists (select 1 from documents d join prints p on p.document_id = d.id where d.noun = 'contracts'
          and d.subject_id = ${contracts.id} and d.kind = 'saleContract' and d.state = 'issued' and p.state in ('sent', 'printed'))`,
      ),
    )
    .orderBy(asc(contracts.id))
    .all();
}

/** Agreements in force since a day whose printed originals nobody has entered yet, each with its contract. */
export function undistributedAgreements(db: ReadDb, since: LocalDate) {
  return db
    .select({ id: contracts.id, number: agreements.number, unitId: contracts.unitId, signedOn: agreements.signedOn })
    .from(agreements)
    .innerJoin(contracts, eq(contracts.id, agreements.contractId))
    .leftJoin(originals, and(eq(originals.contractId, contracts.id), eq(originals.number, agreements.number)))
    .where(
      and(
        eq(agreements.state, 'inForce'),
        sql`${agreements.signedOn} >= ${since}`,
        isNull(originals.id),
        sql`exists (select 1 from documents d join prints p on p.document_id = d.id where d.noun = 'agreements'
          and d.subject_id = ${agreements.id} and d.state = 'issued' and p.state in ('sent', 'printed'))`,
      ),
    )
    .orderBy(asc(agreements.id))
    .all();
}

/** What the buyers of a contract were told, the newest first, with who told them. */
export function noticesToCollect(db: ReadDb, contractId: number) {
  return db
    .select({ notice: collectNotices, by: accounts.name })
    .from(collectNotices)
    .innerJoin(accounts, eq(accounts.id, collectNotices.noticedBy))
    .where(eq(collectNotices.contractId, contractId))
    .orderBy(desc(collectNotices.id))
    .all();
}

/** Contracts in force of which a buyer's copy lies with a department, with the last day that buyers were told. */
export function contractsToCollect(db: ReadDb) {
  return db
    .selectDistinct({
      contractId: contracts.id,
      number: contracts.number,
      unitId: contracts.unitId,
      filedOn: contracts.filedOn,
      collectBy: sql<LocalDate | null>`(select max(n.collect_by) from collect_notices n where n.contract_id = ${contracts.id})`,
    })
    .from(originals)
    .innerJoin(contracts, eq(contracts.id, originals.contractId))
    .where(
      and(
        eq(originals.holder, 'buyer'),
        inArray(originals.place, [...departments]),
        inArray(contracts.state, ['signed', 'filed']),
      ),
    )
    .orderBy(asc(contracts.id))
    .all();
}
