import type { Content, TableCell } from 'pdfmake';
import { queueText } from '#shared/domain/launches/draw.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { grid, label, value } from '../kit/tables.ts';
import type { IntentSlipData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const intentSlipEdition = 'RC-1';

/** The slip of an intent (认筹登记单): the customer's queue number and the code by which they find it on the list. */
export function buildIntentSlipDefinition(data: IntentSlipData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('认筹登记单', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '认筹登记单',
      edition: `本公司文本 ${intentSlipEdition}`,
      maker: `${data.company.project}案场　置业顾问 ${data.consultant}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, '认筹登记单'),
      queueBlock(data),
      factsTable(data),
      ...termsOfSlip(data).map(term),
      signatureBlock(
        { title: '登记人', places: [{ asks: '签名：' }] },
        { title: data.company.name, places: [{ asks: '经办人签名：' }] },
      ),
    ],
  };
}

function queueBlock({ queueNo, code }: IntentSlipData): Content {
  return {
    margin: [0, 4, 0, 8],
    table: {
      widths: ['*', '*'],
      body: [
        [
          {
            stack: [
              { text: '排　号', color: inks.soft },
              { text: queueText(queueNo), font: families.sans, bold: true, fontSize: 30 },
            ],
          },
          {
            stack: [
              { text: '核对码', color: inks.soft },
              { text: code, font: families.sans, bold: true, fontSize: 30 },
            ],
          },
        ],
      ],
    },
    layout: grid,
  };
}

/** What the slip is about, cell by cell. */
export function factsOfSlip(data: IntentSlipData) {
  const { launch, customer, registeredOn, wishes, intentMoney, receipt } = data;
  const money = intentMoney === 0 ? '不收取' : `${formatYuan(intentMoney)} 元（人民币${capitalsOf(intentMoney)}）`;
  return [
    ['登记人', customer],
    ['登记日期', dateText(registeredOn)],
    ['开　盘', `${launch.name}（${launch.number}）`],
    ['开盘时间', `${dateText(launch.opensOn)} ${launch.opensAt}`],
    ['诚意金', money],
    ['收据号', orStruck(receipt)],
    ['意向房源', orStruck(wishes.join('、'))],
  ] as const;
}

function factsTable(data: IntentSlipData): Content {
  const [customer, on, launch, at, money, receipt, wishes] = factsOfSlip(data);
  const cells = ([name, text]: readonly [string, string]): TableCell[] => [label(name), value(text)];
  const wide = ([name, text]: readonly [string, string]): TableCell[] => [label(name), { text, colSpan: 3 }, {}, {}];
  return {
    table: {
      widths: [56, '*', 56, '*'],
      body: [
        [...cells(customer), ...cells(on)],
        [...cells(launch), ...cells(at)],
        wide(money),
        wide(receipt),
        wide(wishes),
      ],
    },
    layout: grid,
  };
}

/** What customer and office rely on, paragraph by paragraph. */
export function termsOfSlip({ intentMoney, rules }: IntentSlipData): string[] {
  const { groupSize, pickSeconds, passes, pickHours } = rules;
  return [
    '一、本单只登记选房意向和排号，不是认购书，不保留任何房源。排号不等于选房顺序，选房顺序以摇号结果为准。',
    '二、名单截止后公示排号和核对码，不公示姓名；公示名单的哈希在报出种子之前公布。任何人都可以用公示名单和种子重算摇号结果。',
    `三、选房时按顺序每 ${groupSize} 人一组叫号，每位选房时间 ${pickSeconds} 秒。过号或未到的，在已叫各组之后还可再叫 ${passes} 次。`,
    `四、选定的房源保留 ${pickHours} 小时，到时未签认购书的自动释放。`,
    intentMoney === 0
      ? '五、本次认筹不收取任何费用。'
      : '五、诚意金不是定金。未选房、过号或者退出认筹的，全额原路退还，不计利息；签订认购书的，换票转为定金。退还时须交回本单和收据。',
  ];
}

function term(text: string): Content {
  return { text, style: 'paragraph', fontSize: sizes.table, margin: [0, 5, 0, 0] };
}
