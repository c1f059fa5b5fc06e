/** Crockford's base32: no I, L, O or U, so that nothing read aloud or written by hand is taken for another. */
export const pairingAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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

/** What people take for a sign of the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** A code from random bytes, one sign of each (256 is a multiple of 32, so that every sign is as likely). */
export function pairingCodeFrom(bytes: Uint8Array): string {
  return [...bytes.slice(0, PAIRING_LENGTH)].map((byte) => pairingAlphabet[byte % 32]).join('');
}

/** A code as it is shown and read aloud: `K7QF-2M9D`. */
export function shownPairingCode(code: string): string {
  return `${code.slice(0, PAIRING_LENGTH / 2)}-${code.slice(PAIRING_LENGTH / 2)}`;
}

/**
 * A code as it was typed: in any case, with full-width signs, spaces or dashes, or with a letter that looks like another.
 * Undefined for what cannot be one.
 */
export function parsePairingCode(typed: string): string | undefined {
  const signs = [...typed.normalize('NFKC').toUpperCase()].filter((sign) => !/[\s\-‐‑–—_.]/u.test(sign));
  const code = signs.map((sign) => lookAlikes[sign] ?? sign);
  const fits = code.length === PAIRING_LENGTH && code.every((sign) => pairingAlphabet.includes(sign));
  return fits ? code.join('') : undefined;
}
