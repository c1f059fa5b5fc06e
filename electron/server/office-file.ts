import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { snapshot } from '#db/backup.ts';
import { checkCondition, checkPlace, howLeft, keepPrivate } from '#db/condition.ts';
import { type OpenDatabase, openDatabase } from '#db/connection.ts';
import { logMark } from '#db/log-mark.ts';
import { lostActs } from '#db/lost-acts.ts';
import { markRestored } from '#db/mark-restored.ts';
import { migrate, readMigrations, schemaVersion } from '#db/migrate.ts';
import { newestSeq } from '#db/repositories/events.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import { refusalOf } from './kernel/faults.ts';
import { officeKeys } from './keys.ts';
import type { OfficeOptions } from './office-options.ts';

/** The database of an office's folder. */
export const databaseName = 'office.db';

/**
 * Opens the file, looks at its condition and brings it to this program's version, after a backup. A disk that does not want
 * to is named so. Its key is the office's own, which proved itself before: a file that does not open with it is damaged.
 */
export function openOfficeFile(
  { folder, ports, nativeBinding, migrations, returned, restored, ring, established, pcName = 'office' }: OfficeOptions,
  key: Uint8Array,
): OpenDatabase {
  let database: OpenDatabase | undefined;
  const file = path.join(folder, databaseName);
  if (established === true && !existsSync(file)) throw new DomainError('OFFICE_FILE_LOST', { folder });
  try {
    checkPlace(folder);
    const left = howLeft(file);
    // Before it is opened: what SQLite makes beside it takes its rights.
    if (existsSync(file)) keepPrivate(file);
    const opened = openDatabase({ file, key, nativeBinding });
    database = opened;
    keepPrivate(file);
    if (schemaVersion(opened.client) > 0) {
      checkCondition(opened.client, left);
      const missing = logMark(file).seen() - newestSeq(opened.client);
      if (missing > 0) throw new DomainError('DATABASE_DAMAGED', { missing });
    }
    migrate(opened.client, readMigrations(migrations), () => {
      const backups = path.join(folder, 'backups');
      mkdirSync(backups, { recursive: true });
      const stamp = dateTimeOf(ports.clock()).replaceAll(/\D/g, '');
      const name = `before-migration-${schemaVersion(opened.client)}-${stamp}.db`;
      snapshot(opened.client, path.join(backups, name), { key, nativeBinding });
    });
    if (returned === true) opened.client.exec('delete from host_identity');
    if (restored !== undefined)
      markRestored(opened.client, restored, pcName, () => {
        // The office that stood here before, where it is kept: it alone knows what is gone.
        const kept = restored.aside === undefined ? undefined : path.join(folder, restored.aside, databaseName);
        // It may have been under another key of the office than the backup.
        const all = [key, ...(ring?.others ?? []).map(({ rootKey }) => officeKeys(rootKey).file)];
        return kept === undefined ? [] : lostActs(opened.client, { file: kept, keys: all, nativeBinding });
      });
    return opened;
  } catch (error) {
    database?.close();
    const { refusal, known } = refusalOf(error);
    if (refusal.code === 'DATABASE_KEY') throw new DomainError('DATABASE_DAMAGED');
    throw known ? refusal : error;
  }
}
