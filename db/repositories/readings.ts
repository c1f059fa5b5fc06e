import type Database from 'better-sqlite3';
import type { ReadingMeasure } from '#shared/domain/privacy/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** That somebody read a record on a day: when for the first time, UTC ms. */
export type ReadingRow = {
  readonly accountId: number;
  readonly measure: ReadingMeasure;
  readonly recordId: number;
  readonly at: number;
};

/** What a person has read on a day, the first look first. */
export function readingsOf(client: Database.Database, day: LocalDate, accountId: number): ReadingRow[] {
  return client
    .prepare<[string, number], ReadingRow>(
      `select account_id as accountId, measure, record_id as recordId, at from readings
         where day = ? and account_id = ? order by at`,
    )
    .all(day, accountId);
}

/** Writes down what was read on a day, and forgets what is older than a day. */
export function keepReadings(
  client: Database.Database,
  day: LocalDate,
  forgetBefore: LocalDate,
  rows: readonly ReadingRow[],
): void {
  const insert = client.prepare<[string, number, string, number, number]>(
    'insert or ignore into readings (day, account_id, measure, record_id, at) values (?, ?, ?, ?, ?)',
  );
  for (const { accountId, measure, recordId, at } of rows) insert.run(day, accountId, measure, recordId, at);
  client.prepare('delete from readings where day < ?').run(forgetBefore);
}

/** The alerts about a person's reading on a day, as they stand in the log. */
export function readingAlertsOf(client: Database.Database, day: LocalDate, accountId: number): string[] {
  return client
    .prepare<[number, string], string>(
      `select data from events where noun = 'accounts' and subject_id = ? and kind = 'readUnusually'
         and business_date = ? order by seq`,
    )
    .pluck()
    .all(accountId, day);
}
