import type Database from 'better-sqlite3';
import { type DisclosureRow, disclosuresOf } from '#db/repositories/disclosures.ts';
import { privacy } from '#shared/i18n/zh-CN/privacy.ts';

/** A disclosure as screens are told it; words for what follows from a deal by itself are theirs. */
export function presentDisclosure({ customerId: _customer, name: _name, ownerId: _owner, ...told }: DisclosureRow) {
  return told;
}

/** Who was given what of a customer, the newest first, in the words of a paper. */
export function disclosedOnPaper(client: Database.Database, customerId: number) {
  return disclosuresOf(client, customerId).map(({ derived, content, recipient, kind, basis, ...row }) => ({
    on: row.on,
    recipient: recipient === '' ? privacy.recipients[kind] : recipient,
    content: [derived === null ? '' : privacy.derived[derived], content].filter((one) => one !== '').join(' '),
    purpose: row.purpose,
    basis: [privacy.bases[basis], row.consentOn ?? ''].filter((one) => one !== '').join(' '),
  }));
}
