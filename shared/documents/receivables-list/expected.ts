import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { ReceivablesListData } from './data.ts';
import {
  accountText,
  aroundReceivables,
  cellsOfReceivable,
  factsOfReceivables,
  openText,
  receivablesColumns,
  sumOfReceivables,
} from './definition.ts';

/** What stands on every page of the list. */
export function frameOfReceivables(data: ReceivablesListData): PageFrame {
  return officeFrame(aroundReceivables(data), [headsText(receivablesColumns)]);
}

/** Everything that the finished list must say, as it is printed. */
export function expectedOnReceivables(data: ReceivablesListData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundReceivables(data), factsOfReceivables(data), ''),
    ...data.rows.map((row) => ({ name: `款项第${row.position}项`, words: cellsOfReceivable(row).join('') })),
    { name: '合计', words: `${sumOfReceivables(data).join('')}${openText(data)}` },
    { name: '监管账户', words: accountText(data) },
  ];
}
