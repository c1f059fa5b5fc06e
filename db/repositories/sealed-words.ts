import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ReadDb } from '../access.ts';
import { isSealed, namedKeyOf, seal, sealUnder, unseal } from '../personal.ts';
import { personKeys } from '../schema/office.ts';
import { keyOfWords } from '../words.ts';
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
  const id = namedKeyOf(words) ?? keyId;
  const key = id === null ? undefined : personKeyOf(client, id);
  return key === undefined ? null : unseal(key, words);
}

/** Words under a key that they name; as they are where there is none, or nothing to seal. */
export function sealedUnder(client: Database.Database, keyId: number | undefined, words: string): string {
  const key = keyId === undefined ? undefined : personKeyOf(client, keyId);
  return words === '' || keyId === undefined || key === undefined ? words : sealUnder(keyId, key, words);
}

/** Which words people write freely in the entry of an act, by its kind; those of all other kinds are words of the program. */
const writtenIn: Readonly<Record<string, string>> = {
  cancelled: 'reason',
  receiptVoided: 'reason',
  voided: 'reason',
  reprintOrdered: 'reason',
  copiesTakenBack: 'reason',
  contractDropped: 'reason',
  contractCorrected: 'reason',
  caseReturned: 'reason',
  turnGivenBack: 'reason',
  defectCorrected: 'defect',
  defectReopened: 'defect',
};

/** The data of an entry, what people wrote in it about the person of its record sealed under the key of that person. */
export function sealedData(
  client: Database.Database,
  { kind, noun, id, data = {} }: { kind: string; noun: string; id: number; data?: Readonly<Record<string, unknown>> },
): Readonly<Record<string, unknown>> {
  const field = writtenIn[kind];
  const words = field === undefined ? undefined : data[field];
  if (field === undefined || typeof words !== 'string') return data;
  const keyId =
    typeof data['visitId'] === 'number' ? keyOfVisit(client, data['visitId']) : keyOfWords(client, noun, id);
  return { ...data, [field]: sealedUnder(client, keyId, words) };
}

function keyOfVisit(client: Database.Database, id: number): number | undefined {
  return client.prepare<[number], number>('select person_key_id from visits where id = ?').pluck().get(id);
}

/** The data of an entry as a history tells it: what was sealed is read, and left out once it can't be read any more. */
export function openData(db: ReadDb, data: string): Record<string, unknown> {
  const told: Record<string, unknown> = JSON.parse(data);
  const entries = Object.entries(told).flatMap(([field, value]) => {
    const keyId = namedKeyOf(value);
    if (keyId === undefined) return [[field, value]];
    const row = db.select({ key: personKeys.key }).from(personKeys).where(eq(personKeys.id, keyId)).get();
    return row?.key == null ? [] : [[field, unseal(row.key, String(value))]];
  });
  return Object.fromEntries(entries);
}
