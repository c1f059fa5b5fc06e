import { dateText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import type { FallbackSlipsData } from './data.ts';
import { fallbackSlipsEdition } from './definition.ts';

/** What stands on every page of a printing of slips. */
export function frameOfSlips({ company, by, printedOn }: FallbackSlipsData): PageFrame {
  return {
    head: `手工选房单本公司文本${fallbackSlipsEdition}`,
    foot: `${company.project}案场印制${by}${dateText(printedOn)}`,
  };
}

/** Every slip is there with its number. */
export function expectedOnSlips({ numbers }: FallbackSlipsData): ExpectedBlank[] {
  return numbers.map((number) => expectedIn(number, '手工选房单', number, '排'));
}
