import { describe, expect, it } from 'vitest';
import { contractFields, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { problems, ruleCodes } from '#shared/domain/contracts/preflight/findings.ts';
import { readBackFindings } from '#shared/domain/contracts/preflight/read-back.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { resources } from '#shared/i18n/index.ts';
import { yuan } from '#shared/kernel/money.ts';
import { contractDraft, preflightFacts } from '../../support/contract-builders.ts';
import { draftOfForm, factsOfForm } from '../../support/contract-forms.ts';
import { type Case, failing } from './preflight-cases.ts';
import { failingOfForms } from './preflight-form-cases.ts';
import { passing } from './preflight-passing-cases.ts';

function found({ draft = {}, facts = {} }: Case): string[] {
  return preflight(contractDraft(draft), preflightFacts(facts)).map((one) => one.problem);
}

const text = contractTextOf('presaleHome');

/** What only the finished paper can show. */
const onPaper = ['capitalsDiffer', 'pagesDiffer', 'referenceLost'] as const;

/** With what a sentence begins that says what to do. */
const deeds =
  /^(Add|Ask|Attach|Change|Check|Choose|Collect|Complete|Confirm|Correct|Describe|Drop|Enter|Explain|Extend|Fill|Follow|Give|Have|Keep|Lower|Make|Name|Obtain|Raise|Record|Remove|Renew|Reword|Say|Settle|Shorten|Tell|Wait)\b/u;

describe('The check of a contract', () => {
  it('passes a contract that is complete', () => {
    expect(preflight(contractDraft(), preflightFacts())).toEqual([]);
  });

  it.each(failing.map((one) => [problems[one.problem].rule, one.problem, one] as const))(
    '%s finds %s',
    (rule, problem, one) => {
      const findings = preflight(contractDraft(one.draft), preflightFacts(one.facts));
      const finding = findings.find((each) => each.problem === problem);
      expect(finding).toMatchObject({ rule, problem, level: problems[problem].level });
      if (one.place !== undefined) expect(finding?.place).toMatchObject(one.place);
    },
  );

  it.each(
    Object.entries(passing).flatMap(([rule, cases]) => cases.map(([because, one]) => [rule, because, one] as const)),
  )('%s lets pass that %s', (rule, _because, one) => {
    const findings = preflight(contractDraft(one.draft), preflightFacts(one.facts));
    expect(findings.filter((each) => each.rule === rule)).toEqual([]);
  });

  it('has a case for every problem, and one that fails and one that passes for every number', () => {
    const broken = [...failing, ...failingOfForms].map((one) => one.problem);
    const covered = new Set<string>([...broken, ...onPaper]);
    expect(Object.keys(problems).filter((problem) => !covered.has(problem))).toEqual([]);
    expect(ruleCodes).toEqual(Array.from({ length: 37 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`));
    const failed = new Set<string>(broken.map((problem) => problems[problem].rule));
    const passed = new Set<string>(
      Object.entries(passing).flatMap(([rule, cases]) => (cases.length > 0 ? [rule] : [])),
    );
    const ofData = ruleCodes.filter((code) => code !== 'P02');
    expect(ofData.filter((code) => !failed.has(code))).toEqual([]);
    expect(ofData.filter((code) => !passed.has(code))).toEqual([]);
    // The capitals are read from the finished paper, below.
    expect(onPaper.map((problem) => problems[problem].rule)).toContain('P02');
  });

  it.each(['zh-CN', 'en'] as const)('says of every problem first what is wrong and then what to do: %s', (language) => {
    const sentences = Object.entries<string>(resources[language].contractCheck.problems);
    const silent = sentences.filter(([, words]) => {
      const [wrong = '', ...todo] = words.split(language === 'en' ? /(?<=\.) (?=[A-Z])/u : /(?<=。)/u);
      return wrong === '' || todo.length === 0 || !(language === 'en' ? deeds : /^请/u).test(todo.at(-1) ?? '');
    });
    expect(silent).toEqual([]);
  });

  it('has a sentence for every problem in both languages, and says in it nothing that it does not know', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const sentences: Readonly<Record<string, string>> = resources[language].contractCheck.problems;
      expect(Object.keys(sentences).sort()).toEqual(Object.keys(problems).sort());
      for (const one of failing) {
        const finding = preflight(contractDraft(one.draft), preflightFacts(one.facts)).find(
          (each) => each.problem === one.problem,
        );
        const asked = [...(sentences[one.problem] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
        expect(Object.keys(finding?.params ?? {}), one.problem).toEqual(expect.arrayContaining(asked));
      }
      for (const { problem, form, draft, facts } of failingOfForms) {
        const finding = preflight(draftOfForm(form, draft), { ...factsOfForm(form), ...facts }).find(
          (each) => each.problem === problem,
        );
        const asked = [...(sentences[problem] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
        expect(Object.keys(finding?.params ?? {}), problem).toEqual(expect.arrayContaining(asked));
      }
    }
  });

  it('asks a storeroom neither for balconies nor for the height of its storey', () => {
    const fields = { plannedUse: 'storage', balconies: null, balconiesEnclosed: null, balconiesOpen: null } as const;
    expect(found({ draft: { fields: { ...fields, storeyHeight: null } } })).not.toContain('fieldOpen');
  });

  it('takes the add-ons of a price for what they are: the band is about the home alone', () => {
    const filedPrice = yuan(1_500_000);
    expect(found({ facts: { filedPrice } })).toEqual(['priceOutsideBand']);
    expect(found({ facts: { filedPrice, addOns: yuan(12_522) } })).toEqual([]);
  });
});

describe('The words of the contract as a form', () => {
  it('name every field and every choice in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { fields, options, articles } = resources[language].contractForm;
      expect(Object.keys(fields).sort()).toEqual([...fieldNames].sort());
      const choices: Readonly<Record<string, object>> = options;
      for (const name of fieldNames) {
        const { kind, options: own, article } = contractFields[name];
        if (kind === 'choice') expect(Object.keys(choices[name] ?? {}).sort(), name).toEqual([...own].sort());
        expect(Object.keys(articles)).toContain(String(article));
      }
    }
  });
});

describe('The finished contract', () => {
  const said = '本合同及附件共1页，一式5份，依第二十九条';

  it('agrees with itself when capitals, pages and references do', () => {
    expect(readBackFindings([`${said}总价1,512,522.00元（大写：人民币壹佰伍拾壹万贰仟伍佰贰拾贰元整）`], text)).toEqual(
      [],
    );
  });

  it.each([
    ['capitalsDiffer', '总价2.00元（大写：人民币壹元整）'],
    ['referenceLost', '依第三十条'],
    ['referenceLost', '见附件十三'],
  ])('finds %s', (problem, words) => {
    expect(readBackFindings([said + words], text).map((one) => one.problem)).toEqual([problem]);
  });

  it('finds pagesDiffer when a page is lost', () => {
    expect(readBackFindings([said, ''], text).map((one) => one.problem)).toEqual(['pagesDiffer']);
  });
});
