import { describe, expect, it } from 'vitest';
import { PAGE_ROWS, pagesOf, readAll } from '#renderer/components/use-long-rows.ts';

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

describe('A long list that leaves as a file', () => {
  const whole = Array.from({ length: 1203 }, (_, index) => index);
  const part = (offset: number) => whole.slice(offset, offset + 500);

  it('is read to its end, in its order, each row once', async () => {
    const asked: number[] = [];
    const rows = await readAll(async (offset) => {
      asked.push(offset);
      return { total: whole.length, rows: part(offset) };
    });
    expect(rows).toEqual(whole);
    expect(asked).toEqual([0, 500, 1000]);
  });

  it('ends where it ends when rows are gone meanwhile, and is empty where nothing is', async () => {
    expect(await readAll(async (offset) => ({ total: 2000, rows: part(offset) }))).toEqual(whole);
    expect(await readAll(async () => ({ total: 0, rows: [] }))).toEqual([]);
  });
});
