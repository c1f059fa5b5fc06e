import type { Content } from 'pdfmake';
import { inks, sizes } from '../kit/definition.ts';
import { mm } from '../kit/paper.ts';

const HEIGHT_MM = 88;

/** The place of a drawing that is bound in: a frame with its title, and the line on which both sides sign the drawing. */
export function drawingFrame(title: string, attached: boolean): Content {
  return {
    unbreakable: true,
    margin: [0, 4, 0, 4],
    table: {
      widths: ['*'],
      heights: [18, mm(HEIGHT_MM), 22],
      body: [
        [{ text: title, alignment: 'center', bold: true }],
        [
          {
            text: attached ? '（图纸另附，骑缝盖章）' : '（图纸粘贴处）',
            alignment: 'center',
            color: inks.soft,
            fontSize: sizes.note,
            margin: [0, mm(HEIGHT_MM / 2) - 8, 0, 0],
          },
        ],
        [{ text: '出卖人：　　　　　　　　　　　　　　买受人：', margin: [0, 4, 0, 0] }],
      ],
    },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      hLineColor: () => inks.rule,
      vLineColor: () => inks.rule,
    },
  };
}
