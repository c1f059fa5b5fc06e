import { describe, expect, it } from 'vitest';
import {
  annexNames,
  annexOfTable,
  annexParts,
  fillingOf,
  type RowsTable,
} from '#renderer/features/contracts/annex-tables.ts';
import { remedyOf, remedySchema } from '#renderer/features/contracts/remedies.ts';
import { articlesOf } from '#renderer/features/contracts/terms.ts';
import { annexesSchema } from '#shared/domain/contracts/annexes.ts';
import { contractFields, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { articleNumber } from '#shared/domain/contracts/text/contract-text.ts';
import { contractForms } from '#shared/domain/contracts/text/forms.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { resources } from '#shared/i18n/index.ts';
import { contractDraft, preflightFacts } from '../../support/contract-builders.ts';
import { draftOfForm, factsOfForm } from '../../support/contract-forms.ts';
import { failing } from '../../unit/contracts/preflight-cases.ts';
import { failingOfForms } from '../../unit/contracts/preflight-form-cases.ts';

/** What nobody has to put right by hand: the records name the contract that was ended before. */
const neverYet = ['replacedNotNamed', 'replacedNotCancelled'];

const text = contractTextOf('presaleHome');
const tables = annexesSchema.keyof().options;

describe('A point of the contract check', () => {
  it.each(failing.filter(({ problem }) => !neverYet.includes(problem)).map((one) => [one.problem, one] as const))(
    '%s leads to where it is put right',
    (problem, one) => {
      const draft = contractDraft({ ...one.draft, buyers: withIds(contractDraft(one.draft).buyers) });
      const finding = preflight(draft, preflightFacts(one.facts)).find((each) => each.problem === problem);
      const remedy = finding && remedyOf(finding, draft);
      expect(remedy).toBeDefined();
      if (remedy?.what === 'terms') {
        const names = articlesOf(text, draft).find(({ article }) => article === remedy.article)?.names ?? [];
        expect(names).toContain(remedy.field);
      }
      if (remedy?.what === 'annex') expect(annexParts[remedy.annex].map((part) => part.table)).toContain(remedy.table);
      // Another page opens it by the address, and comes to the same place.
      if (remedy !== undefined && remedy.what !== 'record')
        expect(remedySchema.parse(JSON.parse(JSON.stringify(remedy)))).toEqual(remedy);
    },
  );

  it.each(failingOfForms.map((one) => [one.form, one.problem, one] as const))(
    'leads to where it is put right in the form %s too: %s',
    (form, problem, one) => {
      const draft = draftOfForm(form, one.draft);
      const facts = { ...factsOfForm(form), ...one.facts };
      const finding = preflight(draft, facts).find((each) => each.problem === problem);
      expect(finding && remedyOf(finding, { ...draft, buyers: withIds(draft.buyers) })).toBeDefined();
    },
  );

  it('names its place: an article or an annex of the text, or what of the deal it is about', () => {
    for (const one of failing) {
      const { place } = preflight(contractDraft(one.draft), preflightFacts(one.facts)).find(
        ({ problem }) => problem === one.problem,
      ) ?? { place: { at: 'field', field: 'structure' } as const };
      if (place.at === 'field') expect(articleNumber(text, contractFields[place.field].article)).toBeGreaterThan(0);
      else if (place.at === 'annex') expect(annexOfTable(place.table) ?? place.table).not.toBe('');
      else
        for (const language of ['zh-CN', 'en'] as const)
          expect(resources[language].contractCheck.places[place.at]).not.toBe('');
    }
  });

  it('about the warranty of a car space opens annex seven, where its terms are written', () => {
    const draft = contractDraft({ fields: { plannedUse: 'parking' } });
    const finding = preflight(draft, preflightFacts()).find(({ problem }) => problem === 'warrantyTermsMissing');
    expect(finding && remedyOf(finding, draft)).toEqual({
      what: 'annex',
      annex: 'warranty',
      table: 'warrantyTerms',
    });
    expect(annexParts.warranty).toContainEqual({ as: 'text', table: 'warrantyTerms' });
  });

  it('about a field that the records fill leads to the record, not to the contract', () => {
    const draft = contractDraft({ given: ['total', 'deliveryOn'] });
    const finding = preflight(draft, preflightFacts({ filedPrice: null })).find(({ rule }) => rule === 'P08');
    expect(finding && remedyOf(finding, draft)).toEqual({ what: 'record', record: 'subscription' });
  });
});

describe('The editors of a contract', () => {
  it('have a field for every blank of the articles', () => {
    const draft = contractDraft({ given: [] });
    const names = contractForms.flatMap((form) => articlesOf(contractTextOf(form), draft).flatMap((one) => one.names));
    expect([...new Set(names)].sort()).toEqual([...fieldNames].sort());
  });

  it('call no blank open that the contract does not ask for, as the check does', () => {
    // A price in all leaves no room for fit-out, a single payment none for a loan, and nobody struck them by hand.
    const draft = contractDraft({ struck: [], given: [] });
    const found = preflight(draft, preflightFacts()).flatMap(({ problem, place }) =>
      problem === 'fieldOpen' && place.at === 'field' ? [place.field] : [],
    );
    const articles = articlesOf(text, draft);
    expect(articles.flatMap(({ open }) => open).sort()).toEqual([...found].sort());
    expect(found.length).toBeLessThan(fieldNames.filter((name) => draft.fields[name] === null).length);
    for (const { asked, open } of articles) expect(asked).toEqual(expect.arrayContaining([...open]));
  });

  it('have a place for every table of the annexes but the payments, which are those of the plan', () => {
    expect(tables.filter((table) => annexOfTable(table) === undefined)).toEqual(['payments']);
  });

  it('have a column for everything that a row says, with its words in both languages', () => {
    for (const part of annexNames.flatMap((name) => annexParts[name])) {
      if (part.as !== 'rows') continue;
      const said = Object.keys(annexesSchema.shape[part.table].element.shape).sort();
      expect(part.columns.map(({ name }) => name).sort(), part.table).toEqual(said);
      expect(annexesSchema.shape[part.table].max(part.most).safeParse([]).success).toBe(true);
      for (const language of ['zh-CN', 'en'] as const) {
        const columns: Readonly<Record<RowsTable, object>> = resources[language].contractAnnexes.columns;
        expect(Object.keys(columns[part.table]).sort(), part.table).toEqual(said);
      }
    }
  });

  it('add a row that is right as soon as what must be said is said', () => {
    for (const part of annexNames.flatMap((name) => annexParts[name])) {
      if (part.as !== 'rows') continue;
      const needed = part.columns.filter(({ required }) => required).map(({ name }) => [name, '样本']);
      const row = { ...part.fresh, ...Object.fromEntries(needed) };
      expect(annexesSchema.shape[part.table].safeParse([row]).error, part.table).toBeUndefined();
    }
  });

  it('tell an annex that says none from one that is empty', () => {
    const { annexes } = contractDraft({ annexes: { burdens: [], commonParts: [], payments: [] } });
    expect(fillingOf(annexes, 'burdens')).toBe('none');
    expect(fillingOf(annexes, 'commonParts')).toBe('empty');
    expect(fillingOf(annexes, 'payments')).toBe('fromPlan');
    expect(fillingOf(annexes, 'facilities')).toEqual({ rows: annexes.facilities.length });
  });
});

function withIds<T extends object>(buyers: readonly T[]): (T & { customerId: number })[] {
  return buyers.map((buyer, index) => ({ ...buyer, customerId: index + 1 }));
}
