import { pinyinOf } from '../../kernel/pinyin.ts';

/** An entry as its search looks at it. */
export type Searched = { readonly title: string; readonly body: string; readonly more: string };

/** What an entry is found by, worked out once. */
export type SearchIndex = {
  readonly title: string;
  readonly readings: readonly [full: string, initials: string];
  readonly text: string;
};

/** How well a word fits: in the title before its reading, its reading before the text. */
const IN_TITLE = 4;
const BEGINS_TITLE = 6;
const IN_READING = 3;
const IN_TEXT = 1;

/** Prepares an entry to be searched. */
export function indexOf({ title, body, more }: Searched): SearchIndex {
  const { full, initials } = pinyinOf(title);
  return {
    title: title.toLowerCase(),
    readings: [full.toLowerCase(), initials.toLowerCase()],
    text: `${body} ${more}`.toLowerCase(),
  };
}

/** The words of a search: apart by blanks, in any order. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,，、;；]+/u)
    .filter((word) => word !== '');
}

/** How well an entry fits the words of a search; 0 when one of them is nowhere in it. */
export function rankOf(index: SearchIndex, words: readonly string[]): number {
  let rank = 0;
  for (const word of words) {
    const found = rankOfWord(index, word);
    if (found === 0) return 0;
    rank += found;
  }
  return rank;
}

function rankOfWord({ title, readings, text }: SearchIndex, word: string): number {
  if (title.startsWith(word)) return BEGINS_TITLE;
  if (title.includes(word)) return IN_TITLE;
  // One letter is the initial of nearly everything.
  if (/^[a-z]{2,}$/.test(word) && readings.some((reading) => reading.includes(word))) return IN_READING;
  return text.includes(word) ? IN_TEXT : 0;
}

/** The part of a text around the first of some words, cut to a length. */
export function excerptOf(body: string, words: readonly string[], length: number): string {
  const line = body.replace(/\s+/gu, ' ').trim();
  const lower = line.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const from = places.length === 0 ? 0 : Math.max(0, Math.min(...places) - Math.floor(length / 4));
  const cut = line.slice(from, from + length);
  return `${from > 0 ? '…' : ''}${cut}${from + length < line.length ? '…' : ''}`;
}
