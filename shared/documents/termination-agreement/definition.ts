import type { Content, TableCell } from 'pdfmake';
import { agreementPaper, copiesParagraph, ownClauses } from '../agreements/parts.ts';
import { article, paragraph } from '../kit/article.ts';
import { amountInBoth, filled } from '../kit/blanks.ts';
import { type Definition, type Marks, sizes } from '../kit/definition.ts';
import { headOf, ledger } from '../kit/tables.ts';
import { moneyOfTermination, type TerminationAgreementData } from './data.ts';
import {
  askerWords,
  bearsInterest,
  DISCHARGE,
  filingText,
  IN_FORCE,
  interestText,
  loanText,
  moneyColumns,
  moneyTotals,
  payeesText,
  refundDay,
  returnsText,
  TERMINATION_AGREEMENT_TITLE,
  terminationAgreementEdition,
} from './words.ts';

/** The termination agreement (解除协议): why the contract ends, and how money, loan, filing and papers are settled. */
export function buildTerminationAgreementDefinition(data: TerminationAgreementData, marks: Marks): Definition {
  const title = { title: TERMINATION_AGREEMENT_TITLE, edition: terminationAgreementEdition };
  return agreementPaper({ head: data, newcomers: [] }, marks, title, [
    article('一', '合同的解除'),
    paragraph(['本次解除由', filled(askerWords[data.askedBy]), '，原因：', filled(data.reason), '。', IN_FORCE]),
    article('二', '款项清算'),
    ...moneyOf(data),
    article('三', '退款'),
    ...refundOf(data),
    article('四', '贷款与网签备案'),
    paragraph([loanText(data)]),
    paragraph([filingText(data)], { bold: true }),
    article('五', '资料交还'),
    paragraph([
      '买受人应当在办理退款前交还：',
      filled(returnsText(data)),
      '；已领取的钥匙、发票一并交还，需要红字冲销的发票由出卖人办理。',
    ]),
    article('六', '其他约定'),
    ...ownClauses(data.clauses),
    article('七', '清结'),
    paragraph([DISCHARGE], { bold: true }),
    article('八', '份数'),
    copiesParagraph(data),
  ]);
}

function moneyOf(data: TerminationAgreementData): Content[] {
  const columns = moneyColumns(data);
  const money = moneyOfTermination(data);
  const cell = (text: string, index: number, bold = false): TableCell => ({
    text,
    alignment: columns[index]?.alignment ?? 'left',
    bold,
  });
  return [
    paragraph(['合同项下已收款项和退款如下（人民币元）：']),
    {
      margin: [0, 2, 0, 4],
      fontSize: sizes.note,
      table: {
        widths: columns.map(({ width }) => width),
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        body: [
          headOf(columns),
          ...money.rows.map((row) => columns.map(({ of }, index) => cell(of(row), index))),
          moneyTotals(data).map((text, index) => cell(text, index, true)),
        ],
      },
      layout: ledger,
    },
    paragraph(
      ['扣除的违约金为', ...amountInBoth(money.penalty), '；另付的利息为', ...amountInBoth(money.interest), '。'],
      {
        bold: true,
      },
    ),
    ...(bearsInterest(data) ? [paragraph([interestText(data)])] : []),
  ];
}

function refundOf(data: TerminationAgreementData): Content[] {
  const { toBuyer, toLender } = moneyOfTermination(data);
  const { lender } = data.refund;
  return [
    paragraph(
      [
        '出卖人应当',
        filled(refundDay(data)),
        '，将',
        ...amountInBoth(toBuyer),
        '退还原交款人',
        filled(payeesText(data)),
        '，按原付款路径退入其本人账户，不向任何第三人支付',
        ...(lender === '' ? [] : ['；将贷款部分', ...amountInBoth(toLender), '退还贷款人', filled(lender)]),
        '。',
      ],
      { bold: true },
    ),
  ];
}
