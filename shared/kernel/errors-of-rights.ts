import type { ErrorFamily } from './errors.ts';

/** Refusals about rights and about acting for somebody. */
export const rightsErrorCodes = {
  RIGHT_NEVER_GIVEN: 'refused',
  RIGHT_NEVER_LOST: 'refused',
  RIGHT_NEEDS_READING: 'refused',
  SCOPE_NOT_ALLOWED: 'refused',
  MASK_NOT_ALLOWED: 'refused',
  RIGHTS_OWN_POST: 'refused',
  RIGHTS_UNCHANGED: 'refused',
  RIGHTS_REQUEST_OVER: 'refused',
  RIGHTS_OWN_REQUEST: 'refused',
  RIGHTS_CONFIRMER_RESET: 'refused',
  RIGHTS_NOT_ASKER: 'refused',
  RIGHTS_NOBODY_CONFIRMS: 'refused',
  ACCOUNT_WAITS: 'refused',
  SETTING_HAS_A_PAGE: 'refused',
  ACCOUNT_OWN_POST: 'refused',
  DELEGATION_POST: 'refused',
  DELEGATION_NOT_OWN: 'refused',
  DELEGATION_TO_ONESELF: 'refused',
  DELEGATION_TO_DISABLED: 'refused',
  DELEGATION_DAYS: 'invalid',
  DELEGATION_TOO_LONG: 'invalid',
  DELEGATION_NOT_LENDABLE: 'refused',
  DELEGATION_NOTHING: 'refused',
  DELEGATION_OVER: 'refused',
} as const satisfies Record<string, ErrorFamily>;
