import { orStruck } from '../kit/blanks.ts';
import { cellsOfDecisions, decisionColumns } from '../kit/decisions.ts';
import { type ExpectedBlank, expectedRow, type PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { DiscountFormData } from './data.ts';
import {
  aroundDiscount,
  bandColumns,
  cellsOfBand,
  cellsOfPrice,
  factsOfDiscount,
  priceColumns,
  standingOf,
} from './definition.ts';

/** What stands on every page of the form. */
export function frameOfDiscount(data: DiscountFormData): PageFrame {
  return officeFrame(aroundDiscount(data), [priceColumns, bandColumns, decisionColumns].map(headsText));
}

/** Everything that the finished form must say, as it is printed. */
export function expectedOnDiscount(data: DiscountFormData): ExpectedBlank[] {
  const facts = factsOfDiscount(data).map(([name, text]) => [name, orStruck(text)] as const);
  return [
    ...expectedHead(aroundDiscount(data), facts, '价格构成'),
    ...data.lines.map((line) => ({ name: line.label, words: cellsOfPrice(line).join('') })),
    ...expectedRow(
      standingOf(data).map(([name, text]) => [name, orStruck(text)] as const),
      '审批权限与决定',
    ),
    ...data.bands.map((band) => ({ name: band.post, words: cellsOfBand(band).join('') })),
    ...cellsOfDecisions(data.decisions).map((row) => ({ name: row[0], words: row.join('') })),
  ];
}
