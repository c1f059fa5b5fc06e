import type { Content, TableCell } from 'pdfmake';
import { planTitle } from '#shared/domain/plans/naming.ts';
import { fractionOfShare } from '#shared/domain/subscriptions/buyers.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { type Area, areaToDecimal } from '#shared/kernel/area.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { article, paragraph } from '../kit/article.ts';
import { chineseNumeral, dateText, filled, orStruck, percentText } from '../kit/blanks.ts';
import { priceTable } from '../kit/price-table.ts';
import { scheduleTable } from '../kit/schedule-table.ts';
import { across, grid, label, value } from '../kit/tables.ts';
import type { SubscriptionBookData } from './data.ts';

/** The payment plan of a book in words: its kind, and its own name where it has one. */
export function planOfBook({ kind, name }: SubscriptionBookData['plan']): string {
  return planTitle(labels.planKinds[kind], { planKind: kind, planName: name });
}

/** What is subscribed, at which price, and how it is to be paid: articles one to three. */
export function subject(data: SubscriptionBookData): Content[] {
  return [
    article('一', '认购房屋'),
    unitTable(data),
    article('二', '认购价格'),
    priceTable(data.price.lines, data.price.total),
    basisParagraph(data),
    article('三', '拟定的付款安排'),
    paragraph([
      '付款方式：',
      filled(planOfBook(data.plan)),
      '。下表为双方拟写入《商品房买卖合同》的安排；本认购书期间出卖人只收取定金，不收取其他房价款。',
    ]),
    scheduleTable(data.plan.lines.map((line) => ({ ...line, item: labels.planItems[line.item] }))),
  ];
}

/** A share as papers write it: 二分之一, or a percentage where it is no simple fraction; 全部 for the only owner. */
export function shareText(sharePpm: number): string {
  const [numerator, denominator] = fractionOfShare(sharePpm) ?? [];
  if (numerator === undefined || denominator === undefined) return percentText(sharePpm);
  return denominator === 1 ? '全部' : `${chineseNumeral(denominator)}分之${chineseNumeral(numerator)}`;
}

function unitTable({ project, unit }: SubscriptionBookData): Content {
  const rows: TableCell[][] = [
    [label('坐　落'), ...across(5, `${project.address}　${project.name}`.trim())],
    [
      label('房　号'),
      value([unit.building, unit.entrance, unit.roomNo].filter((part) => part !== '').join(' '), { bold: true }),
      label('所在层'),
      value(orStruck(unit.floorName)),
      label('规划用途'),
      value(labels.unitUses[unit.use]),
    ],
    [
      label('建筑面积'),
      value(areaText(unit.builtArea)),
      label('套内面积'),
      value(areaText(unit.innerArea)),
      label('分摊面积'),
      value(areaText(unit.sharedArea)),
    ],
    [
      label('户　型'),
      value(orStruck(unit.houseType)),
      label('附属地下'),
      value(areaText(unit.basementArea)),
      label('交付期限'),
      value(unit.deliveryOn === null ? orStruck('') : `${dateText(unit.deliveryOn)}前`),
    ],
    [label('销售许可'), ...across(3, unit.permit), label('测绘机构'), value(orStruck(unit.surveyor))],
    ...(unit.attached === '' ? [] : [[label('附带标的'), ...across(5, unit.attached)]]),
  ];
  return { table: { widths: [40, '*', 40, 74, 40, 96], dontBreakRows: true, body: rows }, layout: grid };
}

/** An area with its unit, or the struck sign. */
export function areaText(size: Area | null): string {
  return size === null ? orStruck('') : `${areaToDecimal(size)} ㎡`;
}

/** The basis that holds, and the other ones struck. */
function basisParagraph({ price }: SubscriptionBookData): Content {
  const per = (basis: typeof price.basis): Content[] => {
    const holds = price.basis === basis ? price.unitPrice : null;
    return [
      filled(holds === null ? '' : formatYuan(holds)),
      '元（大写：人民币',
      filled(holds === null ? '' : capitalsOf(holds)),
      '）',
    ];
  };
  return {
    stack: [
      paragraph([
        '计价方式：',
        filled(labels.priceBases[price.basis]),
        '。单价：套内建筑面积每平方米',
        ...per('innerArea'),
        '，建筑面积每平方米',
        ...per('builtArea'),
        '。未采用的计价方式已划去。',
      ]),
    ],
    margin: [0, 4, 0, 0],
  };
}
