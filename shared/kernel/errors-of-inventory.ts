import type { ErrorFamily } from './errors.ts';

/** Refusals about house types, areas, generated homes and attached files. */
export const inventoryErrorCodes = {} as const satisfies Record<string, ErrorFamily>;
