import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type ContactSheetData, contactSheetDataSchema } from './data.ts';
import { buildContactSheetDefinition, CONTACT_TITLE, contactSheetEdition } from './definition.ts';
import { expectedOnContact, frameOfContact } from './expected.ts';
import { contactSheetSample } from './sample.ts';

/** 客户联系单: how the buyers of a deal are reached, and by when they were promised what. */
export const contactSheet: DocumentKind<ContactSheetData, 'a4'> = {
  kind: 'contactSheet',
  title: CONTACT_TITLE,
  numberPrefix: 'LX',
  templateVersion: contactSheetEdition,
  copies: 2,
  papers: ['a4'],
  schema: contactSheetDataSchema,
  build: buildContactSheetDefinition,
  openBlanks: ({ seller, buyers }) =>
    openBlanks([
      ['售楼电话', seller.phone],
      ...buyers.flatMap(({ name, phone, address }) => [
        [`${name}的电话`, phone] as const,
        [`${name}的通讯地址`, address] as const,
      ]),
    ]),
  expected: expectedOnContact,
  frame: frameOfContact,
  // People move and change their numbers.
  follows: true,
  sample: contactSheetSample,
};
