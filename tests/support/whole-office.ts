import { createHash } from 'node:crypto';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { type OpenDatabase, openDatabase } from '#db/connection.ts';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { officeKeys } from '#electron/server/keys.ts';
import type { Told } from './acting-process.ts';

/** What an office's file came to after its process or its PC fell. */
export type Examined = {
  /** Acknowledged acts that are not there, or not once. */
  readonly lost: readonly string[];
  /** What else is wrong with the file, in words. */
  readonly faults: readonly string[];
};

/**
 * Opens the file as the program does and looks at all of it: every acknowledged act is there once, every other one whole
 * or not at all, no page is damaged, the log is unbroken, and with `replayed` every table is what the log says.
 */
export function examine(
  folder: string,
  rootKey: Uint8Array,
  told: Pick<Told, 'asked' | 'acknowledged' | 'refused'>,
  replayed = true,
): Examined {
  const faults: string[] = [];
  let database: OpenDatabase | undefined;
  try {
    database = openDatabase({ file: path.join(folder, 'office.db'), key: officeKeys(rootKey).file });
    const { client } = database;
    const answer = client.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') faults.push(`integrity: ${String(answer)}`);
    verifyLog(client);
    const answered = counts(client.prepare<[], Counted>('select request_id as id, 1 as times from requests').all());
    const written = counts(
      client.prepare<[], Counted>('select request_id as id, count(*) as times from events group by request_id').all(),
    );
    const lost = told.acknowledged.filter((id) => answered.get(id) !== 1 || written.get(id) !== 1);
    for (const id of told.asked)
      if (answered.get(id) !== written.get(id))
        faults.push(`${id} has ${answered.get(id) ?? 0} answers and ${written.get(id) ?? 0} events`);
    for (const id of told.refused) if (written.has(id)) faults.push(`${id} was refused and has an event`);
    if (replayed) faults.push(...besideTheLog(client).map((name) => `${name} is not what the log says`));
    return { lost, faults };
  } catch (error) {
    return { lost: [], faults: [...faults, String(error)] };
  } finally {
    database?.close();
  }
}

/** The tables that are not what the log says: something was written beside it. */
export function besideTheLog(client: Database.Database): readonly string[] {
  const rebuilt = replay(client);
  return [...currentTables(client)].flatMap(([name, rows]) => (sameRows(rows, rebuilt.get(name)) ? [] : [name]));
}

/** What every act leaves, whatever it does: how many entries, answers, keys of persons and words to be found there are. */
export function tracesIn(client: Database.Database): string {
  const counts = ['events', 'event_changes', 'requests', 'person_keys', 'grams'].map((name) =>
    client.prepare<[], number>(`select count(*) from ${name}`).pluck().get(),
  );
  return counts.join(' ');
}

type Counted = { readonly id: string; readonly times: number };

function counts(rows: readonly Counted[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id, times }) => [id, times]));
}

function sameRows(one: ReadonlyMap<number, unknown>, other: ReadonlyMap<number, unknown> | undefined): boolean {
  const sorted = (rows: ReadonlyMap<number, unknown>) =>
    JSON.stringify(
      [...rows].toSorted(([a], [b]) => a - b).map(([id, row]) => [id, Object.entries(Object(row)).toSorted()]),
    );
  return other !== undefined && sorted(one) === sorted(other);
}

/** What only grows and is never changed: how much of it there is says whether something came. */
const growing: ReadonlySet<string> = new Set(['events', 'event_changes', 'requests']);

/** A print of every table: equal as long as nothing was written. */
export function printOf(client: Database.Database): string {
  const names = client
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all();
  const hash = createHash('sha256');
  for (const name of names) {
    const rows = client.prepare(growing.has(name) ? `select count(*) from "${name}"` : `select * from "${name}"`);
    hash.update(name);
    for (const row of rows.raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
