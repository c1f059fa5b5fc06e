import { statSync } from 'node:fs';
import path from 'node:path';
import type { RelocationProgress, RelocationTotals } from '#shared/domain/relocation/steps.ts';
import { snapshot } from './backup.ts';
import { comparedCopy } from './compared-copy.ts';
import { type FileKey, openDatabase } from './connection.ts';
import { copyFiles, filesIn } from './copy-files.ts';
import { releaseServing } from './repositories/terminals.ts';

/** Which office is copied where. Nobody may write in it meanwhile; the target is empty. */
export type CopyOrder = {
  readonly folder: string;
  readonly target: string;
  readonly fileKey: FileKey;
  /** UTC ms. */
  readonly at: number;
  readonly nativeBinding: string | undefined;
};

/** The database and the files in the folder of an office, and in that of its copies. */
export const databaseName = 'office.db';
/** See {@link databaseName}. */
export const filesName = 'blobs';

/**
 * Copies the database and the files of an office and opens the copy: it is whole, its log is unbroken, and every table
 * and file is as it was. The folder's own page is not copied, so that the copy is no office yet. Throws BACKUP_FAILED,
 * LOG_BROKEN, DISK_FULL.
 */
export async function copyOffice(
  { folder, target, fileKey: key, at, nativeBinding }: CopyOrder,
  tell: (progress: RelocationProgress) => void,
): Promise<RelocationTotals> {
  const copy = path.join(target, databaseName);
  tell({ step: 'database', percent: 0 });
  const source = openDatabase({ file: path.join(folder, databaseName), key, nativeBinding });
  try {
    const found = snapshot(source.client, copy, { key, nativeBinding }, (opened) => {
      tell({ step: 'chain', percent: 0 });
      return comparedCopy(source.client, opened, { quiet: true });
    });
    releaseCopy(copy, { key, nativeBinding }, at);
    const from = path.join(folder, filesName);
    const files = await copyFiles(filesIn(from), { from, to: path.join(target, filesName) }, (percent) =>
      tell({ step: 'files', percent }),
    );
    const { events, head, tables, totals } = found;
    const rows = Object.values(totals.rows).reduce((sum, count) => sum + count, 0);
    return { events, head, tables, rows, files: files.count, sizeBytes: files.sizeBytes + statSync(copy).size };
  } finally {
    source.close();
  }
}

/** Whoever opens it there is meant to serve it, and no terminal goes back to this PC. */
function releaseCopy(
  copy: string,
  options: { readonly key: FileKey; readonly nativeBinding: string | undefined },
  at: number,
): void {
  const opened = openDatabase({ ...options, file: copy });
  try {
    releaseServing(opened.client, at);
    // What only lives beside an open file is written back into it: the copy is one file.
    opened.client.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    opened.close();
  }
}
