import { orStruck } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { PurchaseInstructionsData } from './data.ts';
import {
  factsOfInstructions,
  headOfPart,
  INSTRUCTIONS_TITLE,
  makerOf,
  PAGE_SIGNATURE,
  partsOfInstructions,
  purchaseInstructionsEdition,
  stepHeads,
  stepsOfInstructions,
} from './definition.ts';

/** What stands on every page of the instructions; buyers sign each of them. */
export function frameOfInstructions(data: PurchaseInstructionsData): PageFrame {
  return {
    head: `${INSTRUCTIONS_TITLE}本公司文本${purchaseInstructionsEdition}`,
    foot: makerOf(data),
    repeated: [PAGE_SIGNATURE, stepHeads],
  };
}

/** Everything that the finished instructions must say, as it is printed. */
export function expectedOnInstructions(data: PurchaseInstructionsData): ExpectedBlank[] {
  return [
    expectedIn('出卖人', '', data.seller.name, INSTRUCTIONS_TITLE),
    ...expectedRow(factsOfInstructions(data), headOfPart(0, '')),
    ...partsOfInstructions(data).flatMap(({ title, text }, index) =>
      text === '' && title === '办理步骤和期限'
        ? []
        : [{ name: title, words: `${headOfPart(index, title)}${orStruck(text)}` }],
    ),
    ...stepsOfInstructions(data).map(([step, term]) => ({ name: step, words: `${step}${term}` })),
  ];
}
