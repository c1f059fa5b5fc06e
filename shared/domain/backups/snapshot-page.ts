import { z } from 'zod';
import { dayOf, instantOf, timeOf } from '#shared/kernel/local-date.ts';

/** Why a snapshot was made: it was due, the day was closed, somebody asked for it, or the office's key is about to change. */
export const backupReasons = ['schedule', 'dayClose', 'asked', 'keyChange'] as const;
/** See {@link backupReasons}. */
export type BackupReason = (typeof backupReasons)[number];

/** What is counted in an office and in its copy alike. */
export const officeTotalsSchema = z.object({
  /** Rows of each table. */
  rows: z.record(z.string(), z.int().nonnegative()),
  /** Everything that receipts were ever written for, voided ones too, in fen. */
  receiptsFen: z.int(),
});
/** See {@link officeTotalsSchema}. */
export type OfficeTotals = z.output<typeof officeTotalsSchema>;

/**
 * The page beside a snapshot (`<stamp>.json`). It is written last, when the snapshot has been opened and compared: a
 * snapshot without a page is none. It names tables and counts them, nobody and nothing of the business.
 */
export const snapshotPageSchema = z.object({
  /** When it was begun, UTC ms. */
  at: z.int(),
  /** The last event in it: its number, its hash; and how many there are. */
  seq: z.int().nonnegative(),
  head: z.string(),
  events: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
  /** How many tables there are. */
  tables: z.int().nonnegative(),
  schemaVersion: z.int().nonnegative(),
  /** Version of the program that wrote it; null for a script. */
  programVersion: z.string().nullable(),
  totals: officeTotalsSchema,
  /** A reason that this program does not know yet is nothing to lose a snapshot over. */
  reason: z.enum(backupReasons).catch('schedule'),
  tookMs: z.int().nonnegative(),
  /** When it was last opened and compared, UTC ms. */
  verifiedAt: z.int(),
  /** Name of the key that it is under; null: the one that the office was founded with. */
  key: z.string().nullable().default(null),
  /** Papers and scans that it names, and how many of them the office itself no longer has. */
  files: z.object({ count: z.int().nonnegative(), missing: z.int().nonnegative() }),
});
/** See {@link snapshotPageSchema}. */
export type SnapshotPage = z.output<typeof snapshotPageSchema>;

/** A snapshot that counts, by the name of its two files. */
export type Snapshot = SnapshotPage & { readonly stamp: string };

/** The name of a snapshot that is begun at an instant, by the office's clock: `20261126-203000`. */
export function stampOf(at: number): string {
  const day = dayOf(at);
  const seconds = Math.floor((at - instantOf(day)) / 1000) % 60;
  return `${day.replaceAll('-', '')}-${timeOf(at).replace(':', '')}${String(seconds).padStart(2, '0')}`;
}

/** True for the name of a snapshot. */
export function isStamp(name: string): boolean {
  return /^\d{8}-\d{6}$/.test(name);
}

/** The newest of some snapshots that lies not in the future; a clock that went ahead for a day hides nothing. */
export function newestOf<S extends { readonly at: number }>(snapshots: readonly S[], now: number): S | undefined {
  const past = snapshots.filter(({ at }) => at <= now + AHEAD_MS);
  return past.toSorted((one, other) => other.at - one.at)[0];
}

/** Clocks may differ by so much without anybody noticing, ms. */
export const AHEAD_MS = 5 * 60_000;
