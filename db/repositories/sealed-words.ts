import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';
import { isSealed, seal, unseal } from '../personal.ts';
import { personKeyOf } from './person-keys.ts';

/** Words about a person as an entry of the log holds them: sealed, with the number of the key; nothing where none were said. */
export type SealedWords = { readonly words?: string; readonly wordsKeyId?: number };

/**
 * Seals what somebody wrote about a person, for the data of an entry of the log: it can't be read any more once the key of
 * the person was destroyed. Throws NOT_FOUND when it is already.
 */
export function sealedWords(
  client: Database.Database,
  { personKeyId }: { readonly personKeyId: number },
  words: string,
): SealedWords {
  if (words === '') return {};
  const key = personKeyOf(client, personKeyId);
  if (key === undefined) throw new DomainError('NOT_FOUND');
  return { words: seal(key, words), wordsKeyId: personKeyId };
}

/** What {@link sealedWords} sealed; null once the key was destroyed. Words that were never sealed are what they are. */
export function openWords(client: Database.Database, words: string | null, keyId: number | null): string | null {
  if (words === null || !isSealed(words)) return words ?? '';
  const key = keyId === null ? undefined : personKeyOf(client, keyId);
  return key === undefined ? null : unseal(key, words);
}
