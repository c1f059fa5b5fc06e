import type Database from 'better-sqlite3';
import type { LinkTo } from '#electron/transports/lan-link.ts';
import { doubleSalesIn } from './double-sales.ts';

/** What a process of terminals is told. */
export type RaceOrder = {
  readonly seats: readonly {
    readonly to: LinkTo;
    readonly loginName: string;
    /** Holds homes and gives up deals; the others lock and sell. */
    readonly leads: boolean;
    /** No two have the same. */
    readonly number: number;
  }[];
  readonly password: string;
  readonly homes: readonly number[];
  readonly attempts: number;
  readonly seed: number;
  /** The file into which it writes. */
  readonly history: string;
};

/** An attempt as it was asked; with what became of it once that is known. */
export type Attempt = {
  readonly id: string;
  readonly what: string;
  readonly unitId: number;
  readonly by: string;
  /** Monotonic ms, the same in every process. */
  readonly from: number;
  readonly to?: number;
  /** `ok`, or the code of the refusal. */
  readonly outcome?: string;
  readonly params?: Readonly<Record<string, unknown>>;
};

/** What may have been done or not: nobody was told. */
const unknown: ReadonlySet<string> = new Set(['OUTCOME_UNKNOWN', 'none']);

/** The attempts of all processes: of each the last that was said. What was begun and never ended is unknown. */
export function attemptsIn(lines: readonly string[]): Attempt[] {
  const byId = new Map<string, Attempt>();
  for (const line of lines) {
    // A process that was killed may have left half a line.
    if (!line.endsWith('}')) continue;
    const attempt: Attempt = JSON.parse(line);
    byId.set(attempt.id, attempt);
  }
  return [...byId.values()];
}

export type Checked = {
  readonly attempts: number;
  readonly won: number;
  readonly unknown: number;
  readonly doubleSales: number;
  /** What else does not fit, in words. */
  readonly anomalies: readonly string[];
};

/**
 * Judges the history of a race by the office's own log: no home was ever two people's; every act that was acknowledged is
 * in the log once, in an order that fits the clock; none that was refused is; what is unknown is there once or not at all;
 * and everybody who lost was told who had the home and since when.
 */
export function checkRace(client: Database.Database, attempts: readonly Attempt[]): Checked {
  const anomalies: string[] = [];
  const written = new Map<string, number[]>();
  for (const { id, seq } of client
    .prepare<[], { id: string; seq: number }>('select request_id as id, seq from events')
    .iterate())
    written.set(id, [...(written.get(id) ?? []), seq]);
  let won = 0;
  let open = 0;
  const done: { readonly attempt: Attempt; readonly seq: number }[] = [];
  for (const attempt of attempts) {
    const { id, what, outcome = 'none' } = attempt;
    const found = written.get(id) ?? [];
    if (found.length > 1) anomalies.push(`${what} ${id} was done ${found.length} times`);
    if (unknown.has(outcome)) open += 1;
    else if (outcome === 'ok') {
      won += 1;
      const [seq] = found;
      if (seq === undefined) anomalies.push(`${what} ${id} was acknowledged and is not there`);
      else done.push({ attempt, seq });
    } else if (found.length > 0) anomalies.push(`${what} ${id} was refused as ${outcome} and is there`);
    if (outcome.startsWith('differ') || outcome === 'INTERNAL') anomalies.push(`${what} ${id}: ${outcome}`);
    const { by, takenAt } = attempt.params ?? {};
    if (outcome === 'UNIT_TAKEN' && (typeof by !== 'string' || typeof takenAt !== 'number'))
      anomalies.push(`${what} ${id} lost and was not told to whom: ${JSON.stringify(attempt.params)}`);
  }
  // Whatever ended before another was begun comes before it in the log.
  let latestBegin = 0;
  for (const { attempt } of done.toSorted((a, b) => a.seq - b.seq)) {
    if ((attempt.to ?? Number.POSITIVE_INFINITY) < latestBegin)
      anomalies.push(`${attempt.what} ${attempt.id} came too late`);
    latestBegin = Math.max(latestBegin, attempt.from);
  }
  return { attempts: attempts.length, won, unknown: open, doubleSales: doubleSalesIn(client), anomalies };
}
