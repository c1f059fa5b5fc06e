import type { ErrorFamily } from './errors.ts';

/** Refusals about conflicts over customers and their rulings. */
export const rulingErrorCodes = {
  RULING_OPEN_ALREADY: 'duplicate',
  RULING_PARTIES_FEW: 'invalid',
  RULING_CLOSED: 'refused',
  RULING_NOT_A_PARTY: 'invalid',
  RULING_GROUNDS_MISSING: 'refused',
  RULING_NOT_DECIDED: 'refused',
  RULING_APPEALED: 'refused',
  RULING_APPEAL_NOT_PARTY: 'refused',
  RULING_APPEAL_LATE: 'refused',
  RULING_NOT_APPEALED: 'refused',
  RULING_FINAL_GROUNDS: 'refused',
} as const satisfies Record<string, ErrorFamily>;
