import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { dateText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import { expectedPrice } from '../kit/price-table.ts';
import type { PurchasePlanData } from './data.ts';
import { factsOfPlan, purchasePlanEdition, unitPriceText } from './definition.ts';
import { expectedFees } from './fees-table.ts';
import { expectedWays } from './ways-table.ts';

/** What stands on every page of the plan. */
export function frameOfPlan({ project, consultant }: PurchasePlanData): PageFrame {
  return {
    head: `置业计划书本公司文本${purchasePlanEdition}`,
    foot: `${project}案场置业顾问${consultant}`,
  };
}

/** Everything that the finished plan must say, as it is printed. */
export function expectedOnPlan(data: PurchasePlanData): ExpectedBlank[] {
  const { reckoning, quotedOn } = data;
  const lent = reckoning.ways.some(({ loans }) => loans.length > 0);
  return [
    expectedIn('出卖人', '', data.seller.name, '置业计划书'),
    ...expectedRow(factsOfPlan(data), '价格构成'),
    expectedIn('计价方式', '价格构成', unitPriceText(data), ''),
    ...expectedPrice(reckoning.lines, reckoning.price),
    ...expectedWays(reckoning.ways),
    expectedIn('家庭住房套数', '税费估算按', labels.homeOrders[data.homeOrder], '估算'),
    ...expectedFees(reckoning),
    ...(lent ? [expectedIn('利率日期', '贷款利率为', dateText(quotedOn), '案场参数')] : []),
  ];
}
