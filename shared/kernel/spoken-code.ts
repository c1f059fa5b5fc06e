/** Crockford's base32: no I, L, O or U, so that nothing read aloud or written by hand is taken for another. */
export const spokenAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people take for a sign of the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** A code from random bytes, one sign of each (256 is a multiple of 32, so that every sign is as likely). */
export function spokenCodeFrom(bytes: Uint8Array): string {
  return [...bytes].map((byte) => spokenAlphabet[byte % 32]).join('');
}

/** A code as it is shown and read aloud, in two halves: `K7QF-2M9D`. */
export function shownSpokenCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/**
 * A code as it was typed: in any case, with full-width signs, spaces or dashes, or with a letter that looks like another.
 * Undefined for what cannot be one of that length.
 */
export function parseSpokenCode(typed: string, length: number): string | undefined {
  const signs = [...typed.normalize('NFKC').toUpperCase()].filter((sign) => !/[\s\-‐‑–—_.]/u.test(sign));
  const code = signs.map((sign) => lookAlikes[sign] ?? sign);
  const fits = code.length === length && code.every((sign) => spokenAlphabet.includes(sign));
  return fits ? code.join('') : undefined;
}
