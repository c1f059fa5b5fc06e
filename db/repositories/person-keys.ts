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

/**
 * Destroys the key of a person, as the law may ask (decision 2): what the event log holds about the person stays in its
 * place, nobody can read it any more, and the chain still fits. The bytes are overwritten, not only let go.
 */
export function destroyPersonKey(client: Database.Database, id: number, now: number): void {
  client.pragma('secure_delete = ON');
  try {
    client.prepare('update person_keys set key = null, destroyed_at = ? where id = ?').run(now, id);
  } finally {
    client.pragma('secure_delete = OFF');
  }
}
