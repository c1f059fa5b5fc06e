import type { ReadDb } from '#db/access.ts';
import { attachmentsOf } from '#db/repositories/attachments.ts';
import { documentsOf } from '#db/repositories/documents.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { ContractBuyer } from '#shared/domain/contracts/parties.ts';
import { type ArchiveLine, archiveSet } from '#shared/domain/custody/archive-set.ts';
import type { Deal } from '../contracts/deal.ts';
import { copiesAtOffice } from './copies.ts';

/** The papers that must be together before a contract goes into its box, each with whether it is here. */
export function setOf(db: ReadDb, { row, subscription }: Deal, buyers: readonly ContractBuyer[]): ArchiveLine[] {
  const scans = attachmentsOf(db, 'subscriptions', subscription.id).map(({ attachment }) => attachment.kind);
  const count = (kind: AttachmentKind) => scans.filter((one) => one === kind).length;
  const people = buyers.filter(({ kind }) => kind === 'person');
  return archiveSet({
    contractCopies: copiesAtOffice(db, row.id, 'saleContract'),
    bookNeeded: documentsOf(db, 'subscriptions', subscription.id).some(
      ({ kind, state }) => kind === 'subscriptionBook' && state === 'issued',
    ),
    bookCopies: copiesAtOffice(db, row.id, 'subscriptionBook'),
    people: people.length,
    identityScans: count('identity'),
    entrusted: buyers.filter(({ agent }) => agent?.kind === 'entrusted').length,
    proxyScans: count('proxy'),
    companies: buyers.length - people.length,
    licenceScans: count('businessLicence'),
    filed: row.filingNumber !== '',
  });
}
