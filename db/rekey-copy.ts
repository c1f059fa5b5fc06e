import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '#shared/kernel/errors.ts';
import { flush, flushFolder } from './backup.ts';
import { openBlob, sealBlob } from './blob-cipher.ts';
import { checkpoint, type FileKey, openDatabase, rekey } from './connection.ts';
import { filesIn, newSuffix } from './copy-files.ts';

/** What opens the database and the files of an office. */
export type OfficeKeyPair = { readonly file: FileKey; readonly blobs: Uint8Array };

/** From which keys to which. */
export type Rekeying = {
  readonly from: OfficeKeyPair;
  readonly to: OfficeKeyPair;
  readonly nativeBinding: string | undefined;
};

/**
 * Puts the database file of a copy that nobody else has open under another key. The copy is worth nothing meanwhile: a fall
 * leaves half of it under either. Throws BACKUP_FAILED where the old key opens it afterwards or the new one does not.
 */
export function rekeyDatabase(file: string, { from, to, nativeBinding }: Rekeying): void {
  const opened = openDatabase({ file, key: from.file, nativeBinding });
  try {
    // What lies in a log beside the file would keep the old key.
    checkpoint(opened.client);
    opened.client.pragma('journal_mode = delete');
    rekey(opened.client, to.file);
  } finally {
    opened.close();
  }
  flush(file);
  if (opens(file, from.file, nativeBinding) || !opens(file, to.file, nativeBinding))
    throw new DomainError('BACKUP_FAILED', { reason: 'rekey' });
}

/** True when a key opens a database file. */
export function opens(file: string, key: FileKey, nativeBinding: string | undefined): boolean {
  try {
    openDatabase({ file, key, nativeBinding, readonly: true, copy: true }).close();
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'DATABASE_KEY') return false;
    throw error;
  }
}

/**
 * Writes papers and scans of one folder into another under another key; the two may be the same. What was damaged before
 * is taken over as it is, and how many those are is told. Each is read back before it gets its name.
 */
export function rekeyFiles(
  { from, to }: Rekeying,
  folders: { readonly from: string; readonly to: string },
  tell: (percent: number) => void,
): { readonly count: number; readonly damaged: number } {
  const files = filesIn(folders.from);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  mkdirSync(folders.to, { recursive: true, mode: 0o700 });
  const touched = new Set<string>();
  let [done, percent, damaged] = [0, -1, 0];
  for (const file of files) {
    const target = path.join(folders.to, file.name);
    touched.add(path.dirname(target));
    if (!rekeyFile(path.join(folders.from, file.name), target, { from, to })) damaged += 1;
    done += file.size;
    const now = size === 0 ? 100 : Math.floor((done / size) * 100);
    if (now !== percent) tell(now);
    percent = now;
  }
  for (const folder of [...touched, folders.to]) flushFolder(folder);
  return { count: files.length, damaged };
}

/** False for a file that was damaged already. */
function rekeyFile(source: string, target: string, { from, to }: Pick<Rekeying, 'from' | 'to'>): boolean {
  const sha256 = path.basename(source);
  const sealed = readFileSync(source);
  const bytes = opened(sealed, sha256, from.blobs);
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const fresh = `${target}${newSuffix}`;
  writeFileSync(fresh, bytes === undefined ? sealed : sealBlob(bytes, sha256, to.blobs), { mode: 0o600 });
  flush(fresh);
  if (bytes !== undefined) openBlob(readFileSync(fresh), sha256, to.blobs);
  renameSync(fresh, target);
  return bytes !== undefined;
}

function opened(sealed: Uint8Array, sha256: string, key: Uint8Array): Uint8Array | undefined {
  try {
    return openBlob(sealed, sha256, key);
  } catch {
    return undefined;
  }
}
