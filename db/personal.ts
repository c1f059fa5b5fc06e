import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Table } from 'drizzle-orm';
import { arrivals } from './schema/arrivals.ts';
import { customers, followUps, visits } from './schema/customers.ts';
import { subjectRequests } from './schema/privacy.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PREFIX = 'sealed:';
const NAMED = /^sealed@(\d+):[A-Za-z\d+/]+=*$/;

/**
 * Which columns of a table are about a person, so that the event log keeps them only as ciphertext under the key of that
 * person (decision 2). The row names the key in its `personKeyId`.
 */
export const personalColumns: ReadonlyMap<Table, ReadonlySet<string>> = new Map<Table, ReadonlySet<string>>([
  [
    customers,
    new Set(['name', 'phone', 'secondPhone', 'identitySealed', 'identityHash', 'address', 'intent', 'holdReason']),
  ],
  [visits, new Set(['notes', 'referrerName', 'referrerPhone'])],
  [followUps, new Set(['content'])],
  [arrivals, new Set(['name', 'phone'])],
  [subjectRequests, new Set(['wish', 'answer'])],
]);

/** A new key of 32 random bytes. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** Text as authenticated ciphertext under a key: `sealed:` and base64 of nonce, tag and bytes. */
export function seal(key: Uint8Array, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64');
}

/** The same for words in a row or an entry that has no key of its own: the ciphertext names it. */
export function sealUnder(keyId: number, key: Uint8Array, text: string): string {
  return `sealed@${keyId}:${seal(key, text).slice(PREFIX.length)}`;
}

/** The number of the key that {@link sealUnder} named; undefined for every other text. */
export function namedKeyOf(value: unknown): number | undefined {
  const [, id] = (typeof value === 'string' ? NAMED.exec(value) : null) ?? [];
  return id === undefined ? undefined : Number(id);
}

/** True for what {@link seal} or {@link sealUnder} made. */
export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && (value.startsWith(PREFIX) || NAMED.test(value));
}

/** The text of a sealed value. Throws when the key is another one or a bit was changed. */
export function unseal(key: Uint8Array, sealed: string): string {
  const bytes = Buffer.from(sealed.slice(sealed.indexOf(':') + 1), 'base64');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** A keyed hash for equality: tells that two numbers are the same without keeping either. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
