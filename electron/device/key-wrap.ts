import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import type { Keychain } from './keychain.ts';

const base64 = z.base64();

/** The root key sealed in one of three ways. Everything here may be read by anybody: it opens nothing by itself. */
export const wrappedKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keychain'), backend: z.string(), sealed: base64 }),
  z.strictObject({
    kind: z.literal('passphrase'),
    salt: base64,
    memoryKib: z.int().min(19_456).max(1_048_576),
    passes: z.int().min(2).max(16),
    lanes: z.int().min(1).max(16),
    sealed: base64,
  }),
  z.strictObject({ kind: z.literal('recovery'), salt: base64, sealed: base64 }),
]);
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/** Argon2id as OWASP and Bitwarden have it: 64 MiB, 3 passes, 4 lanes. Stored beside the key, so they can be raised. */
const argon = { memoryKib: 65_536, passes: 3, lanes: 4 };

/** AES-256-GCM: nonce (12), tag (16), ciphertext. The label binds it to the office and the way. */
function seal(key: Uint8Array, label: string, rootKey: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(rootKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The root key, or undefined when the key, the label or the bytes are not the ones it was sealed with. */
function unseal(key: Uint8Array, label: string, sealed: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length !== 12 + 16 + 32) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(label))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

async function passphraseKey(passphrase: string, salt: Buffer, cost: typeof argon): Promise<Buffer> {
  // Typed Chinese and full-width characters come out the same from every input method.
  return await hashRaw(passphrase.normalize('NFKC'), {
    salt,
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  });
}

/** The secret of a recovery code is 140 bits of chance, so a slow hash would add nothing. */
function recoveryKey(secret: Uint8Array, salt: Buffer): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'zhiye recovery', 32));
}

export async function wrapWithKeychain(keychain: Keychain, officeId: string, rootKey: Uint8Array): Promise<WrappedKey> {
  const text = JSON.stringify({ officeId, key: Buffer.from(rootKey).toString('base64') });
  return { kind: 'keychain', backend: keychain.backend, sealed: (await keychain.seal(text)).toString('base64') };
}

export async function wrapWithPassphrase(
  passphrase: string,
  officeId: string,
  rootKey: Uint8Array,
): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const key = await passphraseKey(passphrase, salt, argon);
  return {
    kind: 'passphrase',
    salt: salt.toString('base64'),
    ...argon,
    sealed: seal(key, `passphrase:${officeId}`, rootKey),
  };
}

export function wrapWithRecovery(secret: Uint8Array, officeId: string, rootKey: Uint8Array): WrappedKey {
  const salt = randomBytes(16);
  const key = recoveryKey(secret, salt);
  return { kind: 'recovery', salt: salt.toString('base64'), sealed: seal(key, `recovery:${officeId}`, rootKey) };
}

/** A key under another one, bound to the office: whoever has the one has both. */
export function sealUnder(key: Uint8Array, officeId: string, rootKey: Uint8Array): string {
  return seal(keyOfBox(key), `other key:${officeId}`, rootKey);
}

/** What {@link sealUnder} sealed; undefined under any other key. */
export function unsealUnder(key: Uint8Array, officeId: string, sealed: string): Buffer | undefined {
  return unseal(keyOfBox(key), `other key:${officeId}`, sealed);
}

function keyOfBox(key: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'zhiye other keys', 32));
}

const keychainContent = z.strictObject({ officeId: z.string(), key: base64 });

/** What opens a wrapped key. */
export type KeyOpener =
  | { readonly kind: 'keychain'; readonly keychain: Keychain }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly secret: Uint8Array };

/** The root key (32 bytes) from the first wrap of the opener's kind that it opens; undefined when none does. */
export async function unwrapRootKey(
  wraps: readonly WrappedKey[],
  officeId: string,
  opener: KeyOpener,
): Promise<Buffer | undefined> {
  for (const wrap of wraps) {
    const rootKey = await unwrapOne(wrap, officeId, opener);
    if (rootKey !== undefined && rootKey.length === 32) return rootKey;
  }
  return undefined;
}

async function unwrapOne(wrap: WrappedKey, officeId: string, opener: KeyOpener): Promise<Buffer | undefined> {
  if (wrap.kind === 'keychain' && opener.kind === 'keychain') {
    try {
      const content = keychainContent.parse(JSON.parse(await opener.keychain.open(Buffer.from(wrap.sealed, 'base64'))));
      return content.officeId === officeId ? Buffer.from(content.key, 'base64') : undefined;
    } catch {
      // Another user, another PC, or a keyring that was reset: the passphrase or the recovery code still opens it.
      return undefined;
    }
  }
  if (wrap.kind === 'passphrase' && opener.kind === 'passphrase') {
    const key = await passphraseKey(opener.passphrase, Buffer.from(wrap.salt, 'base64'), wrap);
    return unseal(key, `passphrase:${officeId}`, wrap.sealed);
  }
  if (wrap.kind === 'recovery' && opener.kind === 'recovery')
    return unseal(recoveryKey(opener.secret, Buffer.from(wrap.salt, 'base64')), `recovery:${officeId}`, wrap.sealed);
  return undefined;
}
