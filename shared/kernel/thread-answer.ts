import type { ErrorCode, ErrorParams } from './errors.ts';

/** How far a thread is with an order, in parts of it that a person can count. */
export type ThreadProgress = { readonly done: number; readonly of: number };

/** What a worker thread tells while it is at the order of a number. */
export type ThreadNews<Progress = ThreadProgress> = { readonly id: number; readonly progress: Progress };

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
