import type { Content } from 'pdfmake';
import { type Definition, inks, type Marks, sizes } from './definition.ts';
import { checkText } from './page-code.ts';
import { mm, type Paper, papers, textWidth } from './paper.ts';

/** Edge of the page code in millimetres: modules of half a millimetre and more read well from a copy. */
export const CODE_MM = 13.5;

/** The page code of a page, drawn. */
export function pageCode(
  marks: Marks,
  page: number,
  edge: number = CODE_MM,
): { svg: string; width: number; height: number } {
  return { svg: marks.codeOf(page), width: mm(edge), height: mm(edge) };
}

/** Page x of y. */
export function pageOf(page: number, pages: number): string {
  return `第 ${page} 页　共 ${pages} 页`;
}

/**
 * Head and foot of a paper on A4, or on another large sheet: what it is and its number at the left, check digits and page code at the right over a
 * rule; page x of y at the foot, whose right side stays free for the mark of the copy.
 */
export function frame(
  marks: Marks,
  words: { title: string; edition: string; maker: string },
  sheet: Paper = papers.a4,
): Pick<Definition, 'header' | 'footer'> {
  const [left, , right] = sheet.margins;
  return {
    header: (page, pages) => ({
      margin: [mm(left), mm(10), mm(right), 0],
      stack: [
        {
          columns: [
            { width: '*', margin: [0, 12, 0, 0], stack: [`${words.title}　${words.edition}`, `编号：${marks.number}`] },
            {
              width: 130,
              margin: [0, 12, 6, 0],
              alignment: 'right',
              stack: [`页码校验 ${checkText(marks.hash)}`, `第 ${marks.version} 版 · 第 ${page} / ${pages} 页`],
            },
            { width: 'auto', stack: [pageCode(marks, page)] },
          ],
          fontSize: sizes.note,
          lineHeight: 1.02,
        },
        { canvas: [rule(textWidth(sheet), 0.7)], margin: [0, 3, 0, 0] },
      ],
    }),
    footer: (page, pages) => ({
      margin: [mm(left), mm(5), mm(right), 0],
      stack: [
        { canvas: [rule(textWidth(sheet), 0.4)] },
        {
          margin: [0, 3, 0, 0],
          fontSize: sizes.small,
          color: inks.soft,
          columns: [
            { width: '*', text: words.maker },
            { width: 'auto', text: pageOf(page, pages) },
            { width: '*', text: '' },
          ],
        },
      ],
    }),
  };
}

/** A rule across. */
export function rule(
  width: number,
  lineWidth: number,
): { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number; lineColor: string } {
  return { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor: inks.rule };
}

/** The place of the seam seal (骑缝章) half over the right edge of each page. */
export function seamSeal(): Definition['background'] {
  const top = mm(papers.a4.height * 0.58);
  const edge = mm(papers.a4.width);
  // Anew for each page: pdfmake moves what it is given.
  return (): Content[] => [
    {
      absolutePosition: { x: edge - mm(8), y: top },
      canvas: [
        {
          type: 'rect',
          x: 0,
          y: 0,
          w: mm(20),
          h: mm(34),
          r: mm(8),
          lineWidth: 0.6,
          lineColor: '#808080',
          dash: { length: 3 },
        },
      ],
    },
    {
      absolutePosition: { x: edge - mm(5.2), y: top + mm(10) },
      stack: ['骑', '缝', '章'],
      fontSize: sizes.small,
      color: '#606060',
    },
  ];
}
