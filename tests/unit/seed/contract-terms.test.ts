import { describe, expect, it } from 'vitest';
import { filledTerms } from '#db/seed/contract-terms.ts';
import { contractDraft } from '#tests/support/contract-builders.ts';

describe('The terms that people of a generated office fill in', () => {
  it('list the mortgage of annex three where article four tells of one, and none where it does not', () => {
    const mortgagesOf = (mortgageStatus: 'mortgaged' | 'none') =>
      filledTerms(contractDraft({ fields: { mortgageStatus }, annexes: { mortgages: [] } })).annexes.mortgages.length;
    expect(mortgagesOf('mortgaged')).toBe(1);
    expect(mortgagesOf('none')).toBe(0);
  });
});
