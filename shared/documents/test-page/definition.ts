import type { Content } from 'pdfmake';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { type Definition, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import type { NamedValue } from '../kit/expected.ts';
import { letterhead } from '../kit/letterhead.ts';
import { factsTable } from '../kit/office-paper.ts';
import { mm, type Paper, type PaperName, papers } from '../kit/paper.ts';
import type { TestPageData } from './data.ts';
import { ACROSS_MM, downMm, scales } from './scales.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const testPageEdition = 'CS-1';
/** Its title. */
export const TEST_TITLE = '打印测试页';
/** What it says of itself. */
export const NOT_NUMBERED = '不编号，不作单据，看过即可丢弃。';

/** Room for the rulers and frames around the text, in millimetres. */
const AROUND = { left: 26, top: 19, right: 24, bottom: 13 };

/** A sheet lower than this has no room for a letterhead, in millimetres. */
const LOW = 110;

/** How it was printed, name by name. */
export function factsOfTest(data: TestPageData, paper: PaperName): readonly NamedValue[] {
  const { terminal, printer, tray, bothSides, printedAt, by } = data;
  return [
    ['打印机', printer],
    ['终　端', terminal],
    ['纸　张', papers[paper].title],
    ['纸　盒', tray === '' ? '打印机默认' : tray],
    ['单双面', bothSides ? '双面（长边翻）' : '单面'],
    ['打印人', by],
    ['时　间', printedAt],
  ];
}

/** How it is read. */
export function notesOfTest({ bothSides }: TestPageData, sheet: Paper): readonly string[] {
  return [
    `用尺量：上方刻度应为 ${ACROSS_MM} mm，左侧应为 ${downMm(sheet)} mm；不符是打印机做了缩放。`,
    '四边都看得见的最外一框，就是这台打印机能印到的页边距；虚线框是单据的正文区，应当完整。',
    ...(bothSides ? ['两面对光看，角上的十字应当重合；第二面应当印在同一张纸的背面。'] : []),
  ];
}

/** The sheet that a printer is tried with (打印测试页): how it was sent, and scales that show what came of it. */
export function buildTestPageDefinition(data: TestPageData, marks: Marks, paper: PaperName): Definition {
  const sheet: Paper = papers[paper];
  const low = sheet.height < LOW;
  const note = (text: string): Content => ({
    text,
    fontSize: low ? sizes.small : sizes.note,
    margin: [0, low ? 0.5 : 1.5, 0, 0],
  });
  const side = (text: string, more: object = {}): Content => ({
    text: `${text}　${NOT_NUMBERED}`,
    ...{ fontSize: sizes.note, color: inks.soft, alignment: 'center', margin: [0, 0, 0, low ? 2 : 5] },
    ...more,
  });
  return {
    pageSize: { width: mm(sheet.width), height: mm(sheet.height) },
    // The edge of the text runs through no word.
    pageMargins: [mm(AROUND.left), mm(Math.max(AROUND.top, sheet.margins[1] + 2)), mm(AROUND.right), mm(AROUND.bottom)],
    info: { title: TEST_TITLE, creator: 'Zhiye Desk' },
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...watermarkOf(marks),
    background: () => scales(sheet),
    content: [
      head(data.office, low),
      side(data.bothSides ? '第一面' : '单面'),
      factsTable(factsOfTest(data, paper), { below: low ? 2 : 6, columns: low ? 3 : 2 }),
      ...notesOfTest(data, sheet).map(note),
      ...(data.bothSides
        ? [
            { stack: [head(data.office, low)], pageBreak: 'before' as const },
            side('第二面'),
            factsTable(factsOfTest(data, paper).slice(0, 2)),
          ]
        : []),
    ],
  };
}

function head(office: string, low: boolean): Content {
  if (!low) return letterhead(office, TEST_TITLE);
  return {
    text: `${office}　${TEST_TITLE}`,
    alignment: 'center',
    bold: true,
    fontSize: sizes.article,
    margin: [0, 0, 0, 2],
  };
}
