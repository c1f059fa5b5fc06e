import { describe, expect, it } from 'vitest';
import { pageBreaks } from '#renderer/components/page-breaks.ts';

describe('The pages of a printed list', () => {
  it('take as many rows as fit, whatever their heights', () => {
    expect(pageBreaks([30, 30, 30, 60, 20, 10], 100, 10)).toEqual([
      [0, 3],
      [3, 6],
    ]);
  });

  it('keep what closes the list with its last row', () => {
    expect(pageBreaks([30, 30, 30], 100, 10)).toEqual([[0, 3]]);
    expect(pageBreaks([30, 30, 30], 100, 20)).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  it('give a row that is higher than a page one of its own', () => {
    expect(pageBreaks([20, 300, 20], 100, 10)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('are one where there is nothing to list', () => {
    expect(pageBreaks([], 100, 10)).toEqual([[0, 0]]);
  });
});
