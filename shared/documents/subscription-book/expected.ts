import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText, orStruck, percentText, ppmOf, yuanText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import { expectedParties } from '../kit/parties-table.ts';
import { expectedPrice } from '../kit/price-table.ts';
import { expectedSchedule, scheduleHead } from '../kit/schedule-table.ts';
import type { SubscriptionBookData } from './data.ts';
import { partiesOfBook, signatureOf, subscriptionBookEdition } from './definition.ts';
import { areaText, planOfBook } from './subject.ts';

/** What stands on every page of the book. */
export function frameOfBook({ project, maker }: SubscriptionBookData): PageFrame {
  return {
    head: `商品房认购书本公司文本${subscriptionBookEdition}`,
    foot: `${project.name}案场制单${maker}`,
    repeated: [scheduleHead],
  };
}

/** Everything that the finished book must say, as it is printed. */
export function expectedOnBook(data: SubscriptionBookData): ExpectedBlank[] {
  const { price, plan } = data;
  return [
    ...expectedParties(partiesOfBook(data), '第一条'),
    ...expectedUnit(data),
    ...expectedPrice(price.lines, price.total),
    ...expectedBasis(data),
    expectedIn('付款方式', '付款方式：', planOfBook(plan), '。下表'),
    ...expectedSchedule(plan.lines.map((line) => ({ ...line, item: labels.planItems[line.item] }))),
    ...expectedDeposit(data),
    ...expectedPromises(data),
    ...expectedSignatures(data),
  ];
}

function expectedUnit({ project, unit }: SubscriptionBookData): ExpectedBlank[] {
  return expectedRow(
    [
      ['坐落', `${project.address}${project.name}`],
      ['房号', [unit.building, unit.entrance, unit.roomNo].join('')],
      ['所在层', unit.floorName],
      ['规划用途', labels.unitUses[unit.use]],
      ['建筑面积', areaText(unit.builtArea)],
      ['套内面积', areaText(unit.innerArea)],
      ['分摊面积', areaText(unit.sharedArea)],
      ['户型', unit.houseType],
      ['附属地下', areaText(unit.basementArea)],
      ['交付期限', unit.deliveryOn === null ? '' : `${dateText(unit.deliveryOn)}前`],
      ['销售许可', unit.permit],
      ['测绘机构', unit.surveyor],
      ...(unit.attached === '' ? [] : [['附带标的', unit.attached] as const]),
    ],
    '第二条',
  );
}

function expectedBasis({ price: { basis, unitPrice } }: SubscriptionBookData): ExpectedBlank[] {
  const per = (one: typeof basis, name: string, before: string, next: string): ExpectedBlank[] => {
    const holds = basis === one ? unitPrice : null;
    const figures = holds === null ? '' : formatYuan(holds);
    return [
      expectedIn(`${name}单价`, before, figures, '元（大写'),
      expectedIn(
        `${name}单价大写`,
        `${before}${orStruck(figures)}元（大写：人民币`,
        holds === null ? '' : capitalsOf(holds),
        `）${next}`,
      ),
    ];
  };
  return [
    expectedIn('计价方式', '计价方式：', labels.priceBases[basis], '。单价'),
    ...per('innerArea', '套内', '。单价：套内建筑面积每平方米', '，建筑面积每平方米'),
    ...per('builtArea', '建筑', '，建筑面积每平方米', '。未采用'),
  ];
}

function expectedDeposit({ deposit: { amount, dueOn, bank, account }, price }: SubscriptionBookData): ExpectedBlank[] {
  return [
    expectedIn('定金交付期限', '买受人应于', dateText(dueOn), '前交付定金'),
    expectedIn('定金', '前交付定金', yuanText(amount), '（大写'),
    expectedIn('定金大写', '（大写：人民币', capitalsOf(amount), '），占成交总价的'),
    expectedIn('定金占比', '占成交总价的', percentText(ppmOf(amount, price.total)), '，不超过'),
    expectedIn('监管银行', '定金存入', bank, '账户'),
    expectedIn('监管账号', `${bank === '' ? '×' : bank}账户`, account, '，出卖人凭'),
  ];
}

function expectedPromises(data: SubscriptionBookData): ExpectedBlank[] {
  const { subscribedOn, signBy, signingPlace, refundDays, unit, complaintPhone, annexes, copies } = data;
  const total = copies.reduce((sum, { count }) => sum + count, 0);
  return [
    expectedIn('保留日数', '保留该房屋', String(daysBetween(subscribedOn, signBy)), '日，其间'),
    expectedIn('签约期限', '双方应于', dateText(signBy), '前在'),
    expectedIn('签约地点', `${dateText(signBy)}前在`, signingPlace, '就《'),
    expectedIn('退还日数', '自事由确定之日起', String(refundDays), '日内全额'),
    expectedIn('权利限制', '查封情况：', unit.encumbrances === '' ? '无' : unit.encumbrances, '。出卖人就'),
    expectedIn('投诉电话', '投诉电话', complaintPhone, '。'),
    expectedIn('订立日期', '本认购书订立于', dateText(subscribedOn), '，自双方'),
    expectedIn('份数', '本认购书共', String(total), '份：'),
    expectedIn(
      '各执份数',
      `${total}份：`,
      copies.map(({ holder, count }) => `${holder}${count}份`).join('、'),
      '，各份',
    ),
    expectedIn('附件', '附件：', annexes.map((annex, index) => `${index + 1}.${annex}`).join('；'), '。'),
  ];
}

function expectedSignatures({ buyers, consultant }: SubscriptionBookData): ExpectedBlank[] {
  const licence = consultant.licence === '' ? '' : `（${consultant.licence}）`;
  return [
    { name: '经办人', words: `经办人${consultant.name}${licence}：` },
    {
      name: '买受人签名处',
      words: `（签名并按指印）${buyers.map(signatureOf).join('')}`,
    },
  ];
}
