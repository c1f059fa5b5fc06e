import { openBlanks } from '../kit/open-blanks.ts';
import { type DisclosureListData, disclosureListDataSchema } from './data.ts';
import { buildDisclosureListDefinition, DISCLOSURE_TITLE, disclosureListEdition } from './definition.ts';
import { expectedOnList, frameOfList } from './expected.ts';
import { disclosureListSample } from './sample.ts';

/** How the public disclosure list is numbered, printed and checked. */
export const disclosureList = {
  kind: 'disclosureList',
  title: DISCLOSURE_TITLE,
  numberPrefix: 'GS',
  templateVersion: disclosureListEdition,
  copies: 1,
  papers: ['a4'],
  schema: disclosureListDataSchema,
  build: buildDisclosureListDefinition,
  openBlanks: ({ company }: DisclosureListData) =>
    openBlanks([
      ['地址', company.address],
      ['联系电话', company.phone],
    ]),
  expected: expectedOnList,
  frame: frameOfList,
  follows: true,
  sample: disclosureListSample,
} as const;
