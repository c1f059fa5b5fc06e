import type { ReadDb } from '#db/access.ts';
import { historyOf } from '#db/repositories/event-list.ts';

/** Where a finished paper did not say what its data say, as the press found last; null where it has found nothing. */
export function refusedPlaces(db: ReadDb, documentId: number): string | null {
  const refused = historyOf(db, 'documents', documentId).find(({ kind }) => kind === 'sealRefused');
  const places = refused?.data['places'];
  return typeof places === 'string' ? places : null;
}
