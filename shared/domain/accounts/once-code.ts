import { parseSpokenCode, shownSpokenCode, spokenCodeFrom } from '#shared/kernel/spoken-code.ts';

/** Letters and digits of a one-time code: 50 bits, in two halves so that two persons can hold one each. */
export const ONCE_CODE_LENGTH = 10;

const HOUR_MS = 3_600_000;
/** How long a code is good: one of a new or reset account, and one of a recovery by two persons. */
export const onceCodeMs = { given: 72 * HOUR_MS, recovered: 24 * HOUR_MS } as const;

/** A code from random bytes. */
export function onceCodeFrom(bytes: Uint8Array): string {
  return spokenCodeFrom(bytes.slice(0, ONCE_CODE_LENGTH));
}

/** Half a code from random bytes. */
export function halfCodeFrom(bytes: Uint8Array): string {
  return spokenCodeFrom(bytes.slice(0, ONCE_CODE_LENGTH / 2));
}

/** A code as it is shown and read aloud: `K7QF2-M9DX3`. */
export function shownOnceCode(code: string): string {
  return shownSpokenCode(code);
}

/** A code as it was typed in the place of a password; undefined for what cannot be one. */
export function parseOnceCode(typed: string): string | undefined {
  return parseSpokenCode(typed, ONCE_CODE_LENGTH);
}
