import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { BoxLabelData } from './data.ts';
import { aroundLabel, cellsOfContents, factsOfLabel, labelColumns } from './definition.ts';

/** What stands on every page of the label. */
export function frameOfLabel(data: BoxLabelData): PageFrame {
  return officeFrame(aroundLabel(data), [headsText(labelColumns)]);
}

/** Everything that the finished label must say, as it is printed. */
export function expectedOnLabel(data: BoxLabelData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundLabel(data), factsOfLabel(data), data.number),
    ...cellsOfContents(data).map((cells) => ({ name: cells[1] ?? '', words: cells.join('') })),
  ];
}
