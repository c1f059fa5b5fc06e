import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { migrate, readMigrations } from '#db/migrate.ts';
import { officeKeys } from '#electron/server/keys.ts';

/** The variable that tells test processes where the files of new offices lie. */
const folderVariable = 'ZHIYE_TEST_FIRST_PAGES';

/** Under how many keys: two offices of one test have different ones, as offices have. */
const KEYS = 4;

/** Where the migrations of the program lie. */
export const migrationsFolder = path.resolve(import.meta.dirname, '../../db/migrations');

/**
 * Makes the file of a new office once for a whole run, under several throw-away keys: every migration costs a test office
 * more than all else that it does. That the migrations make this file is what `tests/migrations` and the suites of whole
 * programs look at.
 */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-first-pages-'));
  const migrations = readMigrations(migrationsFolder);
  for (let made = 0; made < KEYS; made += 1) {
    const rootKey = randomBytes(32);
    const file = path.join(folder, `${rootKey.toString('hex')}.db`);
    const database = openDatabase({ file, key: officeKeys(rootKey).file });
    migrate(database.client, migrations, () => undefined);
    database.close();
  }
  process.env[folderVariable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

let laid = 0;

/**
 * Lays the file of a new office into an empty folder and gives its root key, each time another than the last. Where no
 * files were made before, or the folder holds an office already, it lays none: whoever opens the office founds it.
 */
export function layFirstPages(folder: string): Buffer {
  const from = process.env[folderVariable];
  const target = path.join(folder, 'office.db');
  if (from === undefined || existsSync(target)) return randomBytes(32);
  const names = readdirSync(from).toSorted();
  const name = names[laid % names.length] ?? '';
  laid += 1;
  copyFileSync(path.join(from, name), target);
  return Buffer.from(path.basename(name, '.db'), 'hex');
}
