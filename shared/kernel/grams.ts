import { foldWidth } from './full-width.ts';
import { checkPhone, phoneDigits } from './phone.ts';
import { syllablesOf } from './pinyin.ts';

/** What a record is found by. Codes are room labels, contract and receipt numbers. */
export type Searchable = {
  readonly names?: readonly string[];
  readonly phones?: readonly string[];
  readonly codes?: readonly string[];
};

/** One condition of a search: a term equal to `term`, or one that starts with it. */
export type GramTerm = { readonly term: string; readonly match: 'exact' | 'prefix' };

const hanRun = /\p{Script=Han}+/gu;
/** Letters and digits, with the separators that hold a code together: `HT-2026-0301`, `3-1-1802`. */
const codeRun = /[a-z0-9]+(?:[-_./#][a-z0-9]+)*/g;
/** A mobile typed in groups, whole or in part: `138-0000`, `138 0000 1234`; of any prefix, for new ones come. */
const groupedMobile = /^(?:\+?86[ -]?)?(1\d\d)[ -]?(\d{4})[ -]?(\d{0,4})$/;

function hanGrams(text: string, into: Set<string>): void {
  for (const run of text.match(hanRun) ?? []) {
    const signs = Array.from(run);
    signs.forEach((sign, at) => {
      into.add(sign);
      const next = signs[at + 1];
      if (next !== undefined) into.add(sign + next);
    });
  }
}

/** A code under each of its parts and without separators: `ht-2026-0301`, `2026-0301`, `0301`, `ht20260301`. */
function codeTerms(text: string, into: Set<string>): void {
  for (const run of text.toLowerCase().match(codeRun) ?? []) {
    const parts = run.split(/[-_./#]/);
    parts.forEach((_, at) => {
      into.add(parts.slice(at).join('-'));
    });
    into.add(parts.join(''));
  }
}

/** Readings from each syllable on, whole and as initials; `lv` also as `lu` and `lyu`, as passports and people type. */
function pinyinTerms(name: string, into: Set<string>): void {
  for (const syllables of [syllablesOf(name, 'person'), syllablesOf(name, 'thing')])
    syllables.forEach((syllable, at) => {
      const rest = syllables.slice(at).join('');
      for (const vowel of rest.includes('v') ? ['v', 'u', 'yu'] : ['v']) into.add(rest.replaceAll('v', vowel));
      into.add(
        syllables
          .slice(at)
          .map((one) => one.charAt(0))
          .join(''),
      );
      into.add(syllable.charAt(0));
    });
}

/**
 * The terms of a record for the search table, each once: one and two characters of its names, readings and initials
 * from each syllable on, phones whole, without area code and by the last four digits, codes by their parts.
 */
export function gramsOf(record: Searchable): string[] {
  const terms = new Set<string>();
  for (const raw of record.names ?? []) {
    const name = foldWidth(raw);
    hanGrams(name, terms);
    codeTerms(name, terms);
    pinyinTerms(name, terms);
  }
  for (const phone of record.phones ?? []) {
    const digits = phoneDigits(phone);
    if (digits === '') continue;
    terms.add(digits);
    terms.add(digits.slice(-4));
    const check = checkPhone(phone);
    if (check.ok && check.kind === 'landline') terms.add(digits.replace(/^0(?:10|2\d|\d{3})/, ''));
  }
  for (const raw of record.codes ?? []) {
    const code = foldWidth(raw);
    hanGrams(code, terms);
    codeTerms(code, terms);
  }
  return [...terms];
}

/** A single letter, or one or two digits, would start half of all terms: those are compared whole. */
function latinTerm(term: string): GramTerm {
  const short = /^\d+$/.test(term) ? 2 : 1;
  return { term, match: term.length <= short ? 'exact' : 'prefix' };
}

/**
 * What a typed search asks of the search table: all terms must be met by one record; none for a text without letters,
 * digits or Chinese. A Chinese text of three and more characters is met by its pairs.
 */
export function gramsOfQuery(text: string): GramTerm[] {
  const folded = foldWidth(text).toLowerCase().replace(/ü/g, 'v');
  const grouped = folded.match(groupedMobile);
  if (grouped !== null) return [{ term: grouped.slice(1).join(''), match: 'prefix' }];
  const phone = checkPhone(folded);
  if (phone.ok && phone.kind !== 'localLandline') return [{ term: phoneDigits(folded), match: 'prefix' }];
  const terms = new Map<string, GramTerm>();
  for (const run of folded.match(hanRun) ?? []) {
    const signs = Array.from(run);
    if (signs.length === 1) terms.set(run, { term: run, match: 'exact' });
    for (let at = 0; at + 1 < signs.length; at += 1) {
      const pair = signs.slice(at, at + 2).join('');
      terms.set(pair, { term: pair, match: 'exact' });
    }
  }
  for (const run of folded.match(codeRun) ?? []) {
    const term = run.replace(/[-_./#]/g, '-');
    terms.set(term, latinTerm(term));
  }
  return [...terms.values()];
}
