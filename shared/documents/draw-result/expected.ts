import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { DrawResultData } from './data.ts';
import { DRAW_TITLE, drawResultEdition, factsOfDraw, methodOf, placeHeads, rowsOfDraw } from './definition.ts';

/** What stands on every page of a draw result. */
export function frameOfDraw({ company, drawn }: DrawResultData): PageFrame {
  return {
    head: `${DRAW_TITLE}本公司文本${drawResultEdition}`,
    foot: `${company.project}案场摇号人${drawn.by}`,
    repeated: [placeHeads.join('')],
  };
}

/** Everything that the finished result must say: above all every place, in its order. */
export function expectedOnDraw(data: DrawResultData): ExpectedBlank[] {
  return [
    expectedIn('公司', '', data.company.name, DRAW_TITLE),
    ...expectedRow(factsOfDraw(data), '怎样重算'),
    ...methodOf(data).map((words) => ({ name: '重算方法', words })),
    ...rowsOfDraw(data).map((row) => ({ name: '选房顺序', words: row.flat().join('') })),
  ];
}
