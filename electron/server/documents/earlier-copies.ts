import type { WriteTx } from '#db/access.ts';
import { type PrintRow, spoiledCopiesOf } from '#db/repositories/prints.ts';
import { prints } from '#db/schema/papers.ts';
import { copiesAtHand } from '#shared/domain/documents/copies.ts';
import { type EarlierCopies, earlierRefusal } from '#shared/domain/documents/reprints.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { printsOfDocument } from './present.ts';

/**
 * Takes back the copies of a paper that are said to have come back when a reprint is ordered, and gives what the print keeps
 * of it. Throws EARLIER_COPIES_OPEN while a copy that is out is not explained, COPY_NOT_OUT.
 */
export function takeEarlierBack(
  { db, tx }: { readonly db: CommandContext['db']; readonly tx: WriteTx },
  documentId: number,
  said: EarlierCopies | undefined,
): Pick<PrintRow, 'earlierBack' | 'keptOut'> {
  const standing = printsOfDocument(db, documentId);
  const spoiled = spoiledCopiesOf(db, [documentId]).map(({ copy }) => copy);
  const out = copiesAtHand(standing, spoiled);
  const refused = earlierRefusal(out, said);
  if (refused !== undefined) throw DomainError.from(refused);
  const back = [...new Set(said?.back)].toSorted((one, other) => one - other);
  for (const print of standing) {
    const own = back.filter((copy) => copy >= print.firstCopy && copy < print.firstCopy + print.copies);
    // Numbers of a print of which nothing came out may have gone to another.
    if (own.length === 0 || (print.state !== 'sent' && print.state !== 'printed')) continue;
    tx.update(prints, print.id, {
      takenBack: print.takenBack + own.length,
      backCopies: [...(print.backCopies ?? []), ...own],
    });
  }
  return { earlierBack: back, keptOut: back.length < out.length ? (said?.keptOut ?? null) : null };
}
