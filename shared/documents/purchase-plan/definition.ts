import type { Content } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { dateText, orStruck, STRUCK } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { priceTable } from '../kit/price-table.ts';
import { across, grid, label, ledger, tight, value } from '../kit/tables.ts';
import type { PurchasePlanData } from './data.ts';
import { feesTable } from './fees-table.ts';
import { waysTable } from './ways-table.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const purchasePlanEdition = 'ZY-1';

/** Lines stand closer than in a contract, so that everything fits one sheet. */
const LINE_HEIGHT = 0.88;

/** The purchase plan (置业计划书): one A4 that a customer takes home and reckons after. */
export function buildPurchasePlanDefinition(data: PurchasePlanData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  const { reckoning } = data;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('置业计划书', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle: { ...defaultStyle, lineHeight: LINE_HEIGHT },
    ...frame(marks, {
      title: '置业计划书',
      edition: `本公司文本 ${purchasePlanEdition}`,
      maker: `${data.project}案场　置业顾问 ${data.consultant}`,
    }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, '置业计划书'),
      factsTable(data),
      head('价格构成', unitPriceText(data)),
      { stack: [priceTable(reckoning.lines, reckoning.price, tight(ledger))], fontSize: sizes.note },
      head('付款方式比较', '金额单位：元'),
      waysTable(reckoning.ways),
      head('税费估算', `按${labels.homeOrders[data.homeOrder]}估算`),
      feesTable(reckoning),
      ...notes(data),
      {
        margin: [0, mm(3.5), 0, 0],
        columns: ['置业顾问（签名）：', '客户（签收）：', '日期：　　　　年　　月　　日'],
      },
    ],
  };
}

/** The head of a part, with a word at its right. */
function head(title: string, aside: string): Content {
  return {
    margin: [0, 4, 0, 2],
    headlineLevel: 1,
    columns: [
      { width: 'auto', text: title, font: families.sans, bold: true, fontSize: sizes.text },
      { width: '*', text: aside, alignment: 'right', fontSize: sizes.note, color: inks.soft, margin: [0, 1.5, 0, 0] },
    ],
  };
}

/** How the price is reckoned. */
export function unitPriceText({ reckoning: { basis, unitPrice } }: PurchasePlanData): string {
  const how = labels.priceBases[basis];
  return unitPrice === null ? `${how}计价` : `${how}计价，单价每平方米 ${formatYuan(unitPrice)} 元`;
}

/** What the plan is about, cell by cell. */
export function factsOfPlan({ unit, seller, customer, project, quotedOn, validUntil }: PurchasePlanData) {
  const home = [unit.floorName === '' ? '' : floorText(unit.floorName), unit.houseType, unit.orientation];
  const inner = unit.innerArea === null ? STRUCK : areaToDecimal(unit.innerArea);
  return [
    ['客　户', customer],
    ['联系电话', seller.phone],
    ['项　目', project],
    ['房　号', `${unit.label}（${labels.unitUses[unit.use]}）`],
    ['房屋情况', home.filter((part) => part !== '').join('，')],
    ['面　积', `建筑 ${areaToDecimal(unit.builtArea)} 平方米，套内 ${inner} 平方米`],
    ['销售许可', unit.permit],
    ['编制日期', dateText(quotedOn)],
    ['有效期至', `${dateText(validUntil)} 24 时`],
  ] as const;
}

function factsTable(data: PurchasePlanData): Content {
  const [customer, phone, project, unit, home, size, permit, quotedOn, validUntil] = factsOfPlan(data);
  const cells = ([name, text]: readonly [string, string], bold = false) => [
    label(name),
    value(orStruck(text), { bold }),
  ];
  return {
    table: {
      widths: [54, '*', 54, '*'],
      body: [
        [...cells(customer), ...cells(phone)],
        [...cells(project), ...cells(unit)],
        [...cells(home), ...cells(size)],
        [label(permit[0]), ...across(3, permit[1])],
        [...cells(quotedOn), ...cells(validUntil, true)],
      ],
    },
    layout: tight(grid),
    fontSize: sizes.note,
  };
}

function floorText(floorName: string): string {
  return /^-?\d+$/.test(floorName) ? `${floorName} 层` : floorName;
}

/** What the plan is not, and who decides what it only estimates. */
function notes({ reckoning, quotedOn }: PurchasePlanData): Content[] {
  const lent = reckoning.ways.some(({ loans }) => loans.length > 0);
  const sentences = [
    '本计划书供客户比较和安排资金使用，不构成认购或预留，不收取任何款项；该房屋在认购前可能被他人认购。',
    '本计划书过有效期自动失效，须按当日的价格和优惠重新编制；付款日期按编制当日认购、如期签约推算。',
    ...(lent
      ? [
          `贷款利率为 ${dateText(quotedOn)} 案场参数，能否贷款、贷款额度、年限和利率均以贷款银行、公积金中心审批为准；利率调整后月供随之变化。`,
        ]
      : []),
    '税费为估算，由客户向收取单位缴纳；税率按客户申报的家庭住房套数适用，以税务机关核定和缴纳时的规定为准。',
  ];
  return [
    {
      margin: [0, 4, 0, 0],
      stack: sentences.map((text, index) => ({
        columns: [
          { width: 14, text: `${index + 1}.` },
          { width: '*', text, bold: index === 0 },
        ],
        fontSize: sizes.note,
      })),
    },
  ];
}
