import { pinyin } from 'pinyin-pro';
import { foldWidth } from './full-width.ts';

/** Reading of a text in lower case without tones; `ü` is `v`, as it is typed. */
export type Pinyin = { readonly full: string; readonly initials: string };

/** A person's name starts with a surname, whose reading differs (单 shan, 曾 zeng); a thing's name does not. */
export type NameKind = 'person' | 'thing';

const han = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

function syllablesOfHan(text: string, kind: NameKind): string[] {
  return pinyin(text, { type: 'array', toneType: 'none', v: true, surname: kind === 'person' ? 'head' : 'off' }).map(
    (syllable) => syllable.toLowerCase().replace(/ü/g, 'v'),
  );
}

/** Syllables of each Chinese run of a text; only its beginning can be a surname. Other signs are left out. */
export function syllablesOf(text: string, kind: NameKind = 'person'): string[] {
  const runs = foldWidth(text).match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run, index) => syllablesOfHan(run, index === 0 ? kind : 'thing'));
}

/** Full reading and initials of a name; letters and digits inside it are kept in both. */
export function pinyinOf(text: string, kind: NameKind = 'person'): Pinyin {
  let full = '';
  let initials = '';
  for (const run of foldWidth(text).toLowerCase().match(han) ?? []) {
    const parts = /^\p{Script=Han}/u.test(run)
      ? syllablesOfHan(run, full === '' ? kind : 'thing')
      : (run.match(/[a-z0-9]/g) ?? []);
    full += parts.join('');
    initials += parts.map((part) => part.charAt(0)).join('');
  }
  return { full, initials };
}

/**
 * Key that sorts names as a Chinese register does: by syllable, tone and character, so that all 张 stand together
 * before 章. Compare keys as plain text.
 */
export function sortKeyOf(name: string, kind: NameKind = 'person'): string {
  const folded = foldWidth(name).toLowerCase();
  return (folded.match(han) ?? [])
    .map((run, index) => {
      if (!/^\p{Script=Han}/u.test(run)) return run.trim();
      const surname = kind === 'person' && index === 0 ? 'head' : 'off';
      const syllables = pinyin(run, { type: 'array', toneType: 'num', v: true, surname });
      return Array.from(run, (sign, at) => `${syllables[at] ?? ''}${sign}`).join(' ');
    })
    .join(' ');
}
