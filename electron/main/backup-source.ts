import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSnapshots } from '#db/backup-place.ts';
import { type OfficeHeader, officePaths, readOfficeHeader } from '#electron/device/office-folder.ts';
import type { Snapshot } from '#shared/domain/backups/snapshot-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** The backups of one office, found at a place. */
export type BackupSource = {
  /** The folder of the office at the place. */
  readonly root: string;
  /** Its page, with the keys that open it elsewhere. */
  readonly header: OfficeHeader;
  /** Those that count, the newest first. */
  readonly snapshots: readonly Snapshot[];
};

/**
 * Looks for the backups of an office where a person says they are: at their place, in the office's folder there, or in the
 * folder of the snapshots. With several offices at one place `officeId` says which. Throws RESTORE_NOT_FOUND,
 * RESTORE_SEVERAL, RESTORE_OTHER_OFFICE, and what reading the page throws.
 */
export function backupSourceAt(chosen: string, officeId: string | undefined): BackupSource {
  const roots = rootsAt(path.resolve(chosen));
  if (roots.length === 0) throw new DomainError('RESTORE_NOT_FOUND', { folder: chosen });
  const sources = roots.flatMap((root) => {
    const header = readOfficeHeader({ ...officePaths(root), database: path.join(root, 'snapshots') });
    return header === undefined ? [] : [{ root, header }];
  });
  const own = officeId === undefined ? sources : sources.filter(({ header }) => header.officeId === officeId);
  if (own.length === 0) throw new DomainError('RESTORE_OTHER_OFFICE', { folder: chosen });
  if (own.length > 1) throw new DomainError('RESTORE_SEVERAL', { folder: chosen });
  const [source] = own;
  if (source === undefined) throw new DomainError('RESTORE_NOT_FOUND', { folder: chosen });
  const snapshots = readSnapshots(path.join(source.root, 'snapshots'));
  if (snapshots.length === 0) throw new DomainError('RESTORE_NOT_FOUND', { folder: source.root });
  return { ...source, snapshots };
}

function rootsAt(chosen: string): string[] {
  const isRoot = (folder: string): boolean =>
    existsSync(path.join(folder, 'office.json')) && isFolder(path.join(folder, 'snapshots'));
  for (const folder of [chosen, path.dirname(chosen)]) if (isRoot(folder)) return [folder];
  if (!isFolder(chosen)) return [];
  return readdirSync(chosen)
    .filter((name) => name.startsWith('zhiye-'))
    .map((name) => path.join(chosen, name))
    .filter(isRoot);
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
