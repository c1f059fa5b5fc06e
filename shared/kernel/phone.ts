import { foldWidth } from './full-width.ts';

/** What a number is: a mobile, a landline with or without area code, a 400/800 line, or one of another country. */
export type PhoneKind = 'mobile' | 'landline' | 'localLandline' | 'serviceLine' | 'foreign';

/** A number in the form it is stored: digits, `+` before another country's, `*` before an extension. */
export type PhoneCheck =
  | { readonly ok: true; readonly normal: string; readonly kind: PhoneKind }
  | { readonly ok: false; readonly normal: string };

// Area codes: 010, 02x, and three digits after the 0 elsewhere; a subscriber number never starts with 0.
const kinds: readonly (readonly [PhoneKind, RegExp])[] = [
  ['mobile', /^1[3-9]\d{9}$/],
  ['serviceLine', /^[48]00\d{7}$/],
  ['landline', /^0(?:10|2\d)[1-9]\d{6,7}$/],
  ['landline', /^0[3-9]\d{2}[1-9]\d{6,7}$/],
  ['localLandline', /^[2-8]\d{6,7}$/],
  ['foreign', /^\+[1-9]\d{6,14}$/],
];

/**
 * Brings a typed or imported number to its stored form and says whether it can be one: full-width digits, blanks,
 * hyphens, brackets and the country code 86 go; an extension written with `*`, `转`, `ext` or a third group stays
 * behind `*`. Two numbers or a note in one cell are not a number.
 */
export function checkPhone(text: string): PhoneCheck {
  const folded = foldWidth(text).replace(/^'/, '').toLowerCase();
  const [, written = folded, extension] =
    folded.match(/^(.*?)\s*(?:\*|#|转|ext\.?)\s*(\d{1,6})$/) ?? folded.match(/^(0\d{2,3}-\d{7,8})-(\d{1,6})$/) ?? [];
  const bare = withoutChina(written.replace(/(?<=[\d)+])[\s().-]+(?=[\d(])|^\(/g, ''));
  const kind = kinds.find(([, form]) => form.test(bare))?.[0];
  if (kind === undefined || (extension !== undefined && kind === 'mobile')) return { ok: false, normal: folded };
  return { ok: true, kind, normal: extension === undefined ? bare : `${bare}*${extension}` };
}

/**
 * The form in which a typed number is kept: its normal form, or the bare digits of a form that is not known here, since
 * new prefixes come faster than programs. Undefined for what cannot be dialled: words, too few or too many digits, and a
 * mobile that is not 11 digits long, which is one that was mistyped.
 */
export function dialable(text: string): string | undefined {
  const check = checkPhone(text);
  if (check.ok) return check.normal;
  const digits = check.normal.replace(/[\s-]/g, '');
  return /^\+?\d{7,15}$/.test(digits) && !/^1[3-9]/.test(digits) ? digits : undefined;
}

/** `+86 138…` is a mobile, `+86 10 …` a landline of Beijing. */
function withoutChina(digits: string): string {
  const international = digits.replace(/^00(?=[1-9])/, '+');
  const rest = international.match(/^\+86(\d+)$/)?.[1] ?? international.match(/^86(1[3-9]\d{9})$/)?.[1];
  if (rest === undefined) return international;
  return /^(?:0|1[3-9]\d{9}$|[48]00)/.test(rest) ? rest : `0${rest}`;
}

/** The digits two records are compared by: without `+`, extension and everything else that is not a digit. */
export function phoneDigits(text: string): string {
  return (checkPhone(text).normal.split('*')[0] ?? '').replace(/\D/g, '');
}

/** A number as those see it who may not see it: `138****1234`, which stays so. The hidden length is not told. */
export function maskPhone(text: string): string {
  if (/^\+?\d{0,3}\*{4}(?:\d{4})?$/.test(text)) return text;
  const [number = ''] = checkPhone(text).normal.split('*');
  const shown = number.replace(/[^\d+]/g, '');
  if (shown.length < 7) return '****';
  return shown.length < 11
    ? `****${shown.slice(-4)}`
    : `${shown.slice(0, shown.startsWith('+') ? 4 : 3)}****${shown.slice(-4)}`;
}
