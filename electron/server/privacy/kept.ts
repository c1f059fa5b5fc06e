import type Database from 'better-sqlite3';
import { z } from 'zod';
import { seal, unseal } from '#db/personal.ts';
import { personKeyOf } from '#db/repositories/person-keys.ts';
import { DomainError } from '#shared/kernel/errors.ts';

const keptSchema = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  secondPhone: z.string().nullable(),
  identityHash: z.string().nullable(),
  address: z.string(),
  intent: z.string(),
});

/** What names a person, put away while the data are only kept. */
export type Kept = z.output<typeof keptSchema>;

/** Seals what names a person under the person's key. Throws NOT_FOUND once it was destroyed. */
export function sealKept(client: Database.Database, personKeyId: number, kept: Kept): string {
  const key = personKeyOf(client, personKeyId);
  if (key === undefined) throw new DomainError('NOT_FOUND');
  const { name, phone, secondPhone, identityHash, address, intent } = kept;
  return seal(key, JSON.stringify({ name, phone, secondPhone, identityHash, address, intent }));
}

/** Opens it again; undefined where nothing is put away. */
export function openKept(
  client: Database.Database,
  row: { readonly personKeyId: number; readonly keptSealed: string | null },
): Kept | undefined {
  const key = row.keptSealed === null ? undefined : personKeyOf(client, row.personKeyId);
  if (key === undefined || row.keptSealed === null) return undefined;
  return keptSchema.parse(JSON.parse(unseal(key, row.keptSealed)));
}
