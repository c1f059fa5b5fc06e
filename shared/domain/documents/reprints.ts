import type { Refusal } from '#shared/kernel/errors.ts';

/** Why a copy that is out is not taken back when another is printed (未收回原因). */
export const keptOutReasons = ['valid', 'lost', 'withCustomer', 'handedOn'] as const;
/** A reason for which a copy stays out. */
export type KeptOutReason = (typeof keptOutReasons)[number];

/** What whoever orders a reprint says of the copies that are out (收回旧件): which came back, and why the others do not. */
export type EarlierCopies = {
  readonly back: number[];
  readonly keptOut?: KeptOutReason | undefined;
};

/**
 * Whether the copies that are out are explained when another one is printed: each is taken back now, or stays out for a
 * reason. Two copies of one number of contract must not be about without anybody having thought of it.
 */
export function earlierRefusal(out: readonly number[], said: EarlierCopies | undefined): Refusal | undefined {
  const back = new Set(said?.back);
  const stray = [...back].find((copy) => !out.includes(copy));
  if (stray !== undefined) return { code: 'COPY_NOT_OUT', params: { copy: stray } };
  const left = out.length - back.size;
  return left > 0 && said?.keptOut === undefined ? { code: 'EARLIER_COPIES_OPEN', params: { count: left } } : undefined;
}
