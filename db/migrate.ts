import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';

/** One migration: its number, its name (a sentence) and its SQL. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** Reads a folder of migrations `0001-<sentence>.sql`, in order; throws when a number is missing or used twice. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name: name.slice(5, -4),
      sql: readFileSync(path.join(folder, name), 'utf8'),
    }));
  for (const [index, migration] of migrations.entries())
    if (migration.version !== index + 1) throw new Error(`Migration ${index + 1} is missing in ${folder}`);
  return migrations;
}

/** The version of an open file: the number of the last migration that ran. */
export function schemaVersion(client: Database.Database): number {
  return Number(client.pragma('user_version', { simple: true }));
}

/**
 * Brings a file to the newest version. `backup` is called before the first step of a file that holds anything.
 * Foreign keys are switched off outside the transaction and checked before the commit: a rebuilt table would otherwise
 * empty its children. Throws `DATABASE_NEWER` for a file of a newer program; any fault undoes everything.
 */
export function migrate(client: Database.Database, migrations: readonly Migration[], backup: () => void): number {
  const current = schemaVersion(client);
  if (current > migrations.length)
    throw new DomainError('DATABASE_NEWER', { fileVersion: current, programVersion: migrations.length });
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return current;
  if (current > 0) backup();
  client.pragma('foreign_keys = OFF');
  try {
    client.transaction(() => {
      for (const migration of pending) client.exec(migration.sql);
      const orphans = client.pragma('foreign_key_check');
      if (Array.isArray(orphans) && orphans.length > 0)
        throw new DomainError('DATABASE_DAMAGED', { rows: orphans.length });
      client.pragma(`user_version = ${migrations.length}`);
    })();
  } finally {
    client.pragma('foreign_keys = ON');
  }
  return migrations.length;
}
