import type { Arrival } from '#shared/domain/relocation/arrival.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { GateState } from './gate-state.ts';
import {
  type KeyOpener,
  unwrapRootKey,
  type WrappedKey,
  wrapWithKeychain,
  wrapWithPassphrase,
  wrapWithRecovery,
} from './key-wrap.ts';
import type { Keychain } from './keychain.ts';
import {
  arrivalOf,
  makeOfficeFolders,
  type OfficeHeader,
  type OfficePaths,
  officePaths,
  readOfficeHeader,
  writeOfficeHeader,
} from './office-folder.ts';
import type { OfficeLock } from './office-lock.ts';
import { checkPassphrase, keysElsewhere, secretOf } from './office-secrets.ts';
import { formatRecoveryCode, isSameRecoveryCode, recoverySecret } from './recovery-code.ts';

/** An office whose key is known and whose folder is ours: what the server needs to begin. */
export type OpenedOffice = {
  readonly paths: OfficePaths;
  readonly officeId: string;
  readonly demo: boolean;
  /** It had moved away and is opened here again: no terminal may take it for the one that moved. */
  readonly returned: boolean;
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
  /** Starts the server of the office; a failure leaves the gate as it was. */
  readonly start: (office: OpenedOffice, onProgress: (done: number) => void) => Promise<void>;
};

export type OfficeGate = {
  readonly state: () => GateState;
  /** Looks at the folder and opens the office where the keychain can. Throws `OFFICE_IN_USE`, `OFFICE_FOLDER_INVALID`, `OFFICE_FOLDER_NEWER`. */
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
  readonly release: () => void;
};

/**
 * The way from a folder to an open office: absent, locked or open. A demonstration office has nothing to protect and
 * takes the well-known passphrase, so that it opens on every machine.
 */
