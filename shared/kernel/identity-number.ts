import { z } from 'zod';
import { foldWidth } from './full-width.ts';
import { isLocalDate, type LocalDate } from './local-date.ts';

/** Documents a party identifies itself with. */
export const identityKinds = [
  'identityCard',
  'passport',
  'hkMacauPass',
  'taiwanPass',
  'foreignResident',
  'businessLicence',
  'officerCard',
  'other',
] as const;

/** Kind of an identity document. */
export type IdentityKind = (typeof identityKinds)[number];

/** A kind of identity document at a border of the program. */
export const identityKindSchema = z.enum(identityKinds);

/** Why a number cannot be right. `bornInFuture` only when the day of today was given. */
export type IdentityProblem = 'empty' | 'form' | 'checkDigit' | 'birthday' | 'bornInFuture';

/** What is odd about a number and still no reason to refuse it. */
export type IdentityWarning = 'unknownArea' | 'fifteenDigits' | 'oldLicence' | 'unusualForm';

/** What a number tells. `normal` is the form to store, compare and print; `ok` means no problem was found. */
export type IdentityCheck = {
  readonly normal: string;
  readonly ok: boolean;
  readonly problem?: IdentityProblem;
  readonly birthOn?: LocalDate;
  readonly sex?: 'male' | 'female';
  readonly warnings: readonly IdentityWarning[];
};

/** Province part of GB/T 2260, with 81 to 83 for residence permits of Hong Kong, Macau and Taiwan residents. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** The form numbers are stored in: half-width, capitals, without blanks, hyphens and the apostrophe of a text cell. */
function normalOf(text: string): string {
  return foldWidth(text)
    .toUpperCase()
    .replace(/^'|[\s-]/g, '');
}

function failed(normal: string, problem: IdentityProblem, warnings: readonly IdentityWarning[] = []): IdentityCheck {
  return { normal, ok: false, problem: normal === '' ? 'empty' : problem, warnings };
}

/** Check digit of the first 17 digits: GB 11643-1999, ISO 7064 MOD 11-2. */
function checkDigitOf(digits: string): string {
  let remainder = 0;
  for (const digit of digits.slice(0, 17)) remainder = ((remainder + Number(digit)) * 2) % 11;
  return '10X98765432'.charAt(remainder);
}

function checkCitizenForm(typed: string, today: LocalDate | undefined): IdentityCheck {
  const old = /^\d{15}$/.test(typed);
  const first17 = old ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17);
  const normal = old ? first17 + checkDigitOf(first17) : typed;
  if (!/^\d{17}[\dX]$/.test(normal)) return failed(normal, 'form');
  const warnings: IdentityWarning[] = old ? ['fifteenDigits'] : [];
  const birthOn = normal.slice(6, 14).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (!isLocalDate(birthOn)) return failed(normal, 'birthday', warnings);
  if (checkDigitOf(normal) !== normal.slice(17)) return failed(normal, 'checkDigit', warnings);
  if (today !== undefined && birthOn > today) return failed(normal, 'bornInFuture', warnings);
  return { normal, ok: true, birthOn, sex: Number(normal.charAt(16)) % 2 === 1 ? 'male' : 'female', warnings };
}

/**
 * Checks a citizen's identity number (GB 11643): check digit, a birthday that exists and, with `today`, is not to come.
 * A 15-digit number of before 2013 is raised to its 18 digits. An area the standard does not list is only a warning:
 * codes change, and residence permits carry their own.
 */
export function checkIdentityNumber(text: string, today?: LocalDate): IdentityCheck {
  const check = checkCitizenForm(normalOf(text), today);
  const known = check.problem === 'empty' || check.problem === 'form' || provinces.has(check.normal.slice(0, 2));
  return known ? check : { ...check, warnings: [...check.warnings, 'unknownArea'] };
}

/** Foreigner's permanent residence card: 18 digits that start with 9 (2023), or the older 3 letters and 12 digits. */
function checkForeignResident(text: string, today: LocalDate | undefined): IdentityCheck {
  const normal = normalOf(text);
  if (/^[A-Z]{3}\d{12}$/.test(normal)) return { normal, ok: true, warnings: [] };
  return /^9\d{16}[\dX]$/.test(normal) ? checkCitizenForm(normal, today) : failed(normal, 'form');
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Unified social credit code of a firm (GB 32100-2015, MOD 31), or its 15-digit registration of before 2015. */
function checkBusinessLicence(text: string): IdentityCheck {
  const normal = normalOf(text);
  if (/^\d{15}$/.test(normal)) return { normal, ok: true, warnings: ['oldLicence'] };
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(normal)) return failed(normal, 'form');
  let sum = 0;
  let weight = 1;
  for (const sign of normal.slice(0, 17)) {
    sum += creditAlphabet.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  const right = creditAlphabet.charAt((31 - (sum % 31)) % 31) === normal.slice(17);
  return right ? { normal, ok: true, warnings: [] } : failed(normal, 'checkDigit');
}

/** Documents without a check digit: a usual form, and the widest that is taken, with a warning. */
function checkForm(text: string, usual: RegExp, accepted: RegExp): IdentityCheck {
  const normal = normalOf(text);
  if (!accepted.test(normal)) return failed(normal, 'form');
  return { normal, ok: true, warnings: usual.test(normal) ? [] : ['unusualForm'] };
}

/** Checks the number of a document of the given kind. Only form, check digit and birthday can make it wrong. */
export function checkDocumentNumber(kind: IdentityKind, text: string, today?: LocalDate): IdentityCheck {
  switch (kind) {
    case 'identityCard':
      return checkIdentityNumber(text, today);
    case 'foreignResident':
      return checkForeignResident(text, today);
    case 'businessLicence':
      return checkBusinessLicence(text);
    case 'passport':
      return checkForm(text, /^(?=.*\d)[A-Z0-9]{6,9}$/, /^[A-Z0-9]{5,20}$/);
    case 'hkMacauPass':
      return checkForm(text, /^[HM]\d{8}(?:\d{2})?$/, /^[A-Z0-9]{5,20}$/);
    case 'taiwanPass':
      return checkForm(text, /^(?:\d{8}|\d{10}[A-Z]?)$/, /^[A-Z0-9]{5,20}$/);
    case 'officerCard':
      return checkForm(text, /^\p{Script=Han}+字第?\d{4,8}号?$/u, /^[\p{L}\p{N}]{4,30}$/u);
    case 'other':
      return checkForm(text, /^.+$/, /^.{1,60}$/u);
  }
}

/** A number as those see it who may not see it: `110***********002X`; shorter numbers show two signs at each end. */
export function maskIdentityNumber(text: string): string {
  const signs = Array.from(normalOf(text));
  const [head, tail] = signs.length >= 15 ? [3, 4] : signs.length >= 8 ? [2, 2] : [0, 1];
  return signs.map((sign, index) => (index < head || index >= signs.length - tail ? sign : '*')).join('');
}

/** Full years of age on a day: an eighteenth birthday makes 18 (Civil Code 17). */
export function ageOn(birthOn: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years;
}
