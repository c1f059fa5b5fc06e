import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { DisclosureListData } from './data.ts';
import { DISCLOSURE_TITLE, disclosureListEdition, factsOfList, rowsOfList } from './definition.ts';

/** What stands on every page of the list. */
export function frameOfList({ company }: DisclosureListData): PageFrame {
  return { head: `${DISCLOSURE_TITLE}本公司文本${disclosureListEdition}`, foot: `${company.project}案场` };
}

/** Everything that the finished paper must say, as it is printed. */
export function expectedOnList(data: DisclosureListData): ExpectedBlank[] {
  return [
    expectedIn('公司', '', data.company.name, DISCLOSURE_TITLE),
    ...expectedRow(factsOfList(data), '证照'),
    ...rowsOfList(data).map((row) => ({ name: row[0] ?? '', words: row.slice(1, 4).join('') })),
  ];
}
