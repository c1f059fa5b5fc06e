import { describe, expect, it } from 'vitest';
import { textHash } from '#electron/server/contracts/templates/versions.ts';
import { contractFields, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import type { Clause, Run } from '#shared/domain/contracts/text/clauses.ts';
import {
  annexNumber,
  articleNumber,
  articlesOfText,
  numberedArticles,
} from '#shared/domain/contracts/text/contract-text.ts';
import { contractForms } from '#shared/domain/contracts/text/forms.ts';
import { liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractTextOf, wordingEdition, wordingEditions } from '#shared/domain/contracts/text/own-wording.ts';
import { contractTextSchema } from '#shared/domain/contracts/text/schema.ts';
import { contractDraft } from '../../support/contract-builders.ts';

function runsIn(clauses: readonly Clause[]): Run[] {
  return clauses.flatMap((clause): Run[] => {
    if (clause.kind === 'paragraph') return [...clause.runs];
    if (clause.kind === 'oneOf') return clause.options.flatMap((one) => runsIn(one.clauses));
    return clause.kind === 'onlyIf' ? [...runsIn(clause.clauses), ...clause.otherwise] : [];
  });
}

function keysIn(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) => {
    if (clause.kind === 'oneOf') return [clause.key, ...clause.options.flatMap((one) => keysIn(one.clauses))];
    return clause.kind === 'onlyIf' ? [clause.key, ...keysIn(clause.clauses)] : [clause.key];
  });
}

describe.each(contractForms)('The text of the form %s', (form) => {
  const text = contractTextOf(form);
  const articles = articlesOfText(text);

  it('is data: it comes back from JSON as it was, and every part of it is declared', () => {
    expect(contractTextSchema.parse(JSON.parse(JSON.stringify(text)))).toEqual(text);
    expect(text.form).toBe(form);
  });

  it('is the edition whose number it carries: other words are another edition', () => {
    const editions = wordingEditions[form];
    expect(textHash(text), 'The words have changed: add their hash to the editions of this form.').toBe(
      editions.at(-1),
    );
    expect(new Set(editions).size).toBe(editions.length);
    expect(wordingEdition(form)).toBe(`HT-${editions.length}`);
  });

  it('numbers its articles from one without a gap, and names each clause once', () => {
    expect(numberedArticles(text).map(({ number }) => number)).toEqual(articles.map((_one, index) => index + 1));
    expect(new Set(articles.map(({ key }) => key)).size).toBe(articles.length);
    const keys = articles.flatMap(({ clauses }) => keysIn(clauses));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('refers to articles and annexes that it has, by their keys and never by a number in its words', () => {
    const runs = [...text.notes.flat(), ...articles.flatMap(({ clauses }) => runsIn(clauses))];
    for (const run of runs) {
      if (typeof run === 'string') expect(run).not.toMatch(/第[一二三四五六七八九十]+条|附件[一二三四五六七八九十]/u);
      else if ('article' in run) expect(articleNumber(text, run.article), run.article).toBeDefined();
      else if ('annex' in run) expect(annexNumber(text, run.annex), run.annex).toBeDefined();
    }
  });

  it('has every field that stands in it in the article that the field belongs to', () => {
    for (const article of articles)
      for (const run of runsIn(article.clauses))
        if (typeof run !== 'string' && 'field' in run)
          expect(contractFields[run.field].article, run.field).toBe(article.key);
  });

  it('asks a contract for fields of its own articles only', () => {
    const live = liveFields(text, contractDraft());
    expect(live.length).toBeGreaterThan(0);
    expect(fieldNames).toEqual(expect.arrayContaining(live));
  });
});
