import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { orStruck } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { across, FRAME, grid, headOf } from '../kit/tables.ts';
import type { SaleContractData } from '../sale-contract/data.ts';
import { type SheetScreen, sheetScreens } from './order.ts';

/** Edition of this sheet. */
export const netSigningSheetEdition = 'WQ-1';

const title = '网签录入单';

/** The data sheet for the city's net-signing (decision 14): what to enter, screen by screen, each line ticked off by hand. */
export function buildNetSigningSheetDefinition(data: SaleContractData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  const { draft, text } = data;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(title, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title,
      edition: `本公司文本 ${netSigningSheetEdition}`,
      maker: `${draft.project.name}案场　制单 ${data.maker}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(draft.seller.name, title),
      {
        text: `合同 ${marks.number}　认购书 ${draft.subscription.number}　本单供录入网签系统使用，不是合同。录入一项，在方框内打勾；未列出的空格在系统中划去。与系统不一致的，先停止录入并更正合同资料。`,
        style: 'note',
        margin: [0, 0, 0, 6],
      },
      ...sheetScreens(text, draft).map(screenTable),
      {
        margin: [0, 8, 0, 0],
        unbreakable: true,
        table: {
          widths: [110, '*', 110, '*'],
          heights: 24,
          body: [[cell('网签（备案）编号'), cell(''), cell('网签时间'), cell('')]],
        },
        layout: grid,
      },
      signatureBlock(
        { title: '录入', places: [{ asks: '录入人：' }] },
        { title: '复核', places: [{ asks: '复核人：' }] },
      ),
    ],
  };
}

const columns = [
  { head: '序', alignment: 'center' },
  { head: '录入项', alignment: 'left' },
  { head: '录入内容', alignment: 'left' },
  { head: '已录', alignment: 'center' },
] as const;

/** The heads of a screen's columns, which stand again on each page. */
export const sheetHead = columns.map(({ head }) => head).join('');

/** The title of a screen is a row of its table, above the frame: so it stays with its head, and stands again on the next page. */
const titled: CustomTableLayout = {
  ...grid,
  // None above the title: the cells that lie under a wide one would draw theirs.
  hLineWidth: (row, node) => (row === 0 ? 0 : row === 1 ? FRAME : (grid.hLineWidth?.(row, node) ?? 0)),
};

function titleRow(text: string): TableCell[] {
  return across(columns.length, text, {
    font: families.sans,
    fontSize: sizes.article,
    bold: true,
    margin: [-5, 0, 0, 0],
    border: [false, false, false, true],
  });
}

function screenTable({ title: name, lines }: SheetScreen): Content {
  return {
    margin: [0, 6, 0, 0],
    table: {
      widths: [22, 170, '*', 30],
      headerRows: 2,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [
        titleRow(name),
        headOf(columns),
        ...lines.map(([asks, answer], index): TableCell[] => [
          { text: String(index + 1), alignment: 'center' },
          asks,
          orStruck(answer),
          { text: '□', alignment: 'center' },
        ]),
      ],
    },
    layout: titled,
  };
}

function cell(text: string): TableCell {
  return { text, margin: [0, 5, 0, 0] };
}
