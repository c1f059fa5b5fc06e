import type { ErrorFamily } from './errors.ts';

/** Refusals about house types, areas, generated homes and attached files. */
export const inventoryErrorCodes = {
  // attached files
  ATTACHMENT_KIND: 'invalid',
  ATTACHMENT_TOO_LARGE: 'invalid',
  ATTACHMENT_UNREADABLE: 'invalid',
  ATTACHMENT_TWICE: 'duplicate',
} as const satisfies Record<string, ErrorFamily>;
