import { describe, expect, it } from 'vitest';
import {
  findWords,
  firstFound,
  type PageOfWords,
  searchedPages,
  type WantedWords,
} from '#renderer/components/find-words.ts';

/** Digits and blanks are half as wide as other signs. */
const widthOf = (text: string) => text.length * 10 - (text.match(/[\d ]/g)?.length ?? 0) * 5;
/** Lines of signs of 10 points, one under the other from 700 points downwards. */
const page = (number: number, ...lines: string[]): PageOfWords => ({
  ...{ page: number, width: 600, height: 800 },
  words: lines.map((str, index) => ({ str, x: 100, y: 700 - index * 20, width: widthOf(str), height: 10 })),
});
const find = (pages: readonly PageOfWords[], wanted: Partial<WantedWords>) =>
  findWords(searchedPages(pages), { before: '', words: '', behind: '', ...wanted });

describe('Words of a paper', () => {
  const pages = [page(1, '目录附件一', '总价 100 元。'), page(2, '附件一', '首付款100元，', '房价100元整')];

  it('are found where they stand between what is before and behind them, as a part of their line', () => {
    const [part, ...more] = find(pages, { before: '房价', words: '100', behind: '元' });
    expect(more).toEqual([]);
    expect(part).toMatchObject({ page: 2, x: 120 / 600, width: 15 / 600 });
    // Its baseline stands 660 points above the lower edge.
    expect((part?.y ?? 0) * 800).toBeLessThan(800 - 660);
    expect(((part?.y ?? 0) + (part?.height ?? 0)) * 800).toBeGreaterThan(800 - 660);
  });

  it('are found whatever blanks stand between their signs, and signs of one shape pass for each other', () => {
    expect(find(pages, { words: '总价100元' })).toHaveLength(1);
    expect(find([page(1, '⻓江路')], { words: '长江路' })).toHaveLength(1);
  });

  it('are a part for each of their lines, also over a page', () => {
    expect(find(pages, { words: '100元，房价' }).map(({ page: of }) => of)).toEqual([2, 2]);
    expect(find(pages, { words: '元。附件' }).map(({ page: of }) => of)).toEqual([1, 2]);
  });

  it('are those of the text and not of the contents, where the last are asked for', () => {
    expect(find(pages, { words: '附件一' })).toMatchObject([{ page: 1 }]);
    expect(find(pages, { words: '附件一', last: true })).toMatchObject([{ page: 2, x: 100 / 600 }]);
  });

  it('are nowhere where no page says them, and so is nothing', () => {
    expect(find(pages, { before: '房价', words: '200', behind: '元' })).toEqual([]);
    expect(find(pages, {})).toEqual([]);
  });

  it('are found by others where these are broken by the foot of a page, the nearest first', () => {
    const wanted = (...words: string[]) => words.map((one) => ({ before: '', words: one, behind: '' }));
    expect(firstFound(searchedPages(pages), wanted('房价200元', '首付款'))).toMatchObject([{ page: 2 }]);
    expect(firstFound(searchedPages(pages), wanted('没有'))).toEqual([]);
  });

  it('are found behind signs that take two places in a text', () => {
    expect(find([page(1, '𠀀'.repeat(3), '买受人')], { words: '买受人' })).toMatchObject([
      { x: 100 / 600, width: 30 / 600 },
    ]);
  });
});
