import type { Permission } from '../accounts/permissions.ts';

/**
 * Records that files are attached to, and what such a file can be of each, in the order in which they are listed: what is
 * asked for first.
 */
export const attachmentKindsOf = {
  permits: ['certificate'],
  houseTypes: ['plan'],
  subscriptions: ['identity', 'businessLicence', 'proxy', 'guardianship'],
  seizures: ['courtPaper'],
  changes: ['kinship'],
  paymentLetters: ['serviceProof'],
  handovers: ['signature', 'signedSlip'],
  partnerAgreements: ['agreement', 'businessLicence'],
  contracts: [
    'identity',
    'household',
    'eligibility',
    'income',
    'proxy',
    'guardianship',
    'businessLicence',
    'boardResolution',
    'lenderConsent',
    'receipt',
    'signedContract',
    'filedCopy',
    'other',
  ],
  agreements: [
    'identity',
    'household',
    'eligibility',
    'income',
    'proxy',
    'guardianship',
    'businessLicence',
    'boardResolution',
    'lenderConsent',
    'receipt',
    'signedAgreement',
    'filedCopy',
    'other',
  ],
  customers: [
    'identity',
    'household',
    'eligibility',
    'income',
    'guardianship',
    'businessLicence',
    'boardResolution',
    'other',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Noun of a record that files are attached to. */
export type AttachmentNoun = keyof typeof attachmentKindsOf;
/** Every noun of a record that files are attached to. */
export const attachmentNouns = Object.keys(attachmentKindsOf) as AttachmentNoun[];

/** What an attached file is. */
export type AttachmentKind = (typeof attachmentKindsOf)[AttachmentNoun][number];
/** Everything that an attached file can be. */
export const attachmentKinds: readonly AttachmentKind[] = [...new Set(Object.values(attachmentKindsOf).flat())];

/** Who attaches files to a record and removes them. Whoever may open the record sees them. */
export const attachmentRights = {
  permits: 'projects.write',
  houseTypes: 'units.write',
  subscriptions: 'subscriptions.write',
  seizures: 'units.seize',
  changes: 'changes.write',
  paymentLetters: 'payments.remind',
  handovers: 'custody.write',
  partnerAgreements: 'partnerAgreements.write',
  contracts: 'contracts.write',
  agreements: 'contracts.write',
  customers: 'customers.write',
} as const satisfies Record<AttachmentNoun, Permission>;

/** Records whose files are about people, of a deal or in their own file: erasing the people takes the files along. */
export const personalAttachments: ReadonlySet<AttachmentNoun> = new Set([
  'subscriptions',
  'changes',
  'paymentLetters',
  'handovers',
  'contracts',
  'agreements',
  'customers',
]);

/** Records whose files name people: what a file was called is not kept, it is called by what it is. */
export const namelessAttachments: ReadonlySet<AttachmentNoun> = new Set([...personalAttachments, 'seizures']);

/** True for a kind of file that a record can have. */
export function isKindOf(noun: AttachmentNoun, kind: AttachmentKind): boolean {
  const kinds: readonly AttachmentKind[] = attachmentKindsOf[noun];
  return kinds.includes(kind);
}

/** Files of a record as they are listed: by what they are, those of one kind by when they came. */
export function inOrder<F extends { readonly kind: AttachmentKind; readonly id: number }>(
  noun: AttachmentNoun,
  files: readonly F[],
): F[] {
  const kinds: readonly AttachmentKind[] = attachmentKindsOf[noun];
  return files.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id - b.id);
}
