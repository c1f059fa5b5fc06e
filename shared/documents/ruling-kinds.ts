import type { DocumentKind } from './kind.ts';
import { openBlanks } from './kit/open-blanks.ts';
import { type RulingSlipData, rulingSlipDataSchema } from './ruling-slip/data.ts';
import { buildRulingSlipDefinition, rulingSlipEdition, SLIP_TITLE } from './ruling-slip/definition.ts';
import { expectedOnRuling, frameOfRuling } from './ruling-slip/expected.ts';
import { appealedRulingSample, rulingSlipSample } from './ruling-slip/sample.ts';

/** 判客单: how a conflict about a customer was decided, by which rule and on what evidence. */
export const rulingSlip: DocumentKind<RulingSlipData, 'a4'> = {
  kind: 'rulingSlip',
  title: SLIP_TITLE,
  numberPrefix: 'PK',
  templateVersion: rulingSlipEdition,
  copies: 2,
  papers: ['a4'],
  schema: rulingSlipDataSchema,
  build: buildRulingSlipDefinition,
  openBlanks: ({ note, grounds }) =>
    openBlanks([
      ['情况说明', note],
      ['理由', grounds],
    ]),
  expected: expectedOnRuling,
  frame: frameOfRuling,
  sample: rulingSlipSample,
  variants: { appealed: appealedRulingSample },
};
