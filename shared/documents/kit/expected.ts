import type { PageText } from '../rendering.ts';
import { STRUCK } from './blanks.ts';
import { comparable, usualSigns } from './comparable.ts';

/** A blank of a paper: the name that stands on it, and its value between the words around it, as it is printed. */
export type ExpectedBlank = {
  readonly name: string;
  readonly words: string;
  /** How often it must be found, where one file holds the paper several times. */
  readonly times?: number;
};

/** What stands on every page of a paper beside its own text, and is set aside before it is compared. */
export type PageFrame = {
  /** Title and edition at the head, which a page's own text ends before. */
  readonly head: string;
  /** Words at the foot of every page. */
  readonly foot: string;
  /** Heads of tables, which stand again on the next page. */
  readonly repeated?: readonly string[];
  /** Titles of tables, which stand again there too; the first time each is part of the text. */
  readonly titles?: readonly string[];
};

/**
 * The names of the blanks that the finished pages do not say, each once. The names alone: the words may be of a person, and
 * names are kept in the history.
 */
export function absentBlanks(
  pages: readonly Pick<PageText, 'bare'>[],
  expected: readonly ExpectedBlank[],
  frame: PageFrame | undefined,
): string[] {
  const body = (frame?.repeated ?? []).reduce(
    (rest, head) => rest.replaceAll(comparable(head), ''),
    comparable(bodiesOf(pages, frame).join('')),
  );
  const text = (frame?.titles ?? []).map(comparable).reduce(onlyFirst, body);
  const absent = expected.filter(({ words, times = 1 }) => text.split(comparable(words)).length <= times);
  return [...new Set(absent.map(({ name }) => name))];
}

function onlyFirst(text: string, title: string): string {
  const [before, ...after] = text.split(title);
  return after.length === 0 ? text : `${before}${title}${after.join('')}`;
}

/** Pages without seam seal, head and foot, as one reads on from page to page: a sentence that goes over a page is whole. */
export function bodiesOf(pages: readonly Pick<PageText, 'bare'>[], frame: PageFrame | undefined): string[] {
  if (frame === undefined) return pages.map(({ bare }) => bare);
  const head = usualSigns(frame.head.replace(/\s/gu, '')).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  // Hyphens may be lost in reading.
  const heads = new RegExp(head.replaceAll('-', '-?'), 'gu');
  return pages.map(({ bare }) => {
    // pdfmake sets head and foot of a page after all else that stands on it.
    const end = [...usualSigns(bare).matchAll(heads)].at(-1)?.index ?? -1;
    return (end < 0 ? bare : bare.slice(0, end)).replace(/^骑缝章/u, '');
  });
}

/** What of head and foot is wrong: every page says the number of the paper, which page it is of how many, and who made it. */
export function wrongFrames(pages: readonly Pick<PageText, 'bare'>[], number: string, frame: PageFrame): string[] {
  const everywhere = (says: (page: number) => string) =>
    pages.every(({ bare }, index) => comparable(bare).includes(comparable(says(index + 1))));
  return [
    ...(everywhere(() => `编号：${number}页码校验`) ? [] : ['编号']),
    ...(everywhere((page) => `${frame.foot}第${page}页共${pages.length}页`) ? [] : ['页脚']),
  ];
}

/** A value with the name of its blank; an empty one is struck. */
export type NamedValue = readonly [label: string, value: string];

/**
 * Cells that stand one behind the other: each value between its own label and the next one's, and, where the whole has a
 * name, all of them together, so that nothing of one party passes for that of another.
 */
export function expectedRow(cells: readonly NamedValue[], next: string, whole?: string): ExpectedBlank[] {
  const words = cells.map(([label, value]) => `${label}${value.trim() === '' ? STRUCK : value}`);
  return [
    ...cells.map(([label], index) => ({
      name: comparable(label),
      words: `${words[index] ?? ''}${cells[index + 1]?.[0] ?? next}`,
    })),
    ...(whole === undefined ? [] : [{ name: comparable(whole), words: `${whole}${words.join('')}${next}` }]),
  ];
}

/** Blanks within running text: the words before, the value or the struck sign, the words behind. */
export function expectedIn(name: string, before: string, value: string, behind: string): ExpectedBlank {
  return { name, words: `${before}${value.trim() === '' ? STRUCK : value}${behind}` };
}
