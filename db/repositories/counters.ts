import { and, eq } from 'drizzle-orm';
import type { WriteTx } from '../access.ts';
import { counters } from '../schema/office.ts';

/**
 * Takes the next number of a kind and year, such as `RG-2026-0007`. Gapless: an undone transaction gives its number back,
 * because the counter is undone with it.
 */
export function nextNumber(tx: WriteTx, kind: string, year: number): string {
  const counter = tx
    .select()
    .from(counters)
    .where(and(eq(counters.kind, kind), eq(counters.year, year)))
    .get();
  const last = (counter?.last ?? 0) + 1;
  if (counter === undefined) tx.insert(counters, { kind, year, last });
  else tx.update(counters, counter.id, { last });
  return `${kind}-${year}-${String(last).padStart(4, '0')}`;
}

/**
 * A number that was given before the office had this program, as it stands on the old paper. Where it is written as ours
 * are, the counter goes on behind it, so that nobody gives it again.
 */
export function oldNumber(tx: WriteTx, number: string): string {
  const [, kind, year, given] = /^(RG|HT|SJ)-(\d{4})-(\d{4,9})$/.exec(number) ?? [];
  if (kind === undefined || year === undefined) return number;
  const counter = tx
    .select()
    .from(counters)
    .where(and(eq(counters.kind, kind), eq(counters.year, Number(year))))
    .get();
  const last = Number(given);
  if (counter === undefined) tx.insert(counters, { kind, year: Number(year), last });
  else if (counter.last < last) tx.update(counters, counter.id, { last });
  return number;
}
