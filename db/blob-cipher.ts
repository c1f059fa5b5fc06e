import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { DomainError } from '#shared/kernel/errors.ts';

/** First byte of a file: AES-256-GCM, nonce of 12 bytes, ciphertext, tag of 16; the hash is the associated data. */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A paper or scan as it lies on the disk. `sha256`: of its bytes, hexadecimal. */
export function sealBlob(
  bytes: Uint8Array,
  sha256: string,
  key: Uint8Array,
  random: (size: number) => Uint8Array = randomBytes,
): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(sha256, 'hex'));
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes of a paper or scan, verified. Throws BLOB_DAMAGED, which another key looks like too. */
export function openBlob(file: Uint8Array, sha256: string, key: Uint8Array): Uint8Array {
  const head = 1 + NONCE_BYTES;
  if (file[0] !== FORMAT || file.length < head + TAG_BYTES) throw new DomainError('BLOB_DAMAGED');
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(1, head))
    .setAAD(Buffer.from(sha256, 'hex'))
    .setAuthTag(file.subarray(file.length - TAG_BYTES));
  try {
    const bytes = Buffer.concat([decipher.update(file.subarray(head, file.length - TAG_BYTES)), decipher.final()]);
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  } catch {
    // A wrong tag: another key, or other bytes than were written.
  }
  throw new DomainError('BLOB_DAMAGED');
}
