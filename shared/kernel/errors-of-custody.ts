import type { ErrorFamily } from './errors.ts';

/** Refusals about the custody of originals, their archive and what passes between departments. */
export const custodyErrorCodes = {
  ORIGINALS_NOT_SIGNED: 'refused',
  ORIGINALS_NONE: 'refused',
  ORIGINALS_ENTERED: 'duplicate',
  ORIGINALS_LEFT_OUT: 'refused',
  ORIGINAL_ELSEWHERE: 'refused',
  ORIGINAL_NOT_THERE: 'refused',
  CUSTODY_REASON_MISSING: 'refused',
  CUSTODY_TAKER_MISSING: 'refused',
  IDENTITY_NOT_CHECKED: 'refused',
  BORROWER_MISSING: 'refused',
  BORROWED_UNTIL_PAST: 'invalid',
  ARCHIVE_BOX_MISSING: 'refused',
  ARCHIVE_BOX_CLOSED: 'refused',
  ARCHIVE_BOX_FULL: 'refused',
  ARCHIVE_BOX_TOO_SMALL: 'invalid',
  ARCHIVE_SET_INCOMPLETE: 'refused',
  NOTHING_TO_COLLECT: 'refused',
  COLLECT_DAY_PAST: 'invalid',
  TRANSFER_ANSWERED: 'refused',
  TRANSFER_OF_OTHERS: 'forbidden',
  TRANSFER_TO_ITSELF: 'invalid',
  TRANSFER_REASON_MISSING: 'refused',
  TRANSFER_SIGNER_MISSING: 'refused',
} as const satisfies Record<string, ErrorFamily>;
