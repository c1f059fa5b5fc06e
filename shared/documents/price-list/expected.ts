import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { FloorPriceListData, PriceListData } from './data.ts';
import {
  aroundPriceList,
  cellsOfListed,
  columnsOfPriceList,
  factsOfPriceList,
  totalColumns,
  totalsOfPriceList,
} from './definition.ts';

/** What stands on every page of a price list; its heads stand again on each. */
export function frameOfPriceList(data: PriceListData | FloorPriceListData): PageFrame {
  return officeFrame(aroundPriceList(data), [columnsOfPriceList(data), totalColumns].map(headsText));
}

/** Everything that the finished list must say, as it is printed. */
export function expectedOnPriceList(data: PriceListData | FloorPriceListData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundPriceList(data), factsOfPriceList(data), data.rows[0]?.place ?? ''),
    ...data.rows.map((row) => ({ name: row.place, words: cellsOfListed(row).join('') })),
    ...totalsOfPriceList(data).map((cells) => ({ name: `${cells[0] ?? ''}合计`, words: cells.join('') })),
  ];
}
