import type { Content } from 'pdfmake';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { mm, papers } from '../kit/paper.ts';
import { grid, label } from '../kit/tables.ts';
import type { FallbackSlipsData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const fallbackSlipsEdition = 'SG-1';

/** So many slips stand on a sheet. */
const ON_A_SHEET = 4;

/** What every slip says under its blanks. */
export const SLIP_NOTE = '时间写到秒；同一套房以先写者为准。恢复联机后按时间先后补录，有冲突的当场告知客户另选。';

/** Numbered blank slips (手工选房单), several on a sheet: what the desks write on while the program is away. */
export function buildFallbackSlipsDefinition(data: FallbackSlipsData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('手工选房单', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '手工选房单',
      edition: `本公司文本 ${fallbackSlipsEdition}`,
      maker: `${data.company.project}案场　印制 ${data.by} ${dateText(data.printedOn)}`,
    }),
    ...watermarkOf(marks),
    content: data.numbers.map((number, at) => slip(data, number, at)),
  };
}

function slip({ launch }: FallbackSlipsData, number: string, at: number): Content {
  const blank = { text: ' ', margin: [0, 3, 0, 3] as [number, number, number, number] };
  return {
    ...(at > 0 && at % ON_A_SHEET === 0 ? { pageBreak: 'before' as const } : {}),
    unbreakable: true,
    margin: [0, 0, 0, mm(7)],
    stack: [
      {
        columns: [
          { width: '*', text: launch, fontSize: sizes.article },
          { width: 'auto', text: `手工选房单　${number}`, font: families.sans, bold: true, fontSize: sizes.article },
        ],
        margin: [0, 0, 0, 3],
      },
      {
        table: {
          widths: [50, '*', 50, '*'],
          body: [
            [label('排　号'), blank, label('时　间'), { text: '　　时　　分　　秒', margin: [0, 3, 0, 3] }],
            [label('房　源'), blank, label('选房台'), blank],
            [label('客户签名'), blank, label('经办签名'), blank],
          ],
        },
        layout: grid,
      },
      { text: SLIP_NOTE, fontSize: sizes.note, margin: [0, 3, 0, 0] },
    ],
  };
}
