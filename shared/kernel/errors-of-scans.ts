import type { ErrorFamily } from './errors.ts';

/** Refusals about scanned pages. */
export const scanErrorCodes = {
  SCAN_KIND: 'invalid',
  SCAN_TOO_LARGE: 'invalid',
  SCAN_TOO_MANY: 'invalid',
  SCAN_TOO_FINE: 'invalid',
  SCAN_PROTECTED: 'invalid',
  SCAN_UNREADABLE: 'invalid',
  SCAN_SLOW: 'invalid',
  SCAN_RUNNING: 'refused',
  SCAN_SETTLED: 'refused',
  SCAN_NOT_TWICE: 'refused',
  SCAN_PAPER_VOID: 'refused',
  SCAN_NO_SUCH_PAGE: 'invalid',
} as const satisfies Record<string, ErrorFamily>;
