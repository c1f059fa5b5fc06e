import { contractFields } from '#shared/domain/contracts/fields/catalogue.ts';
import { type PaperProblem, readBackFindings } from '#shared/domain/contracts/preflight/read-back.ts';
import type { FactName } from '#shared/domain/contracts/text/clauses.ts';
import { articlesOfText } from '#shared/domain/contracts/text/contract-text.ts';
import { liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractAnnexes } from '#shared/i18n/zh-CN/contract-annexes.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText, STRUCK } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import { expectedParties } from '../kit/parties-table.ts';
import type { SaleContractData } from './data.ts';
import { editionOf } from './definition.ts';
import { expectedInAnnexes } from './expected-annexes.ts';
import { partiesOfContract } from './parties.ts';
import { type Said, saidIn } from './said.ts';
import { fieldText } from './values.ts';

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
    ...articlesOfText(text).flatMap((article) => saidIn(article.clauses, draft).map(expectedOf)),
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
      words: `法定代表人${seller.representative}：委托代理人${seller.agent === '' ? `：${STRUCK}` : `${seller.agent}：`}拟稿${draft.drafter}：`,
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

/** A blank or a choice as it must stand on the page, under the name of its field or fact. */
function expectedOf({ of, chosen, before, value, behind }: Said): ExpectedBlank {
  const name = 'field' in of ? contractForm.fields[of.field] : factWords[of.fact];
  return chosen ? { name, words: value } : expectedIn(name, before, value, behind);
}
