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

  it('that count money keep the yuan', () => {
    expect(numberPieces('表价合计 9,950.3 万元。退还 50,000.00 元')).toEqual([
      '表价合计 ',
      '9,950.3 万元',
      '。退还 ',
      '50,000.00 元',
      '',
    ]);
  });

  it('that are shares keep their sign', () => {
    expect(numberPieces('Large home 2 %)')).toEqual(['Large home ', '2 %', ')']);
  });

  it('without a hyphen and without money stay in the sentence', () => {
    expect(numberPieces('Releases 56 units')).toEqual(['Releases 56 units']);
  });
});
