import type { Content } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { fen } from '#shared/kernel/money.ts';
import { agreementPaper, copiesParagraph, ownClauses } from '../agreements/parts.ts';
import { article, paragraph } from '../kit/article.ts';
import { amountInBoth, chineseNumeral, filled } from '../kit/blanks.ts';
import type { Definition, Marks } from '../kit/definition.ts';
import { scheduleTable } from '../kit/schedule-table.ts';
import { ordinal } from '../sale-contract/values.ts';
import type { SupplementAgreementData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const supplementAgreementEdition = 'BX-2';
/** Name of the paper. */
export const SUPPLEMENT_TITLE = '商品房买卖合同补充协议';

/** The supplementary agreement (补充协议): what the contract said and what it says from the last signature on. */
export function buildSupplementAgreementDefinition(data: SupplementAgreementData, marks: Marks): Definition {
  const title = { title: SUPPLEMENT_TITLE, edition: supplementAgreementEdition };
  return agreementPaper({ head: data, newcomers: data.newcomers }, marks, title, [
    paragraph([`本协议为合同的第${chineseNumeral(data.position)}份补充协议。`]),
    article('一', '变更内容'),
    ...changesOf(data),
    article('二', '价款与付款'),
    ...moneyOf(data),
    article('三', '其他约定'),
    ...ownClauses(data.clauses),
    article('四', '效力'),
    ...effectOf(data).map((text) => paragraph([text], { bold: text === RANK })),
    article('五', '份数'),
    copiesParagraph(data),
  ]);
}

type Change = SupplementAgreementData['changes'][number];

/** Where in the contract a change stands: 第十一条“交付时间和手续”. */
export function placeOf({ article: number, title }: Pick<Change, 'article' | 'title'>): string {
  return number === 0 ? '“合同当事人”' : `第${ordinal(number)}条“${title}”`;
}

function changesOf({ changes }: SupplementAgreementData): Content[] {
  if (changes.length === 0) return [paragraph(['合同印载的条款不作变更，以下按第三条的约定补充。'])];
  return changes.map((one, index) =>
    paragraph(
      [
        `（${ordinal(index + 1)}）合同${placeOf(one)}：${one.name}由`,
        filled(one.before),
        '改为',
        filled(one.after),
        '。',
      ],
      { bold: false },
    ),
  );
}

function moneyOf({ price: { before, after }, plan }: SupplementAgreementData): Content[] {
  const difference = after - before;
  const schedule = plan.map((line) => ({ ...line, item: labels.planItems[line.item] }));
  return [
    difference === 0
      ? paragraph(['本协议不改变合同总价款，总价款仍为', ...amountInBoth(after), '。'])
      : paragraph(
          [
            '合同总价款由',
            ...amountInBoth(before),
            '改为',
            ...amountInBoth(after),
            difference > 0 ? '，增加' : '，减少',
            ...amountInBoth(fen(Math.abs(difference))),
            '。',
          ],
          { bold: true },
        ),
    ...(plan.length === 0
      ? []
      : [paragraph(['合同附件四的付款安排以下表为准；已付款项按到期先后计入。']), scheduleTable(schedule)]),
  ];
}

/** The unfair part of a supplement gives way to the contract (articles 496 and 497 of the Civil Code, article 28 of the contract). */
const RANK =
  '本协议与合同不一致的，以本协议为准；但本协议中不合理地减轻或者免除出卖人责任、加重买受人责任或者排除买受人主要权利的内容，仍以合同的约定为准。';

/** Since when it holds, what stays, who has to be told. */
export function effectOf({ newcomers, changes, refileDays }: SupplementAgreementData): string[] {
  const names = changes.some(({ article: number }) => number === 0);
  return [
    '本协议自合同各方全部签署之日起生效，最后一方签署的日期为生效日；任何一方不得倒签日期。本协议为合同的组成部分，合同未变更的条款继续有效。',
    RANK,
    ...(names
      ? [
          `自生效日起，合同约定的买受人权利义务由变更后的买受人享有和承担${newcomers.length > 0 ? '；新增买受人已阅读合同全文并受其约束' : ''}；已付房价款归于变更后的买受人名下，原收据交回换开。`,
        ]
      : []),
    refileDays === null
      ? '本协议不涉及网签备案事项的变更。'
      : `本协议涉及网签备案事项，双方应当自生效日起 ${refileDays} 日内共同申请变更备案；已办理贷款的，同时书面告知贷款人。`,
  ];
}
