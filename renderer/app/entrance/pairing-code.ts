/** Letters and digits on either side of the dash. */
const HALF = 4;

/**
 * A pairing code while it is typed, as the host shows it: `K7QF-2M9D`, whatever the case, the width and the spaces. A dash
 * that is deleted stays deleted with the sign before it, so that one can go back over it.
 */
export function codeAsTyped(value: string, before: string): string {
  const signs = [...value.normalize('NFKC').toUpperCase()].filter((sign) => /[0-9A-Z]/.test(sign)).slice(0, 2 * HALF);
  const dashDeleted = before.length === HALF + 1 && value.length === HALF && before.startsWith(value);
  const kept = dashDeleted ? signs.slice(0, -1) : signs;
  const [first, second] = [kept.slice(0, HALF).join(''), kept.slice(HALF).join('')];
  return first.length === HALF ? `${first}-${second}` : first;
}
