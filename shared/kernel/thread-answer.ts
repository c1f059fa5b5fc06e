import type { ErrorCode, ErrorParams } from './errors.ts';

/** What a worker thread answers to the order of the same number. `detail` goes to the log and holds nothing personal. */
export type ThreadAnswer<Value> =
  | { readonly id: number; readonly ok: true; readonly value: Value }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: ErrorCode;
      readonly params: ErrorParams;
      readonly detail: string;
    };
