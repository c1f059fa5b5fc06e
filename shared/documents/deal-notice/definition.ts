import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, keepHeads, paperStyles, paragraph } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { grid, labelByHand } from '../kit/tables.ts';
import type { SigningNoticeData, TerminationNoticeData } from './data.ts';
import {
  addressee,
  proofRows,
  SIGNING_TITLE,
  signingNoticeEdition,
  signingParagraphs,
  signingWarning,
  TERMINATION_TITLE,
  terminationNoticeEdition,
  terminationParagraphs,
} from './words.ts';

type Head = { readonly title: string; readonly edition: string };

/** The notice to sign (签约通知书): one A4 to the buyers, one that stays with the proof of its service. */
export function buildSigningNoticeDefinition(data: SigningNoticeData, marks: Marks): Definition {
  return sheet(data, marks, { title: SIGNING_TITLE, edition: signingNoticeEdition }, [
    ...signingParagraphs(data).map((text) => paragraph([text])),
    { ol: [...data.bring], fontSize: sizes.text, lineHeight: 1.15, margin: [24, 2, 0, 4] },
    paragraph([signingWarning(data)]),
  ]);
}

/** The notice of termination (终止通知书): as the notice to sign. */
export function buildTerminationNoticeDefinition(data: TerminationNoticeData, marks: Marks): Definition {
  const head = { title: TERMINATION_TITLE, edition: terminationNoticeEdition };
  return sheet(
    data,
    marks,
    head,
    terminationParagraphs(data).map((text) => paragraph([text])),
  );
}

function sheet(
  data: SigningNoticeData | TerminationNoticeData,
  marks: Marks,
  { title, edition }: Head,
  body: Content[],
): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(title, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title,
      edition: `本公司文本 ${edition}`,
      maker: `${data.project}案场　经办人 ${data.consultant}`,
    }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, title),
      { text: addressee(data), fontSize: sizes.text, bold: true, margin: [0, 4, 0, 6] },
      ...body,
      {
        unbreakable: true,
        margin: [0, 14, 0, 0],
        stack: [
          { text: `${data.seller.name}（盖章）`, alignment: 'right', fontSize: sizes.text },
          { text: dateText(data.issuedOn), alignment: 'right', fontSize: sizes.text, margin: [0, 4, 0, 0] },
        ],
      },
      proof(),
    ],
  };
}

/** Where the service is proved by hand: how, when, by which number, who took it. */
function proof(): Content {
  const [how, when, number, who] = proofRows;
  const row = (one: string, other: string): TableCell[] => [labelByHand(one), '', labelByHand(other), ''];
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: [
      { text: '送达回执', font: families.sans, bold: true, fontSize: sizes.text, margin: [0, 0, 0, 4] },
      {
        table: { widths: [72, '*', 72, '*'], heights: mm(9), body: [row(how, when), row(number, who)] },
        layout: grid,
        fontSize: sizes.table,
      },
    ],
  };
}
