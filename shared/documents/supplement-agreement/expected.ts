import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { fen } from '#shared/kernel/money.ts';
import { expectedOnAgreement, frameOfAgreement, openBlanksOfAgreement } from '../agreements/parts.ts';
import { yuanText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import { expectedSchedule, scheduleHead } from '../kit/schedule-table.ts';
import { ordinal } from '../sale-contract/values.ts';
import type { SupplementAgreementData } from './data.ts';
import { effectOf, placeOf, SUPPLEMENT_TITLE, supplementAgreementEdition } from './definition.ts';

/** What stands on every page of the agreement. */
export function frameOfSupplement(data: SupplementAgreementData): PageFrame {
  return frameOfAgreement(data, { title: SUPPLEMENT_TITLE, edition: supplementAgreementEdition }, [scheduleHead]);
}

/** Everything that the finished agreement must say. */
export function expectedOnSupplement(data: SupplementAgreementData): ExpectedBlank[] {
  const { price, plan, changes } = data;
  const difference = price.after - price.before;
  return [
    ...expectedOnAgreement({ head: data, newcomers: data.newcomers }),
    ...changes.flatMap((one, index) => [
      expectedIn(
        `${one.name}原约定`,
        `（${ordinal(index + 1)}）合同${placeOf(one)}：${one.name}由`,
        one.before,
        '改为',
      ),
      expectedIn(`${one.name}新约定`, `${one.before.trim() === '' ? '×' : one.before}改为`, one.after, '。'),
    ]),
    expectedIn('总价款', difference === 0 ? '总价款仍为' : '改为', yuanText(price.after), '（大写'),
    expectedIn('总价款大写', '（大写：人民币', capitalsOf(price.after), '）'),
    ...(difference === 0
      ? []
      : [
          expectedIn('原总价款', '总价款由', yuanText(price.before), '（大写'),
          expectedIn('差额', difference > 0 ? '增加' : '减少', yuanText(fen(Math.abs(difference))), '（大写'),
          expectedIn('差额大写', '（大写：人民币', capitalsOf(fen(Math.abs(difference))), '）。'),
        ]),
    ...(plan.length === 0
      ? []
      : expectedSchedule(plan.map((line) => ({ ...line, item: labels.planItems[line.item] })))),
    ...effectOf(data).map((words, index) => ({ name: `效力${index + 1}`, words })),
  ];
}

/** The blanks that the agreement strikes because nobody has filled them in. */
export function openBlanksOfSupplement(data: SupplementAgreementData): string[] {
  return openBlanksOfAgreement({ head: data, newcomers: data.newcomers });
}
