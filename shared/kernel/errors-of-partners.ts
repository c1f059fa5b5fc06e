import type { ErrorFamily } from './errors.ts';

/** Refusals about the contracts of the department with its partners. */
export const partnerErrorCodes = {
  PARTNER_NOT_DRAFT: 'refused',
  PARTNER_NOT_ACTIVE: 'refused',
  PARTNER_ENDS_FIRST: 'invalid',
  PARTNER_OVER: 'refused',
  PARTNER_END_FAR: 'refused',
  PARTNER_RENEWED: 'refused',
  PARTNER_BRINGS_NO_DEALS: 'refused',
  PARTNER_DEAL_ENDED: 'refused',
  PARTNER_DEAL_ELSEWHERE: 'refused',
  PARTNER_NOT_IN_FORCE: 'refused',
  PARTNER_QUOTA_UNITS_USED: 'refused',
  PARTNER_QUOTA_AMOUNT_USED: 'refused',
} as const satisfies Record<string, ErrorFamily>;
