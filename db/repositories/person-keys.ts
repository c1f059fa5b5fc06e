import type Database from 'better-sqlite3';
import { newKey } from '../personal.ts';

/** Makes a key for a person and returns its number. */
export function createPersonKey(client: Database.Database): number {
  return Number(client.prepare('insert into person_keys (key) values (?)').run(newKey()).lastInsertRowid);
}

/** The key of a person; undefined once it has been destroyed. */
export function personKeyOf(client: Database.Database, id: number): Buffer | undefined {
  const row = client.prepare<[number], { key: Buffer | null }>('select key from person_keys where id = ?').get(id);
  return row?.key ?? undefined;
}
