import type { DocumentKind } from '../kind.ts';
import { type ControlCheckData, controlCheckDataSchema } from './data.ts';
import { buildControlCheckDefinition, CONTROL_CHECK_TITLE, controlCheckEdition } from './definition.ts';
import { expectedOnCheck, frameOfCheck } from './expected.ts';
import { controlCheckSample } from './sample.ts';

/** The control check (销控核对表) as a kind of paper. */
export const controlCheck: DocumentKind<ControlCheckData, 'a4'> = {
  kind: 'controlCheck',
  title: CONTROL_CHECK_TITLE,
  numberPrefix: 'XK',
  templateVersion: controlCheckEdition,
  copies: 2,
  papers: ['a4'],
  schema: controlCheckDataSchema,
  build: buildControlCheckDefinition,
  openBlanks: () => [],
  expected: expectedOnCheck,
  frame: frameOfCheck,
  sample: controlCheckSample,
};
