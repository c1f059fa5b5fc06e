import type Database from 'better-sqlite3';
import { keepReadings, type ReadingRow, readingAlertsOf, readingsOf } from '#db/repositories/readings.ts';
import {
  exceeded,
  isSameSearch,
  type ReadingCount,
  readingOf,
  TEN_MINUTES_MS,
} from '#shared/domain/privacy/reading.ts';
import { type ReadingMeasure, readingMeasures } from '#shared/domain/privacy/states.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** Who reads, and when. */
type Reader = Pick<QueryContext, 'actor' | 'now' | 'today' | 'setting'>;

/** Counting may be some seconds behind on the disk; writing it down is a commit of its own. */
const KEEP_EVERY_MS = 5_000;
/** Days after which it is forgotten what somebody read. */
const KEPT_DAYS = 8;

type Kept = {
  readonly day: LocalDate;
  /** Records by measure, with the first look at each. */
  readonly seen: Readonly<Record<ReadingMeasure, Set<number>>>;
  /** First looks of the last ten minutes, the oldest first. */
  readonly recent: Readonly<Record<ReadingMeasure, number[]>>;
  /** What the log has told already, `measure window`. */
  readonly told: Set<string>;
  lastSearch: string;
};

/** The watch over what people read. */
export type Readings = ReturnType<typeof watchReadings>;

/**
 * Counts what each person reads of customers: records opened, rows of lists, searches, reveals; each record once a day.
 * Above the office’s limits it writes an alert into the log, once a day for each limit. It refuses nobody anything
 * (decision 21).
 */
export function watchReadings(options: { readonly client: Database.Database; readonly act: Corridor['act'] }) {
  const { client, act } = options;
  const people = new Map<number, Kept>();
  let fresh: ReadingRow[] = [];
  let freshDay: LocalDate | undefined;
  let keptAt = 0;
  const alerts: { readonly accountId: number; readonly count: ReadingCount }[] = [];

  function of(accountId: number, day: LocalDate): Kept {
    const known = people.get(accountId);
    if (known?.day === day) return known;
    const kept: Kept = {
      day,
      seen: { reveals: new Set(), files: new Set(), searches: new Set(), rows: new Set() },
      recent: { reveals: [], files: [], searches: [], rows: [] },
      told: new Set(readingAlertsOf(client, day, accountId).map(toldOf)),
      lastSearch: '',
    };
    for (const { measure, recordId, at } of readingsOf(client, day, accountId)) {
      kept.seen[measure].add(recordId);
      kept.recent[measure].push(at);
    }
    people.set(accountId, kept);
    return kept;
  }

  function add(accountId: number, kept: Kept, measure: ReadingMeasure, ids: readonly number[], at: number): boolean {
    const seen = kept.seen[measure];
    const before = seen.size;
    for (const recordId of ids) {
      if (seen.has(recordId)) continue;
      seen.add(recordId);
      kept.recent[measure].push(at);
      fresh.push({ accountId, measure, recordId, at });
    }
    freshDay ??= kept.day;
    return seen.size > before;
  }

  function countsAt(kept: Kept, now: number) {
    const day = { reveals: 0, files: 0, searches: 0, rows: 0 };
    const tenMinutes = { ...day };
    for (const measure of readingMeasures) {
      const { recent, seen } = kept;
      const from = recent[measure].findIndex((at) => at > now - TEN_MINUTES_MS);
      recent[measure].splice(0, from < 0 ? recent[measure].length : from);
      day[measure] = seen[measure].size;
      tenMinutes[measure] = recent[measure].length;
    }
    return { day, tenMinutes };
  }

  function judge({ actor, now, setting }: Reader, kept: Kept): void {
    for (const count of exceeded(countsAt(kept, now), setting('readingLimits'))) {
      const key = `${count.measure} ${count.window}`;
      if (kept.told.has(key)) continue;
      kept.told.add(key);
      alerts.push({ accountId: actor.id, count });
    }
  }

  /** A person was shown something; what shows nobody is not counted. */
  function note(path: string, reader: Reader, input: unknown, output: unknown): void {
    const reading = readingOf(path, input, output);
    if (reading === undefined) return;
    const { now, today } = reader;
    const accountId = reader.actor.id;
    const kept = of(accountId, today);
    const { files, rows, search } = reading;
    let more = add(accountId, kept, 'files', files, now);
    if (add(accountId, kept, 'rows', rows, now)) more = true;
    if (search !== null && !isSameSearch(search, kept.lastSearch)) {
      add(accountId, kept, 'searches', [kept.seen.searches.size + 1], now);
      more = true;
    }
    if (search !== null) kept.lastSearch = search;
    if (more) judge(reader, kept);
  }

  /** A person has asked to see the numbers of a customer. */
  function revealed(reader: Reader, customerId: number): void {
    const kept = of(reader.actor.id, reader.today);
    if (add(reader.actor.id, kept, 'reveals', [customerId], reader.now)) judge(reader, kept);
  }

  /** Writes down what was counted since, when it is time or asked for, and tells what is to be told. */
  async function keep(now: number, atOnce = false): Promise<void> {
    const rows = fresh;
    const day = freshDay;
    if (rows.length > 0 && day !== undefined && (atOnce || alerts.length > 0 || now - keptAt >= KEEP_EVERY_MS)) {
      fresh = [];
      freshDay = undefined;
      keptAt = now;
      await act({
        procedure: 'office.keepReadings',
        run: ({ tx, today }) => keepReadings(tx.client, day, addDays(today, -KEPT_DAYS), rows),
      });
    }
    for (const { accountId, count } of alerts.splice(0))
      await act({
        procedure: 'office.watchReading',
        run: ({ happened }) => happened({ kind: 'readUnusually', noun: 'accounts', id: accountId, data: { ...count } }),
      });
  }

  /** What a person has read today, over both windows. */
  function countsOf({ actor, now, today, setting }: Reader) {
    const counts = countsAt(of(actor.id, today), now);
    return { counts, above: exceeded(counts, setting('readingLimits')) };
  }

  /** How much somebody has read on a day. */
  function todayOf(accountId: number, day: LocalDate): Record<ReadingMeasure, number> {
    const { seen } = of(accountId, day);
    return {
      reveals: seen.reveals.size,
      files: seen.files.size,
      searches: seen.searches.size,
      rows: seen.rows.size,
    };
  }

  return { note, revealed, keep, countsOf, todayOf };
}

function toldOf(data: string): string {
  const { measure, window } = JSON.parse(data) as ReadingCount;
  return `${measure} ${window}`;
}
