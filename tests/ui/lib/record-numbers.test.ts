import { describe, expect, it } from 'vitest';
import { numberPieces } from '#renderer/lib/record-numbers.ts';

describe('The numbers in a sentence', () => {
  it('of a subscription, a unit and a day are pieces of their own', () => {
    expect(numberPieces('1-1-703 goes back on sale; RG-2026-0147 ends on 2026-12-03.')).toEqual([
      '',
      '1-1-703',
      ' goes back on sale; ',
      'RG-2026-0147',
      ' ends on ',
      '2026-12-03',
      '.',
    ]);
  });

  it('without a hyphen stay in the sentence', () => {
    expect(numberPieces('50,000.00 元从账上冲回')).toEqual(['50,000.00 元从账上冲回']);
  });
});
