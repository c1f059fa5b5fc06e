import type { ReadDb } from '#db/access.ts';
import { agreementsOf } from '#db/repositories/agreements.ts';
import { attachmentsOf } from '#db/repositories/attachments.ts';
import { documentsOf } from '#db/repositories/documents.ts';
import type { AttachmentKind } from '#shared/domain/attachments/kinds.ts';
import type { ContractBuyer } from '#shared/domain/contracts/parties.ts';
import { type ArchiveLine, archiveSet } from '#shared/domain/custody/archive-set.ts';
import type { Deal } from '../contracts/deal.ts';
import { copiesAtOffice, heldByOffice } from './copies.ts';

/** Agreements in force about a contract that were printed here, and those of which the office has a copy at hand. */
function agreementsIn(db: ReadDb, contractId: number) {
  const printed = agreementsOf(db, contractId).filter(
    ({ id, state }) =>
      state === 'inForce' && documentsOf(db, 'agreements', id).some((paper) => paper.state === 'issued'),
  );
  const held = heldByOffice(db, contractId).map(({ number }) => number);
  return {
    agreements: printed.length,
    agreementCopies: printed.filter(({ number }) => held.includes(number)).length,
  };
}

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
    ...agreementsIn(db, row.id),
    people: people.length,
    identityScans: count('identity'),
    entrusted: buyers.filter(({ agent }) => agent?.kind === 'entrusted').length,
    proxyScans: count('proxy'),
    companies: buyers.length - people.length,
    licenceScans: count('businessLicence'),
    filed: row.filingNumber !== '',
  });
}
