import type { ErrorFamily } from './errors.ts';

/** Refusals about the texts of contracts. */
export const templateErrorCodes = {
  TEMPLATE_NOT_A_TEXT: 'invalid',
  TEMPLATE_TOO_LONG: 'invalid',
  TEMPLATE_NOT_DECLARED: 'invalid',
  TEMPLATE_SIGN_NOT_ALLOWED: 'invalid',
  TEMPLATE_LOCKED: 'refused',
  TEMPLATE_NOT_CLEAR: 'refused',
  TEMPLATE_DAY_PAST: 'invalid',
  TEMPLATE_NONE_IN_FORCE: 'refused',
  TEMPLATE_IS_CURRENT: 'refused',
} as const satisfies Record<string, ErrorFamily>;
