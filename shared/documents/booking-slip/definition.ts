import type { Content, TableCell } from 'pdfmake';
import { planTitle } from '#shared/domain/plans/naming.ts';
import { inventory } from '#shared/i18n/zh-CN/inventory.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { dateText, orStruck, percentText, yuanText } from '../kit/blanks.ts';
import { type Definition, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { grid, label, value } from '../kit/tables.ts';
import type { BookingSlipData } from './data.ts';

/** Edition of these words and this layout. */
export const bookingSlipEdition = 'XD-3';

/** The title of the slip. */
export const SLIP_TITLE = '商品房小订单';

/** The booking slip (小订单, 临定单) on one sheet of A4, signed by both. */
export function buildBookingSlipDefinition(data: BookingSlipData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(SLIP_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: SLIP_TITLE,
      edition: `本公司文本 ${bookingSlipEdition}`,
      maker: `${data.project}案场　经办人 ${data.consultant}`,
    }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, SLIP_TITLE),
      factsTable(data),
      ...agreed(data).map(
        (text): Content => ({ text, style: 'paragraph', margin: [0, 4, 0, 0], leadingIndent: sizes.table * 2 }),
      ),
      signatureBlock(
        { title: '出卖人（盖章）', places: [{ asks: `经办人 ${data.consultant}：` }] },
        { title: '客户', places: [{ asks: `${data.customer.name}：` }] },
      ),
    ],
  };
}

/** What is booked, for whom and for how much, cell by cell. */
export function factsOfSlip({ unit, customer, seller, ...data }: BookingSlipData) {
  return [
    ['客　户', customer.name],
    ['联系电话', customer.phone],
    ['房　号', unit.label],
    ['户　型', [unit.houseType, unit.orientation].filter(Boolean).join('　')],
    ['建筑面积', `${areaToDecimal(unit.builtArea)} 平方米`],
    ['套内面积', unit.innerArea === null ? '' : `${areaToDecimal(unit.innerArea)} 平方米`],
    ['预售许可', unit.permit],
    ['办理日期', dateText(data.bookedOn)],
    ['表　价', yuanText(data.listPrice)],
    ['大　写', `人民币${capitalsOf(data.listPrice)}`],
    ['小订金', yuanText(data.money)],
    ['大　写', `人民币${capitalsOf(data.money)}`],
    ['装修标准', unit.decoration === null ? '' : inventory.decorations[unit.decoration]],
    [
      '付款意向',
      data.planKind === null ? '' : planTitle(labels.planKinds[data.planKind], { ...data, planKind: data.planKind }),
    ],
    ['优惠意向', data.askedPpm === 0 ? '' : `表价减 ${percentText(data.askedPpm)}`],
    ['优惠理由', data.askedPpm === 0 ? '' : data.askedWhy],
    ['收款方式', labels.paymentMethods[data.method]],
    ['收据编号', data.receipt],
    ['保留到', `${dateText(data.untilOn)} 24 时`],
    ['售楼电话', seller.phone],
  ] as const;
}

function factsTable(data: BookingSlipData): Content {
  const facts = factsOfSlip(data);
  const cells = ([name, text]: readonly [string, string]): TableCell[] => [label(name), value(orStruck(text))];
  const rows = facts.flatMap((fact, index) => {
    const next = facts[index + 1];
    return index % 2 === 0 && next !== undefined ? [[...cells(fact), ...cells(next)]] : [];
  });
  return { table: { widths: [56, '*', 56, '*'], body: rows }, layout: grid, fontSize: sizes.table };
}

/** What both agree to, sentence by sentence. */
export function agreed({ untilOn, refundDays }: BookingSlipData): string[] {
  return [
    `一、出卖人为客户保留上列房屋至 ${dateText(untilOn)} 24 时，期内不售与他人；期内认购的，按上列表价和认购当日有效的优惠计价，优惠意向以认购时批准的为准。`,
    '二、期内认购的，小订金凭收据换为定金的一部分；认购书签订后，本单收回作废。',
    `三、期内未认购的，保留到期自动终止，房屋由出卖人另行销售；小订金自客户交回本单和收据之日起 ${refundDays} 日内按原付款方式退还，不计利息。`,
    '四、小订金是订金，不是定金，不适用定金罚则；任何一方都可在期内终止本单，客户终止的按第三条退还。',
    '五、本单不是认购书，也不是买卖合同。本单一式两份，出卖人和客户各执一份，双方签字后生效。',
  ];
}
