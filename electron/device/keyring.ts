import { hkdfSync } from 'node:crypto';
import { DomainError } from '#shared/kernel/errors.ts';
import { type KeyOpener, sealUnder, unsealUnder, unwrapRootKey, type WrappedKey } from './key-wrap.ts';
import type { OfficeHeader } from './office-folder.ts';

/** The keys of an office that are known, by their names. */
export type Keyring = ReadonlyMap<string, Buffer>;

/** What a root key is called on pages that anybody may read: it tells two keys apart and nothing about either. */
export function keyName(rootKey: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', rootKey, '', 'zhiye key name', 8)).toString('hex');
}

/** All keys of an office that some of them open, one sealed under the other. */
export function keyringOf({ officeId, otherKeys = [] }: OfficeHeader, known: readonly Buffer[]): Keyring {
  const ring = new Map(known.map((key) => [keyName(key), key]));
  // A key opens the one that it followed, and that one those before: as many looks as there are keys.
  for (const _ of otherKeys)
    for (const { name, sealed } of otherKeys)
      for (const { under, box } of sealed) {
        const outer = ring.get(under);
        if (ring.has(name) || outer === undefined) continue;
        const key = unsealUnder(outer, officeId, box);
        if (key !== undefined && keyName(key) === name) ring.set(name, key);
      }
  return ring;
}

/** The key that the office was founded with, of which the keys are derived that never change. Throws OFFICE_KEY_WRONG. */
function foundingKey({ founding }: OfficeHeader, rootKey: Buffer, ring: Keyring): Buffer {
  const found = founding === undefined ? rootKey : ring.get(founding);
  if (found === undefined) throw new DomainError('OFFICE_KEY_WRONG');
  return found;
}

/** The keys of an office besides its own, as whoever opens it has to know them; undefined where it never had another. */
export type OfficeRing = {
  /** Name of its own key; null for the one that it was founded with. */
  readonly key: string | null;
  readonly founding: Buffer;
  readonly others: readonly { readonly key: string | null; readonly rootKey: Buffer }[];
};

/** See {@link OfficeRing}. Throws OFFICE_KEY_WRONG. */
export function officeRing(header: OfficeHeader, rootKey: Buffer): OfficeRing | undefined {
  if (header.founding === undefined) return undefined;
  const ring = keyringOf(header, [rootKey]);
  const own = keyName(rootKey);
  const named = (name: string) => placeName(header, name);
  const others = [...ring].filter(([name]) => name !== own).map(([name, key]) => ({ key: named(name), rootKey: key }));
  return { key: named(own), founding: foundingKey(header, rootKey, ring), others };
}

/** What a key is called at the place of the backups; null for the one that the office was founded with. */
export function placeName({ founding }: OfficeHeader, name: string): string | null {
  return founding === undefined || founding === name ? null : name;
}

/** What is opened besides the newest key: what a code or a passphrase of any time opens on the page. */
export async function openAnyKey(header: OfficeHeader, opener: KeyOpener): Promise<Buffer | undefined> {
  const { officeId, keys, otherKeys = [] } = header;
  for (const wraps of [keys, ...otherKeys.map((other) => other.keys)]) {
    const key = await unwrapRootKey(wraps, officeId, opener);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** A change of the key of an office: from which to which, when (UTC ms), and what opens the new one. */
export type KeyChange = {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly at: number;
  readonly keys: readonly WrappedKey[];
};

/**
 * The page of an office under a new key. The old one lies there sealed under it, for the backups from before, and with
 * what else opened it: the old recovery code is good for those, and for nothing else.
 */
export function changedHeader(header: OfficeHeader, { from, to, at, keys }: KeyChange): OfficeHeader {
  const name = keyName(from);
  const { otherKeys = [], founding = name } = header;
  const before = otherKeys.find((other) => other.name === name)?.sealed ?? [];
  const old = {
    ...{ name, until: at, keys: header.keys.filter(({ kind }) => kind !== 'keychain') },
    sealed: [...before, { under: keyName(to), box: sealUnder(to, header.officeId, from) }],
  };
  const others = otherKeys.filter((other) => other.name !== name);
  return { ...header, keys: [...keys], key: keyName(to), founding, otherKeys: [...others, old] };
}

/**
 * The page of an office that goes on under one of its other keys, because the newest one is not known where a backup of
 * before is restored. Nothing is thrown away of what opens the others.
 */
export function headerUnder(header: OfficeHeader, name: string): OfficeHeader {
  const { otherKeys = [], key } = header;
  const own = otherKeys.find((other) => other.name === name);
  if (own === undefined || own.keys.length === 0 || key === undefined || key === name) return header;
  const sealed = otherKeys.find((other) => other.name === key)?.sealed ?? [];
  const newer = { name: key, until: own.until, keys: header.keys.filter(({ kind }) => kind !== 'keychain'), sealed };
  return {
    ...header,
    keys: own.keys,
    key: name,
    otherKeys: [...otherKeys.filter((other) => other.name !== key), newer],
  };
}
