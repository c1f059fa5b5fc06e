import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import { inks, sizes } from './definition.ts';
import { rule } from './frame.ts';
import { mm } from './paper.ts';

/** One place to sign: what is asked there, and a rule; a struck one has none, so that nobody signs there by hand. */
export type SigningPlace = { readonly asks: string; readonly struck?: boolean };

/** A side that signs: its name, where it signs, and the day it writes itself. */
export type Side = { readonly title: string; readonly places: readonly SigningPlace[] };

const LINE_MM = 10;
const BOX_RULE = 0.6;
const BOX_PADDING = 6;

/** The signatures of two sides beside each other, together on one page. */
export function signatureBlock(left: Side, right: Side): Content {
  return { unbreakable: true, margin: [0, 10, 0, 0], columnGap: mm(8), columns: [sideOf(left), sideOf(right)] };
}

/**
 * What is signed, and under its last paragraph, with the head right above it, everything that is written by hand, on one
 * page: nobody signs on a page that does not say what.
 */
export function signedTogether(text: readonly Content[], byHand: readonly Content[]): Content[] {
  const above = text.findLastIndex((node, index) => index < text.length - 1 && !isHeadline(node)) + 1;
  // Together they stay anyway: a head that asked for a page of its own would take all of them from the paper.
  const kept = text.slice(above).map((node) => (isHeadline(node) ? { ...node, headlineLevel: 0 } : node));
  return [...text.slice(0, above), { unbreakable: true, stack: [...kept, ...byHand] }];
}

function isHeadline(node: Content): node is Extract<Content, { readonly headlineLevel?: unknown }> {
  return typeof node === 'object' && 'headlineLevel' in node && node.headlineLevel === 1;
}

function sideOf(side: Side): { stack: Content[] } {
  return {
    stack: [
      { text: side.title, bold: true, fontSize: sizes.text },
      ...side.places.map(placeOf),
      {
        text: '日期：　　　　　　年　　　　月　　　　日',
        margin: [0, mm(4), 0, 0],
      },
    ],
  };
}

/** Widest name of a place, in Han signs, that leaves room to sign beside it; a wider one stands above its rule. */
const BESIDE = 16;

/** Width of a text in Han signs: letters, digits and blanks take about half of one. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign < '\u2000' ? 0.55 : 1), 0);
}

function placeOf({ asks, struck = false }: SigningPlace): Content {
  if (widthOf(asks) > BESIDE)
    return {
      table: { widths: ['*'], heights: mm(LINE_MM + 5), body: [[cell(asks, !struck)]] },
      layout: signing,
      margin: [0, mm(3), 0, 0],
    };
  const row = [cell(asks, false, 'bottom'), cell('', !struck)];
  return { table: { widths: ['auto', '*'], heights: mm(LINE_MM), body: [row] }, layout: signing };
}

function cell(text: string, ruled: boolean, verticalAlignment: 'top' | 'bottom' = 'top'): TableCell {
  return { text, verticalAlignment, border: [false, false, false, ruled] };
}

const signing: CustomTableLayout = {
  defaultBorder: false,
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => inks.rule,
  paddingLeft: () => 0,
  paddingRight: () => 4,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** Lines on which the buyer copies a sentence by hand, which proves that it was pointed out. */
export function handwriting(sentence: string, asks: string, width: number): Content {
  return {
    unbreakable: true,
    margin: [0, 7, 0, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: [asks, { text: `“${sentence}”`, bold: true }] },
              { canvas: [rule(width - 2 * BOX_PADDING - 2 * BOX_RULE, 0.4)], margin: [0, mm(8.5), 0, 3] },
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => BOX_RULE,
      vLineWidth: () => BOX_RULE,
      hLineColor: () => inks.rule,
      vLineColor: () => inks.rule,
      paddingLeft: () => BOX_PADDING,
      paddingRight: () => BOX_PADDING,
    },
  };
}
