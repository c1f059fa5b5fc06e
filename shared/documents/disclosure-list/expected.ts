import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import type { DisclosureListData } from './data.ts';
import { aroundList, factsOfList, rowsOfList } from './definition.ts';

/** What stands on every page of the list. */
export function frameOfList(data: DisclosureListData): PageFrame {
  return officeFrame(aroundList(data));
}

/** Everything that the finished paper must say, as it is printed. */
export function expectedOnList(data: DisclosureListData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundList(data), factsOfList(data), '证照'),
    ...rowsOfList(data).map((row) => ({ name: row[0] ?? '', words: row.slice(1, 4).join('') })),
  ];
}
