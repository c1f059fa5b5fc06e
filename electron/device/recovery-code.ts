/** Crockford's alphabet: no I, L, O, U, so that a code can be read aloud and typed from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Seven groups of five: four characters of secret and one that checks the group. */
const groups = 7;
const dataPerGroup = 4;
const charsPerGroup = dataPerGroup + 1;

/** Bytes of chance a code holds: 28 characters of 5 bits are 140 bits, kept as 18 bytes whose last 4 bits are zero. */
export const recoverySecretBytes = 18;

/** Why a typed code is not one. `group` (from 1) says where to look on the paper. */
export type RecoveryCodeProblem =
  | { readonly kind: 'length'; readonly expected: number; readonly found: number }
  | { readonly kind: 'character'; readonly group: number }
  | { readonly kind: 'checksum'; readonly group: number };

export type RecoveryCodeResult =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly problem: RecoveryCodeProblem };

/** Product in GF(32), polynomial x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  let left = a;
  for (let right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left <<= 1;
    if (left & 32) left ^= 0b100101;
  }
  return product;
}

/**
 * Check character of a group: one wrong character, two neighbours swapped, and a group in another's place are always
 * found (weights are distinct and not zero; the constant differs for each group).
 */
function checkOf(values: readonly number[], group: number): number {
  let check = group + 1;
  let weight = 2;
  for (const value of values) {
    check ^= multiply(value, weight);
    weight = multiply(weight, 2);
  }
  return check;
}

function toFives(secret: Uint8Array): number[] {
  const fives: number[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of secret) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && fives.length < groups * dataPerGroup) {
      bits -= 5;
      fives.push((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  return fives;
}

function fromFives(fives: readonly number[]): Uint8Array {
  const secret = new Uint8Array(recoverySecretBytes);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const five of fives) {
    held = (held << 5) | five;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      secret[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  secret[at] = held << (8 - bits);
  return secret;
}

/** A new secret from 18 random bytes; the last 4 bits are dropped, for the paper does not carry them. */
export function recoverySecret(random: (bytes: number) => Uint8Array): Uint8Array {
  const secret = Uint8Array.from(random(recoverySecretBytes));
  secret[recoverySecretBytes - 1] = (secret[recoverySecretBytes - 1] ?? 0) & 0xf0;
  return secret;
}

/** The code as it is printed: `XXXXX-XXXXX-…`, seven groups. */
export function formatRecoveryCode(secret: Uint8Array): string {
  const fives = toFives(secret);
  return Array.from({ length: groups }, (_, group) => {
    const values = fives.slice(group * dataPerGroup, (group + 1) * dataPerGroup);
    return [...values, checkOf(values, group)].map((value) => alphabet[value]).join('');
  }).join('-');
}

/** Reads a typed code: case, spaces and dashes do not matter, O is 0, I and L are 1, full-width characters are folded. */
export function parseRecoveryCode(typed: string): RecoveryCodeResult {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const expected = groups * charsPerGroup;
  if (text.length !== expected) return { ok: false, problem: { kind: 'length', expected, found: text.length } };
  const fives: number[] = [];
  for (let group = 0; group < groups; group++) {
    const values = [...text.slice(group * charsPerGroup, (group + 1) * charsPerGroup)].map((c) => alphabet.indexOf(c));
    if (values.includes(-1)) return { ok: false, problem: { kind: 'character', group: group + 1 } };
    const data = values.slice(0, dataPerGroup);
    if (checkOf(data, group) !== values[dataPerGroup])
      return { ok: false, problem: { kind: 'checksum', group: group + 1 } };
    fives.push(...data);
  }
  return { ok: true, secret: fromFives(fives) };
}

/** True when the typed text is this very code: setup does not finish before it was typed back from paper. */
export function isSameRecoveryCode(typed: string, secret: Uint8Array): boolean {
  const parsed = parseRecoveryCode(typed);
  return parsed.ok && formatRecoveryCode(parsed.secret) === formatRecoveryCode(secret);
}
