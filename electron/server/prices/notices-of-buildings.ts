import { and, eq } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { documents } from '#db/schema/papers.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** The number of a building's price notice for a day: the same building has one for each day. */
export function noticeNumber(buildingId: number, inForceOn: LocalDate): string {
  return `JG-${inForceOn.replaceAll('-', '')}-${String(buildingId).padStart(3, '0')}`;
}

/** True when the notice of a building for the day of a batch was issued after the batch was agreed to. */
export function noticeIssued(
  db: ReadDb,
  buildingId: number,
  { effectiveOn, approvedAt }: { readonly effectiveOn: LocalDate; readonly approvedAt: number | null },
): boolean {
  if (approvedAt === null) return false;
  return db
    .select({ number: documents.number, issuedAt: documents.issuedAt })
    .from(documents)
    .where(
      and(
        eq(documents.kind, 'priceNotice'),
        eq(documents.noun, 'buildings'),
        eq(documents.subjectId, buildingId),
        eq(documents.state, 'issued'),
      ),
    )
    .all()
    .some(({ number, issuedAt }) => number === noticeNumber(buildingId, effectiveOn) && issuedAt >= approvedAt);
}
