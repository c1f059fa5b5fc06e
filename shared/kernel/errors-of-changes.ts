import type { ErrorFamily } from './errors.ts';

/** Refusals about changes of deals, their ends and the money that goes back. */
export const changeErrorCodes = {} as const satisfies Record<string, ErrorFamily>;
