import { describe, expect, it } from 'vitest';
import { filledTerms } from '#db/seed/contract-terms.ts';
import { contractSampleFacts } from '#shared/documents/sale-contract/sample.ts';
import { sampleFactsOf } from '#shared/documents/sale-contract/sample-forms.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { draftContract } from '#shared/domain/contracts/make-draft.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { contractForms } from '#shared/domain/contracts/text/forms.ts';
import { fieldsOfText } from '#shared/domain/contracts/text/live-fields.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { contractDraft } from '#tests/support/contract-builders.ts';
import { factsOfForm } from '#tests/support/contract-forms.ts';

describe('The terms that people of a generated office fill in', () => {
  it('list the mortgage in its annex where the contract tells of one, and none where it does not', () => {
    const mortgagesOf = (mortgageStatus: 'mortgaged' | 'none') =>
      filledTerms(contractDraft({ fields: { mortgageStatus }, annexes: { mortgages: [] } })).annexes.mortgages.length;
    expect(mortgagesOf('mortgaged')).toBe(1);
    expect(mortgagesOf('none')).toBe(0);
  });

  it.each(contractForms)(
    'leave nothing open in a contract of the form %s, and fill nothing it has no place for',
    (form) => {
      const facts = form === 'presaleHome' ? contractSampleFacts : sampleFactsOf(form);
      const drafted = draftContract({ ...facts, carried: { fields: {}, annexes: {} } });
      const draft = { ...drafted, ...filledTerms(drafted) };
      const found = preflight(draft, factsOfForm(form)).map(({ problem }) => problem);
      expect(found).toEqual(expect.not.arrayContaining(['fieldOpen']));
      expect(found).toEqual(expect.not.arrayContaining(['facilityWithoutDay']));
      const places = fieldsOfText(contractTextOf(form));
      expect(fieldNames.filter((name) => draft.fields[name] !== null && !places.has(name))).toEqual([]);
    },
  );
});
