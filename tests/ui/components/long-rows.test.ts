import { describe, expect, it } from 'vitest';
import { PAGE_ROWS, pagesOf } from '#renderer/components/use-long-rows.ts';

describe('The pages of a long list', () => {
  it('are those on which the drawn rows lie', () => {
    expect(pagesOf(0, 30, 20_000)).toEqual([0]);
    expect(pagesOf(PAGE_ROWS - 5, PAGE_ROWS + 5, 20_000)).toEqual([0, 1]);
    expect(pagesOf(19_990, 20_012, 20_000)).toEqual([99]);
  });

  it('are none where there is nothing, nor before anything is drawn', () => {
    expect(pagesOf(0, 12, 0)).toEqual([]);
    expect(pagesOf(0, -1, 20_000)).toEqual([]);
  });
});
