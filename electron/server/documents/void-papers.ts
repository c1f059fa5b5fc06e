import { documentsOf } from '#db/repositories/documents.ts';
import { documents } from '#db/schema/papers.ts';
import type { PaperNoun } from '#shared/domain/documents/states.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** Voids the papers of a record that no longer counts, with its reason; their numbers stay, explained. */
export function voidPapersOf(
  { db, tx }: Pick<CommandContext, 'db' | 'tx'>,
  noun: PaperNoun,
  subjectId: number,
  reason: string,
): void {
  for (const { id, state } of documentsOf(db, noun, subjectId))
    if (state !== 'voided') tx.update(documents, id, { state: 'voided', voidReason: reason });
}
