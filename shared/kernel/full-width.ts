/** Marks that text pasted from chat and office programs carries unseen: zero width, direction, byte order. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * Text as the keyboard of an input method leaves it, brought to one form: full-width letters, digits and signs become
 * half-width, unseen marks go, blanks collapse to one and are trimmed. Case and Chinese punctuation such as `、。·`
 * stay. Not NFKC, which would also turn `㎡` into `m2`.
 * For comparing and reading numbers; a person's name is stored as typed, as full-width brackets become half-width too.
 */
export function foldWidth(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim();
}
