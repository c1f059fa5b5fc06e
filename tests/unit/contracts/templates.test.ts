import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#shared/domain/contracts/templates/check.ts';
import * as parts from '#shared/domain/contracts/templates/edit-parts.ts';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import { type TemplateProblem, templateProblemNames } from '#shared/domain/contracts/templates/findings.ts';
import { mayBeSigned, versionInForce } from '#shared/domain/contracts/templates/in-force.ts';
import { lockOf } from '#shared/domain/contracts/templates/locks.ts';
import { readContractText } from '#shared/domain/contracts/templates/read-text.ts';
import { placedClauses, runsOfClause, wordsOfRuns } from '#shared/domain/contracts/templates/walk.ts';
import type { Run } from '#shared/domain/contracts/text/clauses.ts';
import { articlesOfText, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractForms } from '#shared/domain/contracts/text/forms.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { resources } from '#shared/i18n/index.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const base = contractTextOf('presaleHome');
const problemsOf = (text: ContractText) => checkTemplate(text, base).map(({ problem }) => problem);
const says = (text: ContractText, ...runs: Run[]) => edit.withParagraph(text, 'taxes', 'taxes-1', runs);
const swap = (key: string, from: string, to: string) => {
  const clause = placedClauses(base).find((one) => one.clause.key === key)?.clause;
  if (clause === undefined) throw new Error(`No clause ${key}`);
  const runs = runsOfClause(clause).map((run) => (typeof run === 'string' ? run.replace(from, to) : run));
  expect(runs).not.toEqual(runsOfClause(clause));
  return edit.withRuns(base, key, runs);
};
const without = (key: string, field: string) => {
  const clause = placedClauses(base).find((one) => one.clause.key === key)?.clause;
  const runs = clause === undefined ? [] : runsOfClause(clause);
  return edit.withRuns(
    base,
    key,
    runs.filter((run) => typeof run === 'string' || !('field' in run && run.field === field)),
  );
};
const chapters = (change: (all: ContractText['chapters']) => ContractText['chapters']): ContractText => ({
  ...base,
  chapters: change(base.chapters),
});
const explained = (...[word, meaning]: [string, string]): ContractText => ({
  ...base,
  glossary: [...base.glossary, { word, meaning }],
});

/** Each thing that can be wrong, by a text that has nothing else wrong of its kind. */
const wrong: readonly (readonly [TemplateProblem, () => ContractText])[] = [
  ['formChanged', () => ({ ...base, form: 'existingHome' })],
  ['titleChanged', () => ({ ...base, title: '商品房买卖合同' })],
  ['articleGone', () => edit.withoutArticle(base, 'privacy')],
  ['articleMoved', () => chapters((all) => [...all].reverse())],
  ['annexesChanged', () => ({ ...base, annexes: base.annexes.slice(1) })],
  [
    'meaningChanged',
    () => ({ ...base, glossary: base.glossary.map((one) => ({ ...one, meaning: '由出卖人解释。' })) }),
  ],
  ['meaningChanged', () => explained('不可抗力', '包括市政施工。')],
  ['meaningOfEffect', () => explained('应当', '可以，也可以不。')],
  ['clauseGone', () => edit.withoutClause(base, 'supplement-1')],
  ['clauseMoved', () => edit.withCondition(base, 'supplement-1', 'dwelling', '已划去。')],
  ['clauseWeakened', () => swap('privacy-1', '不得把', '可以把')],
  ['clauseWeakened', () => swap('filing-1', '不超过三十日', '不超过九十日')],
  ['clauseWeakened', () => swap('payment-1', '不超过总价款的百分之二十', '不超过总价款的百分之三十')],
  ['fieldGone', () => without('latePayment-2.bands-2', 'paymentRate')],
  ['choiceChanged', () => droppedOption()],
  ['conditionChanged', () => edit.withCondition(base, 'deliveryConditions-5', 'mortgaged', '')],
  ['weightyGone', () => edit.withWeight(base, 'warranty-2', false)],
  ['keyTwice', () => chapters((all) => [...all, { title: '另章', articles: [{ ...article('taxes'), key: 'own1' }] }])],
  ['optionUnknown', () => base],
  ['addressTyped', () => says(base, '详见 file:///etc/passwd 的说明。')],
  ['addressTyped', () => says(base, '详见 https://example.com/contract。')],
  ['addressTyped', () => says(base, '详见 C:\\office\\terms.txt。')],
  ['addressTyped', () => says(base, '详见 ../../etc/shadow。')],
  ['modelForm', () => says(base, '本合同采用示范文本。')],
  ['modelForm', () => says(base, 'GF-2014-0171')],
  ['articleEmpty', () => edit.withoutClause(edit.withArticle(base, 2, '其他', '双方另有约定。'), 'own1-own1')],
  [
    'meaningTwice',
    () => {
      const once = explained('样板间', '展示交付标准的房屋。');
      return { ...once, glossary: [...once.glossary, { word: '样板间', meaning: '另外的房屋。' }] };
    },
  ],
  ['noteGone', () => parts.withoutNote(base, 1)],
  ['referenceLost', () => says(base, '依', { article: 'own9' }, '处理。')],
  ['referenceTyped', () => says(base, '依第十二条处理。')],
  ['placeholderLeft', () => says(base, '利率为____。')],
  ['accountTyped', () => says(base, '付至 6222 0202 0001 2345 678。')],
  ['clauseVoid', () => says(base, '买受人放弃要求赔偿的权利。')],
  ['clauseWeak', () => says(base, '出卖人享有最终解释权。')],
  ['lawRestyled', () => swap('privacy-1', '并采取措施防止泄露', '并采取必要的措施防止泄露')],
  ['ruleChanged', () => swap('planningChange-1', '十日之内', '五日之内')],
];

