import type { RestoreKeys, RestoreOrder } from '#db/restore-office.ts';
import type { KeyOpener } from '#electron/device/key-wrap.ts';
import { headerUnder, keyName, keyringOf, openAnyKey, placeName } from '#electron/device/keyring.ts';
import type { OfficeHeader } from '#electron/device/office-folder.ts';
import type { HeldOffice } from '#electron/device/office-gate-types.ts';
import { secretOf } from '#electron/device/office-secrets.ts';
import { restoredHeader, sideFolder, swapOffice } from '#electron/device/office-swap.ts';
import { keyPairOf, officeKeys } from '#electron/server/keys.ts';
import type { Restorable } from '#shared/domain/restores/loss.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import type { BackupSource } from './backup-source.ts';

/** What opens a backup: the passphrase or the recovery code of its office, as they were then or as they are now. */
export type RestoreSecret = { readonly passphrase: string } | { readonly recoveryCode: string };

/** The keys that a restoring takes. */
export type BackupKeys = {
  /** The root key that the backup is under. */
  readonly of: Buffer;
  /** The one that the office goes on with: its newest, where that is known. */
  readonly onward: Buffer;
  /** The page that the office goes on with. */
  readonly page: OfficeHeader;
  /** All that are known. */
  readonly known: readonly Buffer[];
};

/**
 * The keys for restoring one backup: from the one that is known here, else from what the secret opens on the page that lies
 * beside the backups; a newer key opens the older ones. Throws PASSPHRASE_NEEDED, OFFICE_KEY_WRONG, RESTORE_KEY where the
 * secret is of another time than the backup, and what is wrong with a recovery code.
 */
export async function keysOfBackup(
  { header, snapshots }: BackupSource,
  held: HeldOffice,
  asked: { readonly stamp: string; readonly secret: RestoreSecret | undefined },
): Promise<BackupKeys> {
  const { stamp, secret } = asked;
  const same = held.header?.officeId === header.officeId ? held.header : undefined;
  const own = same === undefined ? undefined : held.rootKey;
  if (secret === undefined && own === undefined) throw new DomainError('PASSPHRASE_NEEDED');
  const opened = secret === undefined ? own : await openAnyKey(header, openerOf(secret));
  if (opened === undefined) throw new DomainError('OFFICE_KEY_WRONG');
  const here = same === undefined || own === undefined ? new Map<string, Buffer>() : keyringOf(same, [own]);
  const ring = new Map([...keyringOf(header, [opened]), ...here]);
  const { key = null } = snapshots.find((each) => each.stamp === stamp) ?? {};
  const wanted = key ?? header.founding ?? same?.founding ?? keyName(opened);
  const of = ring.get(wanted);
  if (of === undefined) {
    if (secret === undefined) throw new DomainError('PASSPHRASE_NEEDED');
    throw new DomainError('RESTORE_KEY', { stamp });
  }
  // The page here knows of every key that the one beside the backups does, and of passphrases that are newer.
  const knows = (page: OfficeHeader): boolean =>
    header.key === undefined ||
    page.key === header.key ||
    page.otherKeys?.some(({ name }) => name === header.key) === true;
  const page = same !== undefined && here.has(wanted) && knows(same) ? same : header;
  const onward = page.key === undefined ? of : ring.get(page.key);
  const known = [...ring.values()];
  return onward === undefined
    ? { of, onward: of, page: headerUnder(page, wanted), known }
    : { of, onward, page, known };
}

/** True where every backup can be opened with what is known here, so that nobody has to type anything. */
export function isKeyKnown({ header, snapshots }: BackupSource, held: HeldOffice): boolean {
  if (held.rootKey === undefined || held.header?.officeId !== header.officeId) return false;
  const ring = new Map([...keyringOf(held.header, [held.rootKey]), ...keyringOf(header, [held.rootKey])]);
  return snapshots.every(({ key }) => key === null || ring.has(key));
}

function openerOf(secret: RestoreSecret): KeyOpener {
  return 'passphrase' in secret
    ? { kind: 'passphrase', passphrase: secret.passphrase }
    : { kind: 'recovery', secret: secretOf(secret.recoveryCode) };
}

/** What the thread is told that makes a backup ready. */
export function restoreOrder(
  { root, header }: BackupSource,
  held: HeldOffice,
  asked: { readonly stamp: string; readonly keys: BackupKeys } & Pick<RestoreOrder, 'nativeBinding' | 'newestSchema'>,
): RestoreOrder {
  const { stamp, keys, nativeBinding, newestSchema } = asked;
  const { folder } = held.paths;
  const fileKey = officeKeys(keys.of).file;
  const changed = keys.page.founding === undefined ? undefined : changedKeys(keys, held, header.officeId);
  return { root, stamp, folder, side: sideFolder(held.paths), fileKey, keys: changed, nativeBinding, newestSchema };
}

function changedKeys({ of, onward, page, known }: BackupKeys, held: HeldOffice, officeId: string): RestoreKeys {
  const here = held.header?.officeId === officeId ? held.rootKey : undefined;
  return {
    key: placeName(page, keyName(of)),
    here: here && officeKeys(here).file,
    known: known.map((key) => officeKeys(key).file),
    rekey: of.equals(onward) ? undefined : { from: keyPairOf(of), to: keyPairOf(onward) },
  };
}

/** Puts a backup that was made ready in the place of the office; where that one is kept now, or null where there was none. */
export function putInPlace(
  held: HeldOffice,
  done: { readonly found: Restorable; readonly page: OfficeHeader; readonly id: string; readonly at: number },
): string | null {
  const { found, page, id, at } = done;
  const lost = found.loss.kind === 'counted' ? found.loss.acts : found.loss.kind === 'noOffice' ? 0 : null;
  const restored = { id, stamp: found.stamp, at, lost, epoch: found.epoch };
  const name = `replaced ${dateTimeOf(at).replaceAll(':', '.')}`;
  return swapOffice(
    held.paths,
    (aside) => restoredHeader(page, { ...restored, ...(aside === undefined ? {} : { aside }) }),
    name,
  );
}
