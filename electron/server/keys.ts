import { hkdfSync } from 'node:crypto';

/** The keys of an office, each for one purpose, all derived from its root key. */
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

/** Derives the keys (HKDF-SHA-256): knowing one tells nothing about the others or the root. */
export function officeKeys(rootKey: Uint8Array): OfficeKeys {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', rootKey, '', `zhiye desk ${purpose}`, 32));
  return {
    file: derive('database file'),
    blobs: derive('blobs'),
    identityHash: derive('identity hash'),
    requests: derive('request hash'),
    drafts: derive('drafts'),
    days: derive('closed days'),
    logins: derive('login names'),
  };
}
