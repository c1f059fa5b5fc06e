import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { contractFields, type FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import { type PaperProblem, readBackFindings } from '#shared/domain/contracts/preflight/read-back.ts';
import type { Clause, FactName, Run } from '#shared/domain/contracts/text/clauses.ts';
import { holds } from '#shared/domain/contracts/text/conditions.ts';
import { articlesOfText } from '#shared/domain/contracts/text/contract-text.ts';
import { liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractAnnexes } from '#shared/i18n/zh-CN/contract-annexes.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import { expectedParties } from '../kit/parties-table.ts';
import type { SaleContractData } from './data.ts';
import { editionOf } from './definition.ts';
import { expectedInAnnexes } from './expected-annexes.ts';
import { partiesOfContract } from './parties.ts';
import { CHOSEN, capitalsText, factText, fieldText } from './values.ts';

/** So much of the words before and behind a blank is compared with it: an amount alone may stand elsewhere too. */
const BEFORE = 12;
const BEHIND = 6;

/** What stands on every page of the contract. */
export function frameOfContract({ draft, text, maker }: SaleContractData): PageFrame {
  return {
    head: `${text.title}${editionOf(draft)}`,
    foot: `${draft.project.name}案场制单${maker}`,
  };
}

/**
 * Everything that must stand on the finished contract, as it is printed: parties, every field that holds, every blank of
 * a clause between the words around it, every choice with its box, amounts in capitals, every payment, every annex.
 */
export function expectedOnContract({ draft, text }: SaleContractData, number: string): ExpectedBlank[] {
  const { seller, buyers, annexes, replaces } = draft;
  return [
    { name: '合同编号', words: `合同编号${number}出卖人` },
    ...expectedParties(partiesOfContract(draft), '买受人共有方式：'),
    expectedIn('共有方式', '买受人共有方式：', contractForm.ownership[draft.ownership], '。'),
    ...(replaces === null
      ? []
      : [
          expectedIn('前一份合同', '该商品房此前订立的合同', replaces.number, '已于'),
          expectedIn(
            '前一份合同的解除日期',
            '已于',
            replaces.cancelledOn === null ? '' : dateText(replaces.cancelledOn),
            '解除',
          ),
        ]),
    ...liveFields(text, draft)
      .filter((field) => contractFields[field].kind !== 'choice')
      .map((field) => ({ name: contractForm.fields[field], words: fieldText(draft, field) })),
    ...articlesOfText(text).flatMap((article) => wordsIn(article.clauses, draft)),
    ...expectedInAnnexes(text, draft),
    ...annexes.payments.map((one) => ({
      name: contractAnnexes.names.payments,
      words: `${dateText(one.dueOn)}前${formatYuan(one.amount)}`,
    })),
    ...buyers.flatMap(({ eligibility }) =>
      draft.purchaseLimited && eligibility !== null ? [{ name: '购房资格', words: eligibility.number }] : [],
    ),
    ...annexes.ownTerms.map((words) => ({ name: contractAnnexes.names.ownTerms, words })),
    {
      name: '出卖人签名处',
      words: `法定代表人${seller.representative}：委托代理人${orStruck(seller.agent)}：拟稿${draft.drafter}：`,
    },
  ];
}

/** What contradicts itself on the finished contract, by what it is called: capitals, number of pages, references. */
export function contradictionsOnContract(pages: readonly string[], { text }: SaleContractData): readonly string[] {
  return [...new Set(readBackFindings(pages, text).map(({ problem }) => paperProblems[problem]))];
}

const paperProblems: Readonly<Record<PaperProblem, string>> = {
  capitalsDiffer: '金额大写',
  pagesDiffer: '页数',
  referenceLost: '条款序号',
};

/** Names of what a text says beside its fields; its pages are counted on the paper itself. */
const factWords: Readonly<Record<Exclude<FactName, 'pages'>, string>> = {
  projectName: '项目',
  buyerNames: '买受人',
  sellerName: '出卖人',
  subscriptionNumber: '认购书',
  subscribedOn: '认购日期',
  unitPlace: '坐落',
  signOn: '签订日期',
  signingPlace: '签订地点',
  copies: '份数',
  holders: '各执份数',
};

/**
 * What stands in the clauses that hold: every blank between the words around it, and the chosen box of every choice, with
 * its own words in a line of choices or before the clause that it stands for.
 */
function wordsIn(clauses: readonly Clause[], draft: ContractDraft): ExpectedBlank[] {
  return clauses.flatMap((clause): ExpectedBlank[] => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap((run, index) => {
          if (typeof run === 'string') return [];
          if ('choice' in run) return [chosen(run.choice, fieldText(draft, run.choice))];
          const around = [clause.runs[index - 1], clause.runs[index + 1]] as const;
          if ('field' in run) return [blank(contractForm.fields[run.field], fieldText(draft, run.field), around)];
          if ('capitals' in run)
            return [blank(contractForm.fields[run.capitals], capitalsText(draft, run.capitals), around)];
          if (!('fact' in run) || run.fact === 'pages') return [];
          return [blank(factWords[run.fact], factText(draft, run.fact, null), around)];
        });
      case 'oneOf': {
        const option = clause.options.find((one) => one.option === draft.fields[clause.field]);
        const [first] = option?.clauses ?? [];
        const words = first?.kind === 'paragraph' ? first.runs[0] : undefined;
        return [
          ...(typeof words === 'string' ? [chosen(clause.field, words)] : []),
          ...wordsIn(option?.clauses ?? [], draft),
        ];
      }
      case 'onlyIf':
        return holds(clause.condition, draft) ? wordsIn(clause.clauses, draft) : [];
      case 'table':
        return [];
    }
  });
}

/** A blank of a clause: its value, or the struck sign, between the words around it. */
function blank(name: string, value: string, [before, behind]: readonly [Run | undefined, Run | undefined]) {
  const head = typeof before === 'string' ? before.slice(-BEFORE) : '';
  const tail = typeof behind === 'string' ? behind.slice(0, BEHIND) : '';
  return expectedIn(name, head, value, tail);
}

function chosen(field: FieldName, words: string): ExpectedBlank {
  return { name: contractForm.fields[field], words: words === '' ? '' : `${CHOSEN}${words}` };
}
