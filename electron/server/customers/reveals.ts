import type { OpenDatabase } from '#db/connection.ts';
import { openWords } from '#db/repositories/sealed-words.ts';
import { instantOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** For how long a reveal is good, in ms: long enough to dial, too short to copy a list. */
const REVEAL_MS = 5 * 60_000;

type Reveal = { readonly at: number; readonly by: string; readonly reason: string; readonly words: string };
type Logged = Omit<Reveal, 'words'> & { readonly words: string | null; readonly wordsKeyId: number | null };

/** Reveals are events: who may see a customer's data in full is read from the log, never kept beside it. */
export function revealsOf(database: OpenDatabase) {
  const { client } = database;
  const of = `from events where noun = 'customers' and subject_id = ? and kind = 'revealed'`;
  let last: ReturnType<typeof prepareLast> | undefined;
  let day: ReturnType<typeof prepareDay> | undefined;
  const prepareLast = () =>
    client
      .prepare<[number, number, number], number>(
        `select happened_at ${of} and actor_id = ? and happened_at >= ? order by seq desc limit 1`,
      )
      .pluck();
  const prepareDay = () =>
    client.prepare<[number, number], Logged>(
      `select happened_at as at, coalesce((select name from accounts where id = actor_id), '') as by,
              coalesce(data ->> 'reason', '') as reason, data ->> 'words' as words, data ->> 'wordsKeyId' as wordsKeyId
         ${of} and happened_at >= ? order by seq desc limit 20`,
    );
  return {
    until: (now: number): number => now + REVEAL_MS,
    /** Until when this person may see the numbers; null without a reveal of their own a moment ago. */
    openUntil: (actorId: number, customerId: number, now: number): number | null => {
      last ??= prepareLast();
      const at = last.get(customerId, actorId, now - REVEAL_MS);
      return at === undefined ? null : at + REVEAL_MS;
    },
    /** Who asked to see the numbers on a day, the newest first. */
    ofDay: (customerId: number, today: LocalDate): Reveal[] => {
      day ??= prepareDay();
      return day
        .all(customerId, instantOf(today))
        .map(({ words, wordsKeyId, ...reveal }) => ({ ...reveal, words: openWords(client, words, wordsKeyId) ?? '' }));
    },
  };
}

/** The reveals of an office. */
export type Reveals = ReturnType<typeof revealsOf>;
