import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, keepHeads, paperStyles, paragraph } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { type Definition, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { headOf, ledger } from '../kit/tables.ts';
import type { PersonalReportData } from './data.ts';

/** Edition of the layout. */
export const personalReportEdition = 'GR-2';

/** The title of the report. */
export const REPORT_TITLE = '个人信息报告';

/** What stands in a part that holds nothing. */
export const NOTHING = '没有记录';

/** What the report is, in one sentence. */
export function introduction({ seller, person, printedOn }: PersonalReportData): string {
  return `截至 ${dateText(printedOn)}，${seller.name}在本项目保存的${person.name}（档案 ${person.file}）的个人信息如下。更正、删除或者撤回同意，请致电 ${seller.phone === '' ? '案场前台' : seller.phone}。`;
}

/** Everything that the office holds of one person, from where, who saw it, to whom it went, and until when it is kept. */
export function buildPersonalReportDefinition(data: PersonalReportData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(REPORT_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: REPORT_TITLE,
      edition: `本公司文本 ${personalReportEdition}`,
      maker: `${data.project}案场　经办人 ${data.maker}`,
    }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, REPORT_TITLE),
      paragraph([{ text: introduction(data) }]),
      ...data.parts.flatMap((part) => [chapter(part.title, { fontSize: sizes.text }), tableOf(part)]),
    ],
  };
}

function tableOf({ columns, rows }: PersonalReportData['parts'][number]): Content {
  if (rows.length === 0) return { text: NOTHING, fontSize: sizes.note };
  // Columns of one width, so that those of all parts stand under each other; the longest texts stand in the last.
  const width = columns.length > 2 ? 84 : 110;
  const widths = columns.map((_column, index) => (index === columns.length - 1 ? '*' : width));
  const heads = columns.map((column) => ({ head: column, alignment: 'left' as const }));
  return {
    table: {
      widths,
      headerRows: 1,
      dontBreakRows: true,
      body: [headOf(heads), ...rows.map((row): TableCell[] => row.map((text) => ({ text })))],
    },
    layout: ledger,
    fontSize: sizes.note,
  };
}
