import type { ErrorFamily } from './errors.ts';

/** Refusals about releases and the daily check. */
export const controlErrorCodes = {} as const satisfies Record<string, ErrorFamily>;
