import type { ErrorFamily } from './errors.ts';

/** Refusals about launch day. */
export const launchErrorCodes = {} as const satisfies Record<string, ErrorFamily>;
