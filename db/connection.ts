import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';

/** The file's key: 32 random bytes, never derived from a password. */
export type FileKey = Uint8Array;

/** How a database file is opened. */
export type OpenOptions = {
  readonly file: string;
  readonly key: FileKey;
  /** A connection for reading only, as workers have. */
  readonly readonly?: boolean;
  /** A finished copy that nobody writes: opened as the one file it is, wherever it lies; only for reading. */
  readonly copy?: boolean;
  /** Path of another build of the SQLite binding; the test runtime needs one. */
  readonly nativeBinding?: string | undefined;
};

/** An open database: the raw client (pragmas, bulk statements) and drizzle over it. */
export type OpenDatabase = {
  readonly client: Database.Database;
  readonly drizzle: Drizzle;
  close(): void;
};

/** drizzle over better-sqlite3, with the database's snake_case names. */
export type Drizzle = BetterSQLite3Database;

/** How long a statement waits for another connection's lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;

const pragmas = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['temp_store', 2],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['secure_delete', 1],
  ['busy_timeout', BUSY_TIMEOUT_MS],
] as const;

/**
 * Opens an office's database file: the only place that does (a build of the binding that does not fit its runtime ends
 * the process without a word, so nobody else may choose one). Every pragma that the office relies on is set and read back.
 * Throws `DATABASE_KEY` for a wrong key or a file that is no database, `DATABASE_UNSAFE` when a pragma does not hold.
 */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const client = new Database(options.file, {
    readonly: options.readonly ?? false,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
  try {
    unlock(client, options.key);
    checkVersion(client);
    for (const [name, value] of pragmas) {
      // A copy has no journal beside it, and gets none by being looked at.
      if (name === 'journal_mode' && options.copy === true) continue;
      if (name !== 'journal_mode' || options.readonly !== true) client.pragma(`${name} = ${value}`);
      const actual = client.pragma(name, { simple: true });
      if (actual !== value) throw new DomainError('DATABASE_UNSAFE', { pragma: name });
    }
  } catch (error) {
    client.close();
    throw error;
  }
  return {
    client,
    drizzle: drizzle({ client: rememberingStatements(client), casing: 'snake_case' }),
    close: () => client.close(),
  };
}

/** Opens a database of an office with whichever of its keys it is under. Throws what `openDatabase` does with the last one. */
export function openWithAny(keys: readonly FileKey[], options: Omit<OpenOptions, 'key'>): OpenDatabase {
  let refused: unknown = new DomainError('DATABASE_KEY');
  for (const key of keys)
    try {
      return openDatabase({ ...options, key });
    } catch (error) {
      if (String(Reflect.get(Object(error), 'code')) !== 'DATABASE_KEY') throw error;
      refused = error;
    }
  throw refused;
}

/** Statements kept ready; lists of changing length make new ones, so the oldest go. */
const KEPT_STATEMENTS = 500;

/**
 * The client as drizzle sees it: drizzle prepares a statement anew for each question, and preparing costs as much as
 * most questions do. A question is over before the next one is asked, so that a statement can serve them all.
 */
function rememberingStatements(client: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const statement = client.prepare(source);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    kept.set(source, statement);
    return statement;
  };
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function unlock(client: Database.Database, key: FileKey): void {
  client.pragma(`cipher='sqlcipher'`);
  client.pragma('legacy=4');
  client.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  try {
    client.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')
      throw new DomainError('DATABASE_KEY');
    throw error;
  }
}

/** Puts an open file that is one of a kind's own and that nobody else has under another key, page by page. */
export function rekey(client: Database.Database, key: FileKey): void {
  client.pragma(`rekey="x'${Buffer.from(key).toString('hex')}'"`);
}

/** Up to 3.51.2 a file could be damaged by two connections that write back the log at once (sqlite.org/wal.html). */
const OLDEST_SQLITE = [3, 51, 3] as const;

function checkVersion(client: Database.Database): void {
  const version = String(client.prepare('select sqlite_version()').pluck().get());
  if (!isAtLeast(version, OLDEST_SQLITE)) throw new DomainError('DATABASE_UNSAFE', { pragma: `SQLite ${version}` });
}

/** True for a version `a.b.c` that is not older than another. */
export function isAtLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const differs = oldest.findIndex((part, at) => parts[at] !== part);
  return differs < 0 || (parts[differs] ?? 0) > (oldest[differs] ?? 0);
}

/** Gives up every copy of a file's pages in memory and writes the WAL back: before a file is copied or moved. */
export function checkpoint(client: Database.Database): void {
  client.pragma('wal_checkpoint(TRUNCATE)');
}
