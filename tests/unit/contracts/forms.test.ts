import { describe, expect, it } from 'vitest';
import { contractDraftSchema } from '#shared/domain/contracts/draft.ts';
import { completedTerms, termsOf } from '#shared/domain/contracts/kept-terms.ts';
import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { annexNumber, articleNumber, articlesOfText } from '#shared/domain/contracts/text/contract-text.ts';
import { type ContractForm, contractForms, isExisting } from '#shared/domain/contracts/text/forms.ts';
import { fieldsOfText, liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { contractDraft } from '../../support/contract-builders.ts';
import { draftOfForm, factsOfForm } from '../../support/contract-forms.ts';
import { failingOfForms, leased, silentSince } from './preflight-form-cases.ts';

const found = (
  form: ContractForm,
  change: Parameters<typeof draftOfForm>[1] = {},
  facts: Partial<PreflightFacts> = {},
) => preflight(draftOfForm(form, change), { ...factsOfForm(form), ...facts }).map(({ problem }) => problem);

describe('The forms of the contract of sale', () => {
  it.each([
    ['presaleHome', 29, 9],
    ['existingHome', 26, 7],
    ['presaleCommercial', 29, 9],
    ['existingCommercial', 26, 7],
    ['presaleParking', 29, 9],
    ['existingParking', 26, 7],
  ] as const)('%s has %i articles in %i chapters behind that of the parties', (form, articles, chapters) => {
    const text = contractTextOf(form);
    expect(articlesOfText(text)).toHaveLength(articles);
    expect(text.chapters).toHaveLength(chapters);
    expect(text.title).toMatch(isExisting(form) ? /（现售）$/u : /（预售）$/u);
  });

  it('moves the annexes behind the tenant’s right by one where the house stands, and counts the city’s own last', () => {
    const [presale, existing] = [contractTextOf('presaleHome'), contractTextOf('existingHome')];
    expect(presale.annexes.map(({ key }) => key).filter((key) => key !== 'eligibility')).toHaveLength(11);
    expect(existing.annexes.map(({ key }) => key).filter((key) => key !== 'eligibility')).toHaveLength(12);
    expect([annexNumber(presale, 'payments'), annexNumber(existing, 'tenantWaiver')]).toEqual([4, 4]);
    expect([annexNumber(existing, 'payments'), annexNumber(existing, 'supplement')]).toEqual([5, 12]);
  });

  it('leaves out of what stands the account, the second survey, the changes and the filing', () => {
    for (const form of contractForms.filter(isExisting)) {
      const text = contractTextOf(form);
      for (const key of ['permit', 'areaDifference', 'planningChange', 'designChange', 'filing'])
        expect(articleNumber(text, key), `${form} ${key}`).toBeUndefined();
      expect(articleNumber(text, 'registration')).toBe(17);
      const places = fieldsOfText(text);
      for (const field of ['supervisor', 'accountNumber', 'areaRule', 'filingDays', 'taxReliefBearer'] as const)
        expect(places.has(field), `${form} ${field}`).toBe(false);
    }
  });

  it('asks a space neither for balconies nor for gas, sound or air, but for its size, kind and fee', () => {
    for (const form of ['presaleParking', 'existingParking'] as const) {
      const live = liveFields(contractTextOf(form), draftOfForm(form));
      for (const field of ['balconies', 'storeyHeight', 'soundStandard', 'airStandard', 'managementFee'] as const)
        expect(live, form).not.toContain(field);
      for (const field of ['spaceKind', 'spaceLength', 'spaceWidth', 'spaceHeight', 'spaceFee'] as const)
        expect(live, form).toContain(field);
    }
  });

  it('strikes the sound insulation of a shop, whose land is not renewed by itself', () => {
    const text = contractTextOf('presaleCommercial');
    expect(liveFields(text, draftOfForm('presaleCommercial'))).not.toContain('soundStandard');
    expect(JSON.stringify(text)).toContain('期限届满后不自动续期');
    expect(JSON.stringify(contractTextOf('presaleHome'))).not.toContain('期限届满后不自动续期');
  });
});

describe('A contract of each form', () => {
  it.each(contractForms)('%s comes back from JSON as it was and passes the check', (form) => {
    const draft = draftOfForm(form);
    expect(contractDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(draft.form).toBe(form);
    expect(found(form)).toEqual([]);
  });

  it('proposes and records nothing that its text has no place for', () => {
    for (const form of contractForms) {
      const places = fieldsOfText(contractTextOf(form));
      const { fields, given } = draftOfForm(form);
      const filled = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [name]));
      expect(
        filled.filter((name) => !places.has(name as never)),
        form,
      ).toEqual([]);
      expect(
        given.filter((name) => !places.has(name)),
        form,
      ).toEqual([]);
    }
  });

  it('that was kept before there were forms is one of a home that was being built', () => {
    const { form: _form, annexes, fields, ...rest } = termsOf(contractDraft());
    const { tenantWaivers: _waivers, ...older } = annexes;
    const { leaseStatus: _lease, spaceKind: _kind, ...known } = fields;
    expect(completedTerms({ ...rest, annexes: older, fields: known })).toMatchObject({
      form: 'presaleHome',
      fields: { spaceKind: null },
      annexes: { tenantWaivers: [] },
    });
  });
});

describe('The check of the other forms', () => {
  it.each(failingOfForms.map((one) => [one.form, one.problem, one] as const))(
    'finds in %s the problem %s',
    (form, problem, { draft, facts }) => {
      expect(found(form, draft, facts)).toContain(problem);
    },
  );

  it('takes fifteen full days of a tenant’s silence for an answer, and lets a home be handed over on the day', () => {
    const change = { fields: leased, annexes: { tenantWaivers: [silentSince('2026-11-07')] } };
    expect(found('existingHome', change)).toEqual([]);
    const { payments } = draftOfForm('existingHome').annexes;
    const today = payments.map((one) => ({ ...one, dueOn: localDate('2026-11-23') }));
    expect(
      found('existingHome', { fields: { deliveryOn: localDate('2026-11-23') }, annexes: { payments: today } }),
    ).toEqual(expect.not.arrayContaining(['deliveryNotAfterSigning', 'paymentAfterDelivery']));
  });

  it('asks no form for what it has not: what only the pre-sale knows is not checked where the house stands', () => {
    const facts = { filingLimitDays: 1, supervisedAccount: { bank: '', name: '', number: '' } };
    expect(found('existingHome', {}, facts)).toEqual([]);
    expect(found('presaleHome', {}, facts)).toEqual(expect.arrayContaining(['filingLong', 'accountIncomplete']));
  });
});
