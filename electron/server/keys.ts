import { hkdfSync } from 'node:crypto';
import type { ChangedKeys } from '#db/office-snapshot.ts';
import type { OfficeKeyPair } from '#db/rekey-copy.ts';

/** The keys that an office had before, and what its own is called at the place of its backups. */
export type OfficeRing = {
  /** Null for the one that it was founded with. */
  readonly key: string | null;
  readonly founding: Uint8Array;
  readonly others: readonly { readonly key: string | null; readonly rootKey: Uint8Array }[];
};

/**
 * The keys of an office, each for one purpose, all derived from its root key. Those of the file, the blobs and the drafts
 * change with it. The others stay those of the key that the office was founded with: what they made is compared with what
 * they make (numbers, requests, names) or has to stay verifiable (days), and all of it lies inside the file.
 */
export type OfficeKeys = {
  /** Key of the database file. */
  readonly file: Uint8Array;
  /** Key of the blobs: issued papers, scans. */
  readonly blobs: Uint8Array;
  /** Key of the keyed hashes by which identity numbers are compared. */
  readonly identityHash: Uint8Array;
  /** Key of the hashes by which repeated requests are known. */
  readonly requests: Uint8Array;
  /** Key of the keys by which each person's unsent forms are kept on the PC where they were typed. */
  readonly drafts: Uint8Array;
  /** Key of the seals of closed days. */
  readonly days: Uint8Array;
  /** Key of the hashes of login names under which wrong passwords are counted. */
  readonly logins: Uint8Array;
};

/**
 * Derives the keys (HKDF-SHA-256): knowing one tells nothing about the others or the root. `founding`: the root key of the
 * office's first day, where it was changed since.
 */
export function officeKeys(rootKey: Uint8Array, founding: Uint8Array = rootKey): OfficeKeys {
  const derive = (purpose: string, from = rootKey) =>
    new Uint8Array(hkdfSync('sha256', from, '', `zhiye desk ${purpose}`, 32));
  return {
    file: derive('database file'),
    blobs: derive('blobs'),
    drafts: derive('drafts'),
    identityHash: derive('identity hash', founding),
    requests: derive('request hash', founding),
    days: derive('closed days', founding),
    logins: derive('login names', founding),
  };
}

/** The keys of the files at the place of the backups. */
export function changedKeys({ key, others }: OfficeRing): ChangedKeys {
  return { key, others: others.map((other) => ({ key: other.key, fileKey: officeKeys(other.rootKey).file })) };
}

/** What of an office is put under another key. */
export function keyPairOf(rootKey: Uint8Array): OfficeKeyPair {
  const { file, blobs } = officeKeys(rootKey);
  return { file, blobs };
}