export function officeGate(ports: GatePorts): OfficeGate {
  let paths = officePaths(ports.folder);
  const { missing = null } = ports;
  let state: GateState = { kind: 'absent', keychain: false, missing };
  let header: OfficeHeader | undefined;
  let rootKey: Buffer | undefined;
  let lock: OfficeLock | undefined;
  let offered: Uint8Array | undefined;
  /** Founding and unlocking one after the other: two windows may ask at once. */
  let busy: Promise<unknown> = Promise.resolve();

  const oneAtATime = <T>(act: () => Promise<T>): Promise<T> => {
    const next = busy.then(act, act);
    busy = next.catch(() => undefined);
    return next;
  };

  const open = async (key: Buffer, found: OfficeHeader): Promise<void> => {
    const returned = found.returned === true;
    await ports.start({ paths, officeId: found.officeId, demo: found.demo, returned, rootKey: key }, (done) => {
      state = { kind: 'preparing', done };
    });
    header = found;
    if (returned) writeHeader(({ returned: _done, ...rest }) => rest);
    rootKey = key;
    const recoveryCode = found.keys.some((wrap) => wrap.kind === 'recovery');
    state = { kind: 'open', officeId: found.officeId, demo: found.demo, recoveryCode, ...arrivalOf(found) };
  };

  /** A failure leaves the state as it was. */
  const orBack = async (act: () => Promise<void>): Promise<void> => {
    const before = state;
    try {
      await act();
    } catch (error) {
      state = before;
      throw error;
    }
  };

  const writeHeader = (change: (before: OfficeHeader) => OfficeHeader): void => {
    if (header === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    const changed = change(header);
    writeOfficeHeader(paths, changed);
    header = changed;
  };

  const replaceWrap = (wrap: WrappedKey): void =>
    writeHeader((before) => ({ ...before, keys: [...before.keys.filter((each) => each.kind !== wrap.kind), wrap] }));

  const tryOpen = async (found: OfficeHeader, opener: KeyOpener): Promise<boolean> => {
    const key = await unwrapRootKey(found.keys, found.officeId, opener);
    if (key === undefined) return false;
    await open(key, found);
    return true;
  };

  const enter = async (found: OfficeHeader): Promise<void> => {
    header = found;
    if (found.moved !== undefined) {
      state = { kind: 'moved', ...found.moved };
      return;
    }
    const ways = (['passphrase', 'recovery'] as const).filter((way) => found.keys.some((wrap) => wrap.kind === way));
    state = { kind: 'locked', ways, ...arrivalOf(found) };
    if (await ports.keychain.available()) await tryOpen(found, { kind: 'keychain', keychain: ports.keychain });
    if (state.kind === 'locked' && found.demo) await tryOpen(found, { kind: 'passphrase', passphrase: demoPassphrase });
  };

  const begin = async (): Promise<GateState> => {
    const found = readOfficeHeader(paths);
    if (found === undefined) {
      state = { kind: 'absent', keychain: await ports.keychain.available(), missing };
      return state;
    }
    lock ??= ports.lock(paths.lock);
    await enter(found);
    return state;
  };

  /** Does something in another folder; a failure leaves the gate at the folder where it was. */
  const elsewhere = async (folder: string, act: (there: OfficePaths) => Promise<void>): Promise<void> => {
    if (state.kind === 'open' || state.kind === 'preparing') throw new DomainError('OFFICE_EXISTS');
    const before = { paths, header, lock };
    try {
      paths = officePaths(folder);
      header = undefined;
      lock = undefined;
      await act(paths);
      before.lock?.release();
    } catch (error) {
      lock?.release();
      ({ paths, header, lock } = before);
      throw error;
    }
  };

  const openFolder = (folder: string): Promise<void> =>
    elsewhere(folder, async (there) => {
      const found = readOfficeHeader(there);
      if (found === undefined) throw new DomainError('OFFICE_NOT_FOUND');
      lock = ports.lock(there.lock);
      await enter(found);
    });

  const found = async ({ passphrase, demo = false }: { passphrase?: string; demo?: boolean }): Promise<void> => {
    const secret = demo ? demoPassphrase : passphrase;
    if (secret !== undefined) checkPassphrase(secret);
    if (demo) state = { kind: 'preparing', done: 0 };
    const keychain = !demo && (await ports.keychain.available());
    if (!keychain && secret === undefined) throw new DomainError('PASSPHRASE_NEEDED');
    makeOfficeFolders(paths);
    lock ??= ports.lock(paths.lock);
    if (readOfficeHeader(paths) !== undefined) throw new DomainError('OFFICE_EXISTS', { folder: paths.folder });
    const officeId = ports.newOfficeId();
    const key = Buffer.from(ports.random(32));
    const keys: WrappedKey[] = [];
    if (keychain) keys.push(await wrapWithKeychain(ports.keychain, officeId, key));
    if (secret !== undefined) keys.push(await wrapWithPassphrase(secret, officeId, key));
    const fresh: OfficeHeader = {
      format: 'zhiye-office',
      version: 1,
      officeId,
      createdAt: ports.now(),
      demo,
      keys,
    };
    // The sealed keys are on the disk before anything is encrypted with them.
    writeOfficeHeader(paths, fresh);
    await open(key, fresh);
  };

  const unlock = async (way: { passphrase: string } | { recoveryCode: string }): Promise<void> => {
    if (state.kind === 'open') return;
    if (state.kind === 'moved') throw new DomainError('OFFICE_MOVED');
    if (header === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    const opener: KeyOpener =
      'passphrase' in way
        ? { kind: 'passphrase', passphrase: way.passphrase }
        : { kind: 'recovery', secret: secretOf(way.recoveryCode) };
    if (!(await tryOpen(header, opener))) throw new DomainError('OFFICE_KEY_WRONG');
    // From now on this PC opens it by itself.
    if (rootKey !== undefined && (await ports.keychain.available()))
      replaceWrap(await wrapWithKeychain(ports.keychain, header.officeId, rootKey));
  };

  return {
    state: () => state,
    begin: () => oneAtATime(begin),
    found: (options) => oneAtATime(() => orBack(() => found(options))),
    openFolder: (folder) => oneAtATime(() => orBack(() => openFolder(folder))),
    tryDemo: (folder) => oneAtATime(() => orBack(() => elsewhere(folder, () => found({ demo: true })))),
    folder: () => paths.folder,
    unlock: (way) => oneAtATime(() => orBack(() => unlock(way))),
    offerRecoveryCode: () => {
      if (state.kind !== 'open') throw new DomainError('OFFICE_NOT_OPEN');
      offered = recoverySecret(ports.random);
      return formatRecoveryCode(offered);
    },
    confirmRecoveryCode: (typed) => {
      if (state.kind !== 'open' || header === undefined || rootKey === undefined || offered === undefined)
        throw new DomainError('OFFICE_NOT_OPEN');
      secretOf(typed);
      if (!isSameRecoveryCode(typed, offered)) throw new DomainError('RECOVERY_CODE_OTHER');
      replaceWrap(wrapWithRecovery(offered, header.officeId, rootKey));
      offered = undefined;
      state = { ...state, recoveryCode: true };
    },
    setPassphrase: (passphrase) =>
      oneAtATime(async () => {
        checkPassphrase(passphrase);
        if (header === undefined || rootKey === undefined) throw new DomainError('OFFICE_NOT_OPEN');
        replaceWrap(await wrapWithPassphrase(passphrase, header.officeId, rootKey));
      }),
    checkMovable: () => keysElsewhere(header),
    move: (to, what) => {
      if (state.kind !== 'open' || header === undefined) throw new DomainError('OFFICE_NOT_OPEN');
      const moved = { at: ports.now(), to };
      const there = { ...header, keys: keysElsewhere(header), arrived: { ...what, at: moved.at } };
      const stayed = header;
      writeHeader((before) => ({ ...before, moved }));
      try {
        writeOfficeHeader(officePaths(to), there);
      } catch (error) {
        writeHeader(() => stayed);
        throw error;
      }
      rootKey = undefined;
      offered = undefined;
      state = { kind: 'moved', ...moved };
    },
    settleArrival: () => {
      if (state.kind !== 'open') throw new DomainError('OFFICE_NOT_OPEN');
      writeHeader(({ arrived: _done, ...rest }) => rest);
      const { arrival: _settled, ...rest } = state;
      state = rest;
    },
    reopen: () =>
      oneAtATime(async () => {
        if (state.kind !== 'moved') return state;
        writeHeader(({ moved: _gone, ...rest }) => ({ ...rest, returned: true }));
        return await begin();
      }),
    release: () => lock?.release(),
  };
}

const demoPassphrase = 'zhiye-demonstration';
