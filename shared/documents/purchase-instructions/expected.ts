import { orStruck } from '../kit/blanks.ts';
import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { PurchaseInstructionsData } from './data.ts';
import {
  aroundInstructions,
  factsOfInstructions,
  headOfPart,
  PAGE_SIGNATURE,
  partsOfInstructions,
  STEPS,
  stepColumns,
  stepsOfInstructions,
} from './definition.ts';

/** What stands on every page of the instructions; buyers sign each of them. */
export function frameOfInstructions(data: PurchaseInstructionsData): PageFrame {
  return officeFrame(aroundInstructions(data), [PAGE_SIGNATURE, headsText(stepColumns)]);
}

/** Everything that the finished instructions must say, as it is printed. */
export function expectedOnInstructions(data: PurchaseInstructionsData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundInstructions(data), factsOfInstructions(data), headOfPart(0, '')),
    ...partsOfInstructions(data).flatMap(({ title, text }, index) =>
      title === STEPS ? [] : [{ name: title, words: `${headOfPart(index, title)}${orStruck(text)}` }],
    ),
    ...stepsOfInstructions(data).map(([step, term]) => ({ name: step, words: `${step}${term}` })),
  ];
}
