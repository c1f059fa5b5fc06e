import { mkdirSync } from 'node:fs';
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
import { changedHeader, officeRing } from './keyring.ts';
import { damageOf } from './office-damage.ts';
import {
  arrivalOf,
  makeOfficeFolders,
  type OfficeHeader,
  type OfficePaths,
  officePaths,
  readOfficeHeader,
  writeOfficeHeader,
} from './office-folder.ts';
import type { GatePorts, NewSecrets, OfficeGate } from './office-gate-types.ts';
import type { OfficeLock } from './office-lock.ts';
import { checkPassphrase, keysElsewhere, secretOf } from './office-secrets.ts';
import { dropLeftOver, finishSwap, isSwapCut } from './office-swap.ts';
import { formatRecoveryCode, isSameRecoveryCode, recoverySecret } from './recovery-code.ts';

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
    const { officeId, demo, returned = false, restored } = found;
    // From here on its key is known, whatever becomes of it.
    header = found;
    rootKey = key;
    try {
      const established = found.keys.some(({ kind }) => kind === 'recovery');
      const ring = officeRing(found, key);
      await ports.start({ paths, officeId, demo, established, returned, restored, ring, rootKey: key }, (done) => {
        state = { kind: 'preparing', done };
      });
    } catch (error) {
      const refusal = damageOf(error);
      if (refusal === undefined) throw error;
      state = { kind: 'damaged', refusal };
      return;
    }
    if (ports.looksOnly !== true) dropLeftOver(paths);
    if ((returned || restored !== undefined) && ports.looksOnly !== true)
      writeHeader(({ returned: _returned, restored: _restored, ...rest }) => rest);
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

  /** The page of the folder; undefined where there is none. A restoring that a fall cut short is finished before. */
  const headerHere = (): OfficeHeader | undefined => {
    if (isSwapCut(paths)) {
      lock ??= ports.lock(paths.lock);
      finishSwap(paths);
    }
    return readOfficeHeader(paths);
  };

  const begin = async (): Promise<GateState> => {
    let found: OfficeHeader | undefined;
    try {
      found = headerHere();
    } catch (error) {
      const refusal = damageOf(error);
      if (refusal === undefined) throw error;
      lock ??= ports.lock(paths.lock);
      state = { kind: 'damaged', refusal };
      return state;
    }
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
      rootKey = undefined;
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

  const hasPassphrase = (): boolean => header?.keys.some(({ kind }) => kind === 'passphrase') === true;

  const checkNewPassphrase = (passphrase: string | undefined): void => {
    if (passphrase !== undefined) checkPassphrase(passphrase);
    else if (hasPassphrase()) throw new DomainError('PASSPHRASE_NEEDED');
  };

  const pageUnder = async (key: Buffer, { recovery, passphrase, at }: NewSecrets): Promise<OfficeHeader> => {
    if (header === undefined || rootKey === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    const { officeId } = header;
    const keys = [wrapWithRecovery(recovery, officeId, key)];
    if (await ports.keychain.available()) keys.push(await wrapWithKeychain(ports.keychain, officeId, key));
    checkNewPassphrase(passphrase);
    if (passphrase !== undefined) keys.push(await wrapWithPassphrase(passphrase, officeId, key));
    return changedHeader(header, { from: rootKey, to: key, at, keys });
  };

  /** Where it stands now, whatever was known of it before. */
  const here = (): GateState => state;

  return {
    state: here,
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
    hasPassphrase,
    checkNewPassphrase,
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
    hold: (close, why = 'restoring') =>
      oneAtATime(async () => {
        if (state.kind === 'restoring' || state.kind === 'rekeying') return;
        if (state.kind === 'preparing') throw new DomainError('OFFICE_EXISTS');
        mkdirSync(paths.folder, { recursive: true, mode: 0o700 });
        lock ??= ports.lock(paths.lock);
        state = { kind: why };
        offered = undefined;
        await close();
      }),
    held: () => {
      if (state.kind !== 'restoring' && state.kind !== 'rekeying') throw new DomainError('RESTORE_NOT_BEGUN');
      return { paths, header, rootKey, why: state.kind };
    },
    pageUnder,
    letGo: (key) =>
      oneAtATime(async () => {
        if (state.kind !== 'restoring' && state.kind !== 'rekeying') return state;
        const known = key ?? rootKey;
        const found = known === undefined ? undefined : headerHere();
        if (known === undefined || found === undefined || found.moved !== undefined) return await begin();
        await open(known, found);
        const now = here();
        if (now.kind === 'open' && !found.demo && (await ports.keychain.available()))
          replaceWrap(await wrapWithKeychain(ports.keychain, found.officeId, known));
        return now;
      }),
    release: () => lock?.release(),
  };
}

const demoPassphrase = 'zhiye-demonstration';
