import { type OfficeHeader, officePaths, readOfficeHeader } from '#electron/device/office-folder.ts';
import type { RestoreOffer } from '#shared/api/pc-restore.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type BackupSource, backupSourceAt } from './backup-source.ts';

/** Where this PC had its office backed up, and how far the log of that office was when it was last open here. */
export type KnownBackups = { readonly officeId: string; readonly place: string; readonly seq: number | undefined };

/** The backups that this PC remembers of an office, whose page may not be read any more; undefined: none of this one. */
export function knownSource(
  known: KnownBackups | undefined,
  header: OfficeHeader | undefined,
): BackupSource | undefined {
  if (known === undefined || (header !== undefined && header.officeId !== known.officeId)) return undefined;
  return backupSourceAt(known.place, known.officeId);
}

/** What can be offered to somebody whose office in this folder can't be read: the newest backup that counts. */
export function backupOffer(folder: string, known: KnownBackups | undefined): RestoreOffer {
  try {
    const source = knownSource(known, headerAt(folder));
    const newest = source?.snapshots[0];
    if (source === undefined || newest === undefined) return { kind: 'none' };
    const { stamp, at, seq } = newest;
    const acts = known?.seq === undefined ? null : Math.max(0, known.seq - seq);
    return { kind: 'found', folder: source.root, stamp, at, acts };
  } catch {
    return known === undefined ? { kind: 'none' } : { kind: 'missing', folder: known.place };
  }
}

function headerAt(folder: string): OfficeHeader | undefined {
  try {
    return readOfficeHeader(officePaths(folder));
  } catch (error) {
    // It may be its page that is damaged.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
