import { capitalsOf } from '#shared/kernel/capitals.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { DayCloseData } from './data.ts';
import {
  asideOfClose,
  countsOfClose,
  dayCloseEdition,
  factsOfClose,
  headLines,
  lateText,
  moneyOfClose,
} from './definition.ts';

/** What stands on every page of the daily close. */
export function frameOfClose({ company, closed }: DayCloseData): PageFrame {
  return { head: `日结单本公司文本${dayCloseEdition}`, foot: `${company.project}案场日结人${closed.by}` };
}

/** Everything that the finished paper must say, as it is printed. */
export function expectedOnClose(data: DayCloseData): ExpectedBlank[] {
  const { head, figures } = data;
  return [
    expectedIn('公司', '', data.company.name, '日结单'),
    ...expectedRow(factsOfClose(data), '当日业务'),
    expectedIn('日志条数', '当日业务', lateText(data), ''),
    ...expectedRow(countsOfClose(data), '当日收款'),
    ...moneyOfClose(data).map(([name, count, amount]) => ({ name, words: `${name}${count}${amount}` })),
    ...(asideOfClose(data) === '' ? [] : [{ name: '另有', words: `另有${asideOfClose(data)}` }]),
    expectedIn('大写', '合计人民币（大写）', capitalsOf(figures.receipts.amount), ''),
    expectedIn('日志末条', '日志末条　第', String(head.seq), '条'),
    expectedIn('校验值', `${head.seq} 条`, headLines(head).join(''), '核对'),
  ];
}
