import { createHash } from 'node:crypto';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** What an event says besides the rows it changed. `data` holds no personal data. */
export type EventHeader = {
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly businessDate: LocalDate;
  readonly actorId: number | null;
  readonly terminal: string;
  readonly procedure: string;
  readonly requestId: string;
  readonly noun: string;
  readonly subjectId: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** An event as it lies in the log. */
export type StoredEvent = Omit<EventHeader, 'data'> & {
  readonly seq: number;
  readonly data: string;
  readonly changesHash: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** A changed row as it lies in the log. */
export type ChangeLine = {
  readonly table: string;
  readonly id: number;
  readonly before: string | null;
  readonly after: string | null;
};

/** The hash before the first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** The hash of the rows that an event changed, in their order. */
export function hashOfChanges(lines: readonly ChangeLine[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(JSON.stringify([line.table, line.id, line.before, line.after]));
  return hash.digest('hex');
}

/** The hash of an event, which covers the one before it and the rows it changed. */
export function hashOfEvent(event: Omit<StoredEvent, 'hash'>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        event.previousHash,
        event.seq,
        event.happenedAt,
        event.recordedAt,
        event.businessDate,
        event.actorId,
        event.terminal,
        event.procedure,
        event.requestId,
        event.noun,
        event.subjectId,
        event.kind,
        event.data,
        event.changesHash,
      ]),
    )
    .digest('hex');
}
