import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { HandoverSlipData } from './data.ts';
import { aroundSlip, cellsOfHanded, factsOfSlip, RECEIVED, slipColumns } from './definition.ts';

/** What stands on every page of the slip. */
export function frameOfHandover(data: HandoverSlipData): PageFrame {
  return officeFrame(aroundSlip(data), [headsText(slipColumns)]);
}

/** Everything that the finished slip must say, as it is printed. */
export function expectedOnHandover(data: HandoverSlipData): ExpectedBlank[] {
  const rows = data.copies.map((copy) => cellsOfHanded(copy).join(''));
  return [
    ...expectedHead(aroundSlip(data), factsOfSlip(data), rows[0] ?? ''),
    ...rows.map((row) => ({ name: '原件', words: row })),
    { name: '签收', words: RECEIVED },
  ];
}
