import type { KeyChangeAct, RekeyOrder } from '#db/rekey-office.ts';
import { keyName } from '#electron/device/keyring.ts';
import type { OfficeHeader } from '#electron/device/office-folder.ts';
import type { HeldOffice } from '#electron/device/office-gate-types.ts';
import { retiredName, sideFolder, swapOffice } from '#electron/device/office-swap.ts';
import { keyPairOf } from '#electron/server/keys.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** What is told to whoever writes a held office beside itself under another key. Throws OFFICE_NOT_OPEN. */
export function rekeyOrder(
  { paths, rootKey }: HeldOffice,
  to: Buffer,
  asked: { readonly act: Omit<KeyChangeAct, 'names'>; readonly nativeBinding: string | undefined },
): RekeyOrder {
  if (rootKey === undefined) throw new DomainError('OFFICE_NOT_OPEN');
  const names = { from: keyName(rootKey), to: keyName(to) };
  return {
    folder: paths.folder,
    side: sideFolder(paths),
    from: keyPairOf(rootKey),
    to: keyPairOf(to),
    act: { ...asked.act, names },
    nativeBinding: asked.nativeBinding,
  };
}

/**
 * Puts what was written under the new key in the place of the office. What it was under the old one goes away once the new
 * one is open.
 */
export function putUnderKey({ paths }: HeldOffice, page: OfficeHeader, at: number): void {
  swapOffice(paths, () => page, retiredName(at));
}
