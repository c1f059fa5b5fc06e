import type { ReadDb } from '#db/access.ts';
import { agreementsOf } from '#db/repositories/agreements.ts';
import type { ContractRow } from '#db/repositories/contracts.ts';
import { type OriginalRow, type OriginalWithPlace, originalsOf } from '#db/repositories/custody.ts';
import { documentsOf, printsOf } from '#db/repositories/documents.ts';
import { cameByImport } from '#db/repositories/event-list.ts';
import { spoiledCopiesOf } from '#db/repositories/prints.ts';
import { isGone, isOutside } from '#shared/domain/custody/moves.ts';
import {
  type CustodyHolder,
  firstPlaces,
  keepersOf,
  type OriginalPaper,
  originalPaperOf,
} from '#shared/domain/custody/places.ts';
import { copiesAtHand } from '#shared/domain/documents/copies.ts';
import { bookKeepers } from '#shared/domain/documents/holders.ts';

/** A copy that the printer made and nobody has entered in the register. */
export type OpenCopy = {
  readonly paper: OriginalPaper;
  readonly number: string;
  readonly documentId: number | null;
  readonly copyNo: number;
  readonly copyOf: number;
  readonly holder: CustodyHolder;
};

/** Who keeps the copies of a paper of a contract, by the paper itself. */
function keepers(contract: ContractRow, paper: OriginalPaper): CustodyHolder[] {
  if (paper === 'subscriptionBook') return [...bookKeepers];
  // An agreement is made in as many copies, for the same keepers, as the contract that it is about.
  return keepersOf(contract.terms.annexes.holders);
}

/** Papers in force about a contract of which every copy is followed; an agreement once all have signed it. */
function followedPapers(db: ReadDb, contract: ContractRow) {
  const agreed = agreementsOf(db, contract.id).filter(({ state }) => state === 'inForce');
  return [
    ...documentsOf(db, 'contracts', contract.id),
    ...documentsOf(db, 'subscriptions', contract.subscriptionId),
    ...agreed.flatMap(({ id }) => documentsOf(db, 'agreements', id)),
  ].flatMap((document) => {
    const paper = originalPaperOf(document.kind);
    return paper === undefined || document.state === 'voided' ? [] : { document, paper };
  });
}

/** The papers of a contract that are in force, each with the numbers of its copies that were made and have not come back. */
function printedCopies(db: ReadDb, contract: ContractRow) {
  const papers = followedPapers(db, contract);
  const ids = papers.map(({ document: { id } }) => id);
  const prints = printsOf(db, ids).map(({ print }) => print);
  const spoiled = spoiledCopiesOf(db, ids);
  return papers.map(({ document, paper }) => ({
    paper,
    number: document.number,
    documentId: document.id,
    copies: copiesAtHand(
      prints.filter(({ documentId }) => documentId === document.id),
      spoiled.filter(({ documentId }) => documentId === document.id).map(({ copy }) => copy),
    ),
  }));
}

/**
 * Every copy of a contract's papers that nobody has entered yet, each with its keeper; a reprint beyond those is the
 * seller's. A contract that was signed before the program has as many originals as its last article says; agreements about
 * it are printed here.
 */
export function openCopies(db: ReadDb, contract: ContractRow): OpenCopy[] {
  const printed = printedCopies(db, contract);
  const old = cameByImport(db, 'contracts', contract.id);
  const holders = keepers(contract, 'saleContract');
  const papers = old
    ? [
        {
          paper: 'saleContract' as const,
          number: contract.number,
          documentId: null,
          copies: holders.map((_one, index) => index + 1),
        },
        ...printed.filter(({ paper }) => paper !== 'saleContract'),
      ]
    : printed;
  const entered = new Set(originalsOf(db, contract.id).map(({ original }) => copyKey(original)));
  return papers.flatMap(({ paper, number, documentId, copies }) => {
    const kept = keepers(contract, paper);
    return copies
      .filter((copyNo) => !entered.has(copyKey({ paper, number, copyNo })))
      .map((copyNo) => ({
        paper,
        number,
        documentId,
        copyNo,
        copyOf: Math.max(kept.length, ...copies),
        // A spoiled copy leaves a gap: the keepers stand in the order of those that are good.
        holder: kept[copies.indexOf(copyNo)] ?? 'seller',
      }));
  });
}

/** What a copy is called among those of a contract. */
export function copyKey({ paper, number, copyNo }: Pick<OpenCopy, 'paper' | 'number' | 'copyNo'>): string {
  return `${paper} ${number} ${copyNo}`;
}

/** Where a copy goes right after the signing. */
export function placeOfOpen({ holder }: OpenCopy) {
  return firstPlaces[holder];
}

/** A copy as screens see it. */
export function presentCopy({ original, box, borrower }: OriginalWithPlace) {
  const { id, paper, number, copyNo, copyOf, holder, place, backOn, version } = original;
  return {
    ...{ id, paper, number, copyNo, copyOf, holder, place, backOn, version },
    box: box === null ? null : { id: box.id, number: box.number, room: box.room, shelf: box.shelf },
    borrower: borrower ?? '',
  };
}

/** The copies about a contract that the office has at hand, with a department or in the archive. */
export function heldByOffice(db: ReadDb, contractId: number): OriginalRow[] {
  return originalsOf(db, contractId)
    .map(({ original }) => original)
    .filter(({ place }) => !isOutside(place) && !isGone(place));
}

/** How many copies of a paper the office has at hand. */
export function copiesAtOffice(db: ReadDb, contractId: number, paper: OriginalPaper): number {
  return heldByOffice(db, contractId).filter((copy) => copy.paper === paper).length;
}
