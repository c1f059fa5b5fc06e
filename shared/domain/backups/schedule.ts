import { z } from 'zod';
import { addDays, dayOf, instantOf } from '#shared/kernel/local-date.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When the office works, as a person sets it, and how often it is copied then. */
export const backupHoursSchema = z
  .strictObject({ opens: clockTime, closes: clockTime, everyMinutes: z.int().min(5).max(60) })
  .refine(({ opens, closes }) => opens < closes, 'closes before it opens');

/** See {@link backupHoursSchema}. */
export type BackupHours = z.output<typeof backupHoursSchema>;

const MINUTE_MS = 60_000;
/** An office in which nothing happens, and one after its hours, is copied no more often than this. */
const SLOW_MS = 60 * MINUTE_MS;
/** What failed is tried again after a minute, then two, four, eight, at last fifteen. */
const RETRY_MOST_MINUTES = 15;

/** Minutes into the day. */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** True while the office works. */
function isWithin(hours: BackupHours, at: number): boolean {
  const minute = (at - instantOf(dayOf(at))) / MINUTE_MS;
  return minute >= minutesOf(hours.opens) && minute < minutesOf(hours.closes);
}

/** When the office begins to work next after an instant. */
function nextOpening(hours: BackupHours, after: number): number {
  const today = dayOf(after);
  const opening = instantOf(today, minutesOf(hours.opens));
  return opening > after ? opening : instantOf(addDays(today, 1), minutesOf(hours.opens));
}

/** What decides when the next snapshot is due. */
export type BackupFacts = {
  readonly now: number;
  readonly hours: BackupHours;
  /** When the newest good one was begun; null: there is none. */
  readonly newestAt: number | null;
  /** Something has happened since. */
  readonly changed: boolean;
  /** Attempts that failed since the last one that did not, and when the last of them was. */
  readonly failures: number;
  readonly triedAt: number | null;
};

/**
 * When the next snapshot is due, UTC ms: every quarter of an hour while the office works and something happens in it, every
 * hour while nothing does; after hours an hour after the last one if something has happened, else when it opens.
 */
export function nextBackupAt({ now, hours, newestAt, changed, failures, triedAt }: BackupFacts): number {
  if (failures > 0 && triedAt !== null && triedAt <= now)
    return triedAt + Math.min(RETRY_MOST_MINUTES, 2 ** (failures - 1)) * MINUTE_MS;
  // None yet, or one from a clock that ran ahead.
  if (newestAt === null || newestAt > now) return now;
  const working = isWithin(hours, newestAt) || isWithin(hours, now);
  if (working) return newestAt + (changed ? hours.everyMinutes * MINUTE_MS : SLOW_MS);
  return changed ? newestAt + SLOW_MS : nextOpening(hours, now);
}

/** The newest good one may be so old while the office works, ms. */
const OLDEST_MS = 2 * 60 * MINUTE_MS;
/** After it was opened the office has so long to make the first one, ms. */
const BEGIN_MS = 15 * MINUTE_MS;

/** What is wrong with the office's snapshots: `act` today, `watch` soon. */
export type BackupAlarm<Code extends string = string> = {
  readonly kind: 'noPlace' | 'failed' | 'old';
  readonly level: 'act' | 'watch';
  /** Why the last attempt failed. */
  readonly code: Code | null;
  /** The newest good one; null: there is none. */
  readonly newestAt: number | null;
};

/** What decides whether somebody has to be told. */
export type AlarmFacts<Code extends string> = Pick<BackupFacts, 'now' | 'hours' | 'newestAt'> & {
  readonly openedAt: number;
  /** A place is chosen. */
  readonly place: boolean;
  /** Why the last attempt failed, if it did. */
  readonly failure: Code | null;
};

/** What managers and administrators are told of the snapshots; null where all is well. */
export function judgeBackups<Code extends string>(facts: AlarmFacts<Code>): BackupAlarm<Code> | null {
  const { now, hours, newestAt, openedAt, failure } = facts;
  const old = newestAt === null || now - newestAt > OLDEST_MS;
  if (!facts.place) return { kind: 'noPlace', level: 'act', code: null, newestAt };
  if (failure !== null) return { kind: 'failed', level: old ? 'act' : 'watch', code: failure, newestAt };
  // Over night it is old, and nobody has to do anything about it: the first one is made at the opening.
  if (old && isWithin(hours, now) && now - openedAt > BEGIN_MS)
    return { kind: 'old', level: 'act', code: null, newestAt };
  return null;
}
