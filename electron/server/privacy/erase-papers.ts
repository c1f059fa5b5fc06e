import type Database from 'better-sqlite3';
import { endedPapers, erasedFiles } from '#db/repositories/erased-papers.ts';
import { documents } from '#db/schema/papers.ts';
import { lastMoneyEnded } from '#shared/domain/privacy/retention.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/**
 * Deletes the files of papers that were erased. What another paper shares stays. Done again at each opening, so that a kill
 * between commit and deletion leaves nothing.
 */
export async function eraseFiles(client: Database.Database, blobs: BlobStore): Promise<void> {
  await blobs.remove(erasedFiles(client));
}

/**
 * Erases the papers whose own term is over and that name nobody but people who are anonymous: their number, hashes and what
 * the records say stay. Answers how many. For use within an act of its own.
 */
export function eraseEndedPapers({
  tx,
  now,
  today,
  setting,
}: Pick<CommandContext<unknown>, 'tx' | 'now' | 'today' | 'setting'>): number {
  const ended = endedPapers(tx.client, lastMoneyEnded(setting('retentionTerms'), today));
  for (const id of ended) tx.update(documents, id, { erasedAt: now });
  return ended.length;
}

/** Erases papers once a day, as their terms end; `erase` then deletes the files. */
export function paperSweep(corridor: Pick<Corridor, 'act'>, erase: () => void) {
  let looked: LocalDate | undefined;
  return async (now: number): Promise<void> => {
    const today = dayOf(now);
    if (looked === today) return;
    looked = today;
    const erased = await corridor.act({
      procedure: 'office.erasePapers',
      run: (context) => {
        const papers = eraseEndedPapers(context);
        if (papers > 0) context.happened({ kind: 'papersErased', noun: 'office', id: 1, data: { papers } });
        return papers;
      },
    });
    if (erased > 0) erase();
  };
}
