import { DomainError } from '#shared/kernel/errors.ts';
import { type OfficeHeader, type OfficePaths, officeHeaderSchema, readOfficeHeader } from './office-folder.ts';
import type { PcSettingsFile } from './pc-settings.ts';

/**
 * The page of an office as it lies beside its backups: without the key that only its own PC's keychain opens. Throws
 * BACKUP_NO_KEY: a copy that nobody can open elsewhere is none.
 */
export function pageBesideBackups(header: OfficeHeader): string {
  const { moved: _moved, returned: _returned, ...page } = header;
  const keys = page.keys.filter(({ kind }) => kind !== 'keychain');
  if (keys.length === 0) throw new DomainError('BACKUP_NO_KEY');
  return `${JSON.stringify(officeHeaderSchema.parse({ ...page, keys }), null, 2)}\n`;
}

/**
 * What a PC gives to the backups of its office: the page without the key that only its own keychain opens, read anew each
 * time, for passphrases and recovery codes change; and the place that it remembers for this very office.
 */
export function backupHostOf(paths: OfficePaths, settings: PcSettingsFile) {
  const header = () => {
    const found = readOfficeHeader(paths);
    if (found === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    return found;
  };
  const officeId = header().officeId;
  return {
    page: () => ({ officeId, text: pageBesideBackups(header()) }),
    place: () => {
      const remembered = settings.get().backups;
      return remembered?.officeId === officeId ? remembered.place : null;
    },
    remember: (place: string): void => void settings.update({ backups: { officeId, place } }),
  };
}
