import type { Arrival } from '#shared/domain/relocation/arrival.ts';
import type { RestoredMark } from '#shared/domain/restores/mark.ts';
import type { GateState } from './gate-state.ts';
import type { Keychain } from './keychain.ts';
import type { OfficeRing } from './keyring.ts';
import type { OfficeHeader, OfficePaths } from './office-folder.ts';
import type { OfficeLock } from './office-lock.ts';

/** An office whose key is known and whose folder is ours: what the server needs to begin. */
export type OpenedOffice = {
  readonly paths: OfficePaths;
  readonly officeId: string;
  readonly demo: boolean;
  /** Its setup was finished, so that there is a file of it: a new one must not be begun in silence. */
  readonly established: boolean;
  /** It had moved away and is opened here again: no terminal may take it for the one that moved. */
  readonly returned: boolean;
  /** It was restored from a backup, which is not written into it yet. */
  readonly restored?: RestoredMark | undefined;
  /** Its other keys, once its key was changed. */
  readonly ring?: OfficeRing | undefined;
  /** 32 bytes; the keys of the file, the fields, the chain and the search are derived from it. */
  readonly rootKey: Buffer;
};

export type GatePorts = {
  readonly folder: string;
  /** The folder this PC remembers, where there is no office any more, or now. */
  readonly missing?: string | undefined;
  readonly keychain: Keychain;
  readonly lock: (file: string) => OfficeLock;
  readonly random: (bytes: number) => Uint8Array;
  readonly newOfficeId: () => string;
  /** UTC ms. */
  readonly now: () => number;
  /** What is started only looks: the folder's page stays as it is. */
  readonly looksOnly?: boolean;
  /** Starts the server of the office; a failure leaves the gate as it was. */
  readonly start: (office: OpenedOffice, onProgress: (done: number) => void) => Promise<void>;
};

/** Why an office is closed and its folder kept: a backup may take its place, or it is put under another key. */
export type HoldReason = 'restoring' | 'rekeying';

/** An office that is closed for a backup to take its place, or for another key: its folder is this process's own. */
export type HeldOffice = {
  readonly paths: OfficePaths;
  /** Why it was closed. */
  readonly why: HoldReason;
  /** Its page; undefined where there is no office, or none that can be read. */
  readonly header: OfficeHeader | undefined;
  /** Where somebody has opened it before. */
  readonly rootKey: Buffer | undefined;
};

/** What opens an office under its new key. */
export type NewSecrets = {
  /** Of the new recovery code. */
  readonly recovery: Uint8Array;
  readonly passphrase: string | undefined;
  /** UTC ms. */
  readonly at: number;
};

export type OfficeGate = {
  readonly state: () => GateState;
  /**
   * Looks at the folder and opens the office where the keychain can. Throws `OFFICE_IN_USE`, `OFFICE_FOLDER_NEWER`; an
   * office that can't be read is `damaged`.
   */
  readonly begin: () => Promise<GateState>;
  /** Founds the office. Throws `PASSPHRASE_NEEDED` or `PASSPHRASE_SHORT`, `OFFICE_EXISTS`. */
  readonly found: (options: { passphrase?: string; demo?: boolean }) => Promise<void>;
  /**
   * Turns to the office of another folder, before one is open. Throws `OFFICE_NOT_FOUND` and what `begin` throws, and then
   * stays where it was.
   */
  readonly openFolder: (folder: string) => Promise<void>;
  /** Founds and furnishes a demonstration in a folder of its own. */
  readonly tryDemo: (folder: string) => Promise<void>;
  /** Folder of the office. */
  readonly folder: () => string;
  /** Throws `OFFICE_KEY_WRONG`, or `RECOVERY_CODE_INVALID` with the group to look at. */
  readonly unlock: (way: { passphrase: string } | { recoveryCode: string }) => Promise<void>;
  /** A new recovery code to be printed; it is worth nothing, and the old one stays good, until it was typed back. */
  readonly offerRecoveryCode: () => string;
  readonly confirmRecoveryCode: (typed: string) => void;
  /** Sets or changes the passphrase of an open office. */
  readonly setPassphrase: (passphrase: string) => Promise<void>;
  /** True for an office that a passphrase opens. */
  readonly hasPassphrase: () => boolean;
  /** Throws PASSPHRASE_NEEDED where the office has one and would lose it, PASSPHRASE_SHORT. */
  readonly checkNewPassphrase: (passphrase: string | undefined) => void;
  /** Throws RELOCATION_NO_KEY when only this PC's own keychain can open the office. */
  readonly checkMovable: () => void;
  /**
   * Marks the office as moved into another folder and makes an office of what was copied there: it has no page of its own
   * until this folder says that the office is gone, so that there are never two. A failure takes the mark back.
   */
  readonly move: (to: string, what: Omit<Arrival, 'at'>) => void;
  /** It is moved in: from now on it opens like any other. */
  readonly settleArrival: () => void;
  /** Lets an office that has moved be opened here again, as one of its own that no terminal follows. */
  readonly reopen: () => Promise<GateState>;
  /**
   * Closes the office, whatever stands here, and keeps its folder. Throws OFFICE_IN_USE. From then on `held` has it, until
   * another took its place or it goes on as it was.
   */
  readonly hold: (close: () => Promise<void>, why?: HoldReason) => Promise<void>;
  /** Throws RESTORE_NOT_BEGUN. */
  readonly held: () => HeldOffice;
  /**
   * The page of the held office under another key: sealed by this PC's keychain where it has one, a recovery code, and a
   * passphrase where the office has one. Throws PASSPHRASE_NEEDED, PASSPHRASE_SHORT.
   */
  readonly pageUnder: (rootKey: Buffer, opens: NewSecrets) => Promise<OfficeHeader>;
  /** Opens what lies in the folder now; with its key where that is known, else like at any other start. */
  readonly letGo: (rootKey?: Buffer) => Promise<GateState>;
  readonly release: () => void;
};
