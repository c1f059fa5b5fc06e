import type { Translation } from '../translation.ts';
import type { attachments as zh } from '../zh-CN/attachments.ts';

/** Words of attached files. */
export const attachments = {
  title: 'Files',
  kinds: {
    certificate: 'Scan of the certificate',
    plan: 'Plan',
    identity: 'Identity paper',
    businessLicence: 'Business licence',
    proxy: 'Written power',
    guardianship: 'Proof of guardianship',
    courtPaper: 'Court paper',
    kinship: 'Proof of kinship',
    serviceProof: 'Proof of service',
    signature: 'Signature',
    signedSlip: 'Signed slip',
  },
  kind: 'Kind of file',
  given: '{{given}} of {{asked}}',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  open: 'Open {{name}}',
  remove: 'Remove',
  removeLabel: 'Remove {{name}}',
  removeTitle: 'Remove {{name}}',
  removeConsequence: 'The file is no longer shown with this record. The event log says that it was removed.',
  removed: '{{name}} removed',
  added: '{{name}} attached',
  adding: 'Attaching {{name}}',
  noPlan: 'No plan picture of this house type yet',
  empty: 'No files yet',
  emptyText: 'Drop scans below, or choose files.',
  emptyRead: 'What colleagues with the right attach appears here.',
  by: 'attached by {{name}}, {{at}}',
  failed: 'This file cannot be opened',
  back: 'Back to the files',
} as const satisfies Translation<typeof zh>;