function article(key: string) {
  const one = articlesOfText(base).find((each) => each.key === key);
  if (one === undefined) throw new Error(`No article ${key}`);
  return one;
}

function droppedOption(): ContractText {
  const text = structuredClone(base) as unknown as {
    chapters: { articles: { clauses: { kind: string; options?: unknown[] }[] }[] }[];
  };
  for (const chapter of text.chapters)
    for (const one of chapter.articles)
      for (const clause of one.clauses) if (clause.kind === 'oneOf') clause.options?.pop();
  return text as unknown as ContractText;
}

describe('The check of a contract text', () => {
  it.each(contractForms)('finds nothing in the wording of the program for %s', (form) => {
    const text = contractTextOf(form);
    expect(checkTemplate(text, text)).toEqual([]);
  });

  it.each(wrong.filter(([problem]) => problem !== 'optionUnknown'))('finds %s', (problem, text) => {
    expect(problemsOf(text())).toContain(problem);
  });

  it('finds an option that its field does not have', () => {
    const text = JSON.parse(
      JSON.stringify(base).replace('"option":"innerArea"', '"option":"constructor"'),
    ) as ContractText;
    expect(problemsOf(text)).toContain('optionUnknown');
  });

  it('has a case for every problem, and a sentence for it in both languages', () => {
    expect(new Set(wrong.map(([problem]) => problem))).toEqual(new Set(templateProblemNames));
    for (const language of ['zh-CN', 'en'] as const)
      for (const problem of templateProblemNames)
        expect(resources[language].templates.problems[problem].length, problem).toBeGreaterThan(5);
  });

  it('lets an office say a free clause otherwise, leave it out, and add articles and paragraphs of its own', () => {
    const text = edit.withoutClause(
      edit.withRuns(says(base, '契税由买受人缴纳。'), 'promises-5', ['（五）买受人应当爱护房屋。']),
      'promises-4',
    );
    expect(problemsOf(edit.withArticle(text, 8, '装修管理', '双方遵守临时管理规约中有关装修的约定。'))).toEqual([]);
  });

  it('takes a citation of a law for what it is, and no reference to an article of the contract', () => {
    expect(problemsOf(says(base, '《中华人民共和国民法典》第五百八十六条、第十条另有规定的，从其规定。'))).toEqual([]);
  });

  it('locks what contract-form.md lists, in every form that has the article', () => {
    const mustStay = [
      ['projectBasis', /方式取得/],
      ['permit', /许可证号/],
      ['title', /司法机关查封/],
      ['payment', /监管账户/],
      ['payment', /百分之二十/],
      ['deliveryConditions', /竣工验收备案/],
      ['quality', /主体结构/],
      ['warranty', /最低期限/],
      ['filing', /三十日/],
      ['registration', /共同向不动产登记机构/],
      ['management', /临时管理规约/],
      ['commonOwnership', /全体业主共有/],
      ['promises', /分割拆零/],
      ['privacy', /个人信息/],
      ['supplement', /该部分不适用/],
      ['effect', /书面形式/],
    ] as const;
    for (const form of contractForms) {
      const clauses = placedClauses(contractTextOf(form));
      for (const [key, words] of mustStay) {
        const here = clauses.filter((one) => one.article === key);
        if (here.length === 0) continue;
        const fixed = here.filter(({ clause }) => words.test(wordsOfRuns(runsOfClause(clause))));
        if (fixed.length === 0 && form !== 'presaleHome') continue;
        expect(
          fixed.map(({ clause }) => lockOf(key, clause)),
          `${form}: ${key}`,
        ).toContain('law');
      }
    }
  });
});

