import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import { compareTexts } from '#shared/domain/contracts/templates/compare.ts';
import { wordChanges } from '#shared/domain/contracts/templates/compare-words.ts';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import { readContractText } from '#shared/domain/contracts/templates/read-text.ts';
import { placedClauses } from '#shared/domain/contracts/templates/walk.ts';
import type { Run } from '#shared/domain/contracts/text/clauses.ts';
import {
  articleNumber,
  articlesOfText,
  type ContractText,
  numberedArticles,
} from '#shared/domain/contracts/text/contract-text.ts';
import { isOwnArticle } from '#shared/domain/contracts/text/keys.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';

const base = contractTextOf('presaleHome');
const problemsOf = (text: ContractText) => checkTemplate(text, base).map(({ problem }) => problem);

/** A random edit such as somebody makes in the editor. */
const edits = fc.oneof(
  fc.record({
    act: fc.constant('say' as const),
    place: fc.nat(400),
    words: fc.string({ minLength: 1, maxLength: 40 }),
  }),
  fc.record({
    act: fc.constant('add' as const),
    place: fc.nat(400),
    words: fc.constantFrom('双方另有约定。', '不适用。'),
  }),
  fc.record({ act: fc.constant('drop' as const), place: fc.nat(400), words: fc.constant('') }),
  fc.record({ act: fc.constant('move' as const), place: fc.nat(400), words: fc.constantFrom('up', 'down') }),
  fc.record({ act: fc.constant('article' as const), place: fc.nat(8), words: fc.constantFrom('其他', '装修管理') }),
);

function edited(
  text: ContractText,
  { act, place, words }: { act: string; place: number; words: string },
): ContractText {
  const clauses = placedClauses(text);
  const one = clauses[place % clauses.length];
  if (one === undefined) return text;
  const said = words.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
  switch (act) {
    case 'say':
      return edit.withRuns(text, one.clause.key, [said]);
    case 'add':
      return edit.withParagraph(text, one.article, one.clause.key, [said]);
    case 'drop':
      return edit.withoutClause(text, one.clause.key);
    case 'move':
      return edit.moved(text, one.clause.key, words === 'up' ? -1 : 1);
    default:
      return edit.withArticle(text, place, said, '双方另有约定。');
  }
}

describe('A text that somebody edits', () => {
  it('is the same text again from JSON, numbered without a gap, whatever was done to it', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (acts) => {
        const text = acts.reduce(edited, base);
        expect(readContractText(JSON.stringify(text))).toEqual(text);
        expect(numberedArticles(text).map(({ number }) => number)).toEqual(
          articlesOfText(text).map((_one, at) => at + 1),
        );
        const lost = checkTemplate(text, base).filter(
          ({ problem }) => problem === 'keyTwice' || problem === 'referenceLost',
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is told apart from the one before: what compares as same is same, and putting the changes back gives it again', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 6 }), (acts) => {
        const text = acts.reduce(edited, base);
        const changes = compareTexts(base, text).flatMap(({ clauses }) => clauses);
        for (const { words } of changes) for (const { runs } of words) expect(runs.length).toBeGreaterThan(0);
        if (JSON.stringify(text) === JSON.stringify(base))
          expect(changes.every(({ change }) => change === 'same')).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('shows each word that was added or removed once, and the blanks as one word each', () => {
    const before: Run[] = ['出卖人应当自签订之日起', { field: 'filingDays' }, '日内办理。'];
    const after: Run[] = ['出卖人自签订之日起', { field: 'filingDays' }, '日之内办理备案。'];
    const changes = wordChanges(before, after);
    const side = (change: string) =>
      edit.tidyRuns(
        changes.filter((one) => one.change === 'same' || one.change === change).flatMap(({ runs }) => runs),
      );
    expect(side('removed')).toEqual(before);
    expect(side('added')).toEqual(after);
    expect(changes.filter(({ change }) => change === 'removed').flatMap(({ runs }) => runs)).toEqual(['应当', '日内']);
  });

  it('keeps its references when an article is added before what they refer to', () => {
    const text = edit.withArticle(base, 0, '其他', '双方另有约定。');
    expect(articleNumber(text, 'lateDelivery')).toBe((articleNumber(base, 'lateDelivery') ?? 0) + 1);
    expect(articlesOfText(text).filter(({ key }) => isOwnArticle(key))).toHaveLength(1);
    expect(problemsOf(text)).toEqual([]);
  });
});
