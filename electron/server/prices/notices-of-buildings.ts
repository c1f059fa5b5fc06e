import { and, eq } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { documents } from '#db/schema/papers.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Papers that list the prices of a building. */
export type PricePaper = 'priceNotice' | 'priceList' | 'floorPriceList';

/** The number of such a paper for a day: the same building has one of each kind for each day. */
export function pricePaperNumber(kind: PricePaper, buildingId: number, inForceOn: LocalDate): string {
  const { numberPrefix } = documentKindOf(kind);
  return `${numberPrefix}-${inForceOn.replaceAll('-', '')}-${String(buildingId).padStart(3, '0')}`;
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
    .some(
      ({ number, issuedAt }) =>
        number === pricePaperNumber('priceNotice', buildingId, effectiveOn) && issuedAt >= approvedAt,
    );
}