describe('A text from somebody else', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const body = JSON.stringify(base);
  const put = (from: string, to: string) => {
    expect(body).toContain(from);
    return body.replace(from, to);
  };
  it.each([
    ['TEMPLATE_NOT_A_TEXT', '合同'],
    ['TEMPLATE_NOT_A_TEXT', `${body}x`],
    ['TEMPLATE_TOO_LONG', nested(1_000_000)],
    ['TEMPLATE_TOO_LONG', body.replace('权利', '权'.repeat(200_000))],
    ['TEMPLATE_NOT_DECLARED', nested(90_000)],
    ['TEMPLATE_NOT_DECLARED', 'null'],
    ['TEMPLATE_NOT_DECLARED', put('"kind":"paragraph"', '"kind":"paragraph","image":"file:///etc/passwd"')],
    ['TEMPLATE_NOT_DECLARED', put('"kind":"paragraph"', '"kind":"paragraph","__proto__":{"weighty":true}')],
    ['TEMPLATE_NOT_DECLARED', put('"form":"presaleHome"', '"form":"presaleHome","constructor":{"prototype":1}')],
    ['TEMPLATE_NOT_DECLARED', put('{"field":"landPlace"}', '{"field":"constructor"}')],
    ['TEMPLATE_NOT_DECLARED', put('{"field":"landPlace"}', '{"field":"__proto__"}')],
    ['TEMPLATE_NOT_DECLARED', put('{"field":"landPlace"}', '{"field":"passwordHash"}')],
    ['TEMPLATE_NOT_DECLARED', put('{"field":"landPlace"}', '{"capitals":"landPlace"}')],
    ['TEMPLATE_NOT_DECLARED', put('{"fact":"projectName"}', '{"fact":"toString"}')],
    ['TEMPLATE_NOT_DECLARED', put('"condition":"mortgaged"', '"condition":"hasOwnProperty"')],
    ['TEMPLATE_NOT_DECLARED', put('"table":"unit"', '"table":"accounts"')],
    ['TEMPLATE_NOT_DECLARED', put('{"annex":"drawings"}', '{"annex":"../../etc"}')],
    ['TEMPLATE_NOT_DECLARED', put('"key":"projectBasis"', '"key":"__proto__"')],
    ['TEMPLATE_SIGN_NOT_ALLOWED', put('出卖人以', '出卖人\\u202e以')],
    ['TEMPLATE_SIGN_NOT_ALLOWED', put('出卖人以', '出卖人\\u0000以')],
  ])('is refused as %s (%#)', (code, json) => {
    expect(() => readContractText(json)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where clauses stand in each other without end', () => {
    const inner = (depth: number): unknown =>
      depth === 0
        ? []
        : [{ key: 'taxes-own1', kind: 'onlyIf', condition: 'dwelling', otherwise: ['无'], clauses: inner(depth - 1) }];
    const deep = (depth: number) =>
      JSON.stringify({
        ...base,
        chapters: [{ title: '章', articles: [{ ...article('taxes'), clauses: inner(depth) }] }],
      });
    expect(() => readContractText(deep(3))).not.toThrow();
    expect(() => readContractText(deep(5))).toThrow(expect.objectContaining({ code: 'TEMPLATE_NOT_DECLARED' }));
  });

  it('is a text or a refusal, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
        expect(() => readContractText(json)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^TEMPLATE_/) }),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('The version of a text that is in force', () => {
  const day = localDate('2026-12-01');
  const version = (id: number, activeFrom: string | null, retiredOn: string | null = null) => ({
    id,
    state: retiredOn === null ? ('approved' as const) : ('retired' as const),
    activeFrom: activeFrom === null ? null : localDate(activeFrom),
    retiredOn: retiredOn === null ? null : localDate(retiredOn),
  });

  it('is the one that came into use last, and none before its day', () => {
    const versions = [version(1, '2026-01-01'), version(2, '2026-11-01'), version(3, '2026-12-02')];
    expect(versionInForce(versions, day)?.id).toBe(2);
    expect(versionInForce(versions, localDate('2026-12-02'))?.id).toBe(3);
    expect(versionInForce(versions, localDate('2025-12-31'))).toBeUndefined();
  });

  it('is the later one of two from the same day, and the earlier one once that is out of use', () => {
    expect(versionInForce([version(1, '2026-01-01'), version(2, '2026-01-01')], day)?.id).toBe(2);
    expect(versionInForce([version(1, '2026-01-01'), version(2, '2026-01-01', '2026-11-30')], day)?.id).toBe(1);
  });

  it('may be signed until the day on which it is taken out of use, also where a newer one is there', () => {
    expect(mayBeSigned(version(1, '2026-01-01', '2026-12-02'), day)).toBe(true);
    expect(mayBeSigned(version(1, '2026-01-01', '2026-12-01'), day)).toBe(false);
    expect(mayBeSigned(version(1, null), day)).toBe(false);
  });
});
