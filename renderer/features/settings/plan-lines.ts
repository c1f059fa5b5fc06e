import type { PlanLineTemplate } from '#shared/domain/plans/template.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

/** How much a line of a way to pay is, in the order in which an office asks. */
export const shareKinds = ['percent', 'amount', 'deposit', 'rest'] as const;
/** How much a line of a way to pay is. */
export type ShareKind = (typeof shareKinds)[number];

/** From what the due day of a line counts: one of two events, or no event but a day of its own. */
export const dueKinds = ['subscription', 'signing', 'on'] as const;
/** From what the due day of a line counts. */
export type DueKind = (typeof dueKinds)[number];

/** Banks lend whole ten thousands. */
export const WHOLE_LOAN = yuan(10_000);

/** The due day's kind as the form shows it. */
export function dueKindOf({ due }: PlanLineTemplate): DueKind {
  return due.kind === 'on' ? 'on' : due.event;
}

/** Turns a line into one of another measure; a line that takes the rest belongs to the price. */
export function withShare(line: PlanLineTemplate, kind: ShareKind): PlanLineTemplate {
  if (kind === line.share.kind) return line;
  if (kind === 'percent') return { ...line, share: { kind, ratePpm: 100_000, roundDownTo: null } };
  if (kind === 'amount') return { ...line, share: { kind, amount: yuan(10_000) } };
  if (kind === 'rest') return { ...line, share: { kind }, inPrice: true };
  return { ...line, share: { kind } };
}

/** Turns a line into one that is due after another event, with its months and days, or on a day. */
export function withDue(line: PlanLineTemplate, kind: DueKind, today: LocalDate): PlanLineTemplate {
  const { due } = line;
  if (kind === 'on') return due.kind === 'on' ? line : { ...line, due: { kind, on: today } };
  const { months, days } = due.kind === 'on' ? { months: 0, days: 0 } : due;
  return { ...line, due: { kind: 'after', event: kind, months, days } };
}

/** Lines with one of them moved up (-1) or down (1) by a place; the same lines where it is at the end already. */
export function moved(lines: readonly PlanLineTemplate[], from: number, by: -1 | 1): readonly PlanLineTemplate[] {
  const line = lines[from];
  const other = lines[from + by];
  return line === undefined || other === undefined ? lines : lines.with(from, other).with(from + by, line);
}
