import type { UnissuedKind } from '../kind.ts';
import { type ExpectedBlank, expectedIn, expectedRow } from '../kit/expected.ts';
import { type PaperName, papers } from '../kit/paper.ts';
import { type TestPageData, testPageDataSchema } from './data.ts';
import {
  buildTestPageDefinition,
  factsOfTest,
  NOT_NUMBERED,
  notesOfTest,
  TEST_TITLE,
  testPageEdition,
} from './definition.ts';

function expectedOnTest(data: TestPageData, _number: string, paper: PaperName): ExpectedBlank[] {
  const [first = ''] = notesOfTest(data, papers[paper]);
  return [
    expectedIn('营销中心', '', data.office, TEST_TITLE),
    { name: TEST_TITLE, words: NOT_NUMBERED, times: data.bothSides ? 2 : 1 },
    ...expectedRow(factsOfTest(data, paper), first),
  ];
}

/** The sheet that a printer is tried with (打印测试页), on every sheet that papers are printed on. */
export const testPage: UnissuedKind<TestPageData> = {
  kind: 'testPage',
  title: TEST_TITLE,
  templateVersion: testPageEdition,
  papers: ['a4', 'a4Landscape', 'a3Landscape', 'form241', 'a4Thirds', 'a5'],
  schema: testPageDataSchema,
  build: buildTestPageDefinition,
  openBlanks: () => [],
  expected: expectedOnTest,
  sample: {
    office: '江岸云境营销中心',
    terminal: '合同室 2 号机',
    printer: '合同室 Kyocera P3155dn',
    tray: 'Tray2',
    bothSides: true,
    printedAt: '2026-11-16 10:32',
    by: '样本内勤',
  },
  variants: {
    oneSide: {
      office: '江岸云境营销中心',
      terminal: '前台',
      printer: '前台 Epson LQ-630K',
      tray: '',
      bothSides: false,
      printedAt: '2026-11-16 10:32',
      by: '样本内勤',
    },
  },
};
