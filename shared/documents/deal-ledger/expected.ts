import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { DealLedgerData } from './data.ts';
import {
  ageingText,
  aroundLedger,
  balanceText,
  cellsOfDue,
  cellsOfMoney,
  dueColumns,
  factsOfLedger,
  moneyColumns,
  sumOfDue,
  sumOfMoney,
} from './definition.ts';

/** What stands on every page of the ledger. */
export function frameOfLedger(data: DealLedgerData): PageFrame {
  return officeFrame(aroundLedger(data), [headsText(dueColumns), headsText(moneyColumns)]);
}

/** Everything that the finished ledger must say, as it is printed. */
export function expectedOnLedger(data: DealLedgerData): ExpectedBlank[] {
  const money = cellsOfMoney(data);
  return [
    ...expectedHead(aroundLedger(data), factsOfLedger(data), '应收与未收'),
    ...data.rows.map((row) => ({ name: `款项第${row.position}项`, words: cellsOfDue(row).join('') })),
    { name: '应收合计', words: sumOfDue(data).join('') },
    { name: '账龄', words: ageingText(data) },
    ...money.map((cells) => ({ name: `单据${cells[1] ?? ''}`, words: cells.join('') })),
    ...(money.length === 0 ? [] : [{ name: '收退合计', words: sumOfMoney(data).join('') }]),
    { name: '余额', words: balanceText(data) },
  ];
}
