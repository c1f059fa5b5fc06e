import type { RestoreOrder } from '#db/restore-office.ts';
import { type KeyOpener, unwrapRootKey } from '#electron/device/key-wrap.ts';
import type { OfficeHeader } from '#electron/device/office-folder.ts';
import type { HeldOffice } from '#electron/device/office-gate-types.ts';
import { secretOf } from '#electron/device/office-secrets.ts';
import { restoredHeader, sideFolder, swapOffice } from '#electron/device/office-swap.ts';
import { officeKeys } from '#electron/server/keys.ts';
import type { Restorable } from '#shared/domain/restores/loss.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import type { BackupSource } from './backup-source.ts';

/** What opens a backup: the passphrase or the recovery code of its office. */
export type RestoreSecret = { readonly passphrase: string } | { readonly recoveryCode: string };

/**
 * The root key of an office whose backup is restored: the one that is known here, else what the secret opens on the page
 * that lies beside the backups. Throws PASSPHRASE_NEEDED, OFFICE_KEY_WRONG and what is wrong with a recovery code.
 */
export async function keyOfBackup(
  { header }: BackupSource,
  held: HeldOffice,
  secret: RestoreSecret | undefined,
): Promise<Buffer> {
  if (secret === undefined) {
    if (held.rootKey !== undefined && held.header?.officeId === header.officeId) return held.rootKey;
    throw new DomainError('PASSPHRASE_NEEDED');
  }
  const opener: KeyOpener =
    'passphrase' in secret
      ? { kind: 'passphrase', passphrase: secret.passphrase }
      : { kind: 'recovery', secret: secretOf(secret.recoveryCode) };
  const key = await unwrapRootKey(header.keys, header.officeId, opener);
  if (key === undefined) throw new DomainError('OFFICE_KEY_WRONG');
  return key;
}

/** What the thread is told that makes a backup ready. */
export function restoreOrder(
  { root }: BackupSource,
  held: HeldOffice,
  asked: { readonly stamp: string; readonly rootKey: Buffer } & Pick<RestoreOrder, 'nativeBinding' | 'newestSchema'>,
): RestoreOrder {
  const { stamp, rootKey, nativeBinding, newestSchema } = asked;
  const { paths } = held;
  const fileKey = officeKeys(rootKey).file;
  return { root, stamp, folder: paths.folder, side: sideFolder(paths), fileKey, nativeBinding, newestSchema };
}

/**
 * Puts a backup that was made ready in the place of the office; where that one is kept now, or null where there was none.
 * Passphrases and codes that were changed after the last backup stay as they are now, if they are of the same key.
 */
export function putInPlace(
  { header }: BackupSource,
  held: HeldOffice,
  done: { readonly found: Restorable; readonly rootKey: Buffer; readonly id: string; readonly at: number },
): string | null {
  const { found, rootKey, id, at } = done;
  const same = held.header?.officeId === header.officeId && held.rootKey?.equals(rootKey) === true;
  const page: OfficeHeader = same && held.header !== undefined ? held.header : header;
  const lost = found.loss.kind === 'counted' ? found.loss.acts : found.loss.kind === 'noOffice' ? 0 : null;
  const restored = { id, stamp: found.stamp, at, lost, epoch: found.epoch };
  const name = `replaced ${dateTimeOf(at).replaceAll(':', '.')}`;
  return swapOffice(
    held.paths,
    (aside) => restoredHeader(page, { ...restored, ...(aside === undefined ? {} : { aside }) }),
    name,
  );
}
