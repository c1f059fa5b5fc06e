import { parseSpokenCode, shownSpokenCode, spokenCodeFrom } from '#shared/kernel/spoken-code.ts';

/** Letters and digits of a pairing code: 40 bits, of which a guesser gets five tries. */
export const PAIRING_LENGTH = 8;
/** Wrong codes after which pairing closes. */
export const PAIRING_TRIES = 5;

/** What a code is for: one terminal, or every terminal of an office that moves to another PC. */
export const pairingKinds = ['one', 'all'] as const;
/** What a code is for. */
export type PairingKind = (typeof pairingKinds)[number];

const MINUTE_MS = 60_000;
/** How long a code is good, ms. */
export const pairingMs = { one: 10 * MINUTE_MS, all: 120 * MINUTE_MS } as const satisfies Record<PairingKind, number>;

/** A code from random bytes. */
export function pairingCodeFrom(bytes: Uint8Array): string {
  return spokenCodeFrom(bytes.slice(0, PAIRING_LENGTH));
}

/** A code as it is shown and read aloud: `K7QF-2M9D`. */
export function shownPairingCode(code: string): string {
  return shownSpokenCode(code);
}

/** A code as it was typed; undefined for what cannot be one. */
export function parsePairingCode(typed: string): string | undefined {
  return parseSpokenCode(typed, PAIRING_LENGTH);
}
