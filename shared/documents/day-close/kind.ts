import type { DocumentKind } from '../kind.ts';
import { type DayCloseData, dayCloseDataSchema } from './data.ts';
import { buildDayCloseDefinition, dayCloseEdition } from './definition.ts';
import { expectedOnClose, frameOfClose } from './expected.ts';
import { dayCloseSample } from './sample.ts';

/** The daily close (日结单). */
export const dayClose: DocumentKind<DayCloseData, 'a4'> = {
  kind: 'dayClose',
  title: '日结单',
  numberPrefix: 'RJ',
  templateVersion: dayCloseEdition,
  copies: 2,
  papers: ['a4'],
  schema: dayCloseDataSchema,
  build: buildDayCloseDefinition,
  openBlanks: () => [],
  expected: expectedOnClose,
  frame: frameOfClose,
  sample: dayCloseSample,
};
