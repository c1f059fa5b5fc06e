import { type DrawResultData, drawResultDataSchema } from './draw-result/data.ts';
import { buildDrawResultDefinition, DRAW_TITLE, drawResultEdition } from './draw-result/definition.ts';
import { expectedOnDraw, frameOfDraw } from './draw-result/expected.ts';
import { drawResultSample } from './draw-result/sample.ts';
import { type IntentSlipData, intentSlipDataSchema } from './intent-slip/data.ts';
import { buildIntentSlipDefinition, intentSlipEdition } from './intent-slip/definition.ts';
import { expectedOnSlip, frameOfSlip } from './intent-slip/expected.ts';
import { intentSlipSample } from './intent-slip/sample.ts';
import type { DocumentKind } from './kind.ts';
import { openBlanks } from './kit/open-blanks.ts';

/** The slip of an intent (认筹登记单). */
export const intentSlip: DocumentKind<IntentSlipData, 'a4'> = {
  kind: 'intentSlip',
  title: '认筹登记单',
  numberPrefix: 'RC',
  templateVersion: intentSlipEdition,
  copies: 2,
  papers: ['a4'],
  schema: intentSlipDataSchema,
  build: buildIntentSlipDefinition,
  openBlanks: ({ receipt, wishes }) =>
    openBlanks([
      ['收据号', receipt],
      ['意向房源', wishes.join('、')],
    ]),
  expected: expectedOnSlip,
  frame: frameOfSlip,
  // The receipt comes after the number.
  follows: true,
  sample: intentSlipSample,
};

/** The result of a launch's draw (摇号结果公示). */
export const drawResult: DocumentKind<DrawResultData, 'a4'> = {
  kind: 'drawResult',
  title: DRAW_TITLE,
  numberPrefix: 'YH',
  templateVersion: drawResultEdition,
  copies: 2,
  papers: ['a4'],
  schema: drawResultDataSchema,
  build: buildDrawResultDefinition,
  openBlanks: () => [],
  expected: expectedOnDraw,
  frame: frameOfDraw,
  sample: drawResultSample,
};
