import type { Content } from 'pdfmake';
import { families, inks } from '../kit/definition.ts';
import { mm, type Paper } from '../kit/paper.ts';

/** A line or a box of a drawing. */
type CanvasElement = Extract<Content, { canvas: unknown }>['canvas'][number];

/** Distances from the edge of the sheet at which a frame is drawn, in millimetres: printers leave between 3 and 6 free. */
const FRAMES = [3, 5, 10] as const;
/** Where the rulers stand, from the left and the top edge, in millimetres. */
const RULER = 13;
/** Where a ruler begins, from the corner, in millimetres. */
const START = 20;
/** Half the length of the arms of a cross, in millimetres. */
const ARM = 4;
/** How far from its corner a cross stands, in millimetres. */
const CORNER = 16;

/** Length of the ruler along the upper edge, in millimetres: what one measures with a ruler of one's own. */
export const ACROSS_MM = 100;

/** Length of the ruler along the left edge, in millimetres: as much as a low form has room for. */
export function downMm({ height }: Pick<Paper, 'height'>): number {
  return height > 140 ? ACROSS_MM : 50;
}

/** Frames at known distances from the edge, rulers, the edge of the text and crosses: what a printer's margins and scale are told by. */
export function scales(sheet: Paper): Content[] {
  const { width, height, margins } = sheet;
  const down = downMm(sheet);
  const [left, top, right, bottom] = margins;
  const canvas: CanvasElement[] = [
    ...FRAMES.map((edge) => box(edge, edge, width - edge * 2, height - edge * 2)),
    // The text of papers on this sheet stands within it.
    { ...box(left, top, width - left - right, height - top - bottom), dash: { length: 2 }, lineColor: '#909090' },
    ...ticks(ACROSS_MM, (at, length) => line(START + at, RULER, START + at, RULER + length)),
    line(START, RULER, START + ACROSS_MM, RULER),
    ...ticks(down, (at, length) => line(RULER, START + at, RULER + length, START + at)),
    line(RULER, START, RULER, START + down),
    ...[CORNER, width - CORNER].flatMap((x) => cross(x, height - CORNER)),
    ...cross(width - CORNER, CORNER),
  ];
  return [
    { canvas, absolutePosition: { x: 0, y: 0 } },
    // Side by side: the frames stand too close for words below one another.
    ...FRAMES.map((edge, at) => word(`${edge} mm`, width / 2 + 30 + at * 12, edge - 0.3)),
    word(`${ACROSS_MM} mm`, START + ACROSS_MM + 1.5, RULER - 0.6),
    word(`${down} mm`, RULER + 3.8, START + down - 2),
  ];
}

function box(x: number, y: number, w: number, h: number) {
  return {
    type: 'rect' as const,
    ...{ x: mm(x), y: mm(y), w: mm(w), h: mm(h) },
    lineWidth: 0.4,
    lineColor: inks.rule,
  };
}

function line(x1: number, y1: number, x2: number, y2: number): CanvasElement {
  const place = { x1: mm(x1), y1: mm(y1), x2: mm(x2), y2: mm(y2) };
  return { type: 'line', ...place, lineWidth: 0.35, lineColor: inks.rule };
}

function cross(x: number, y: number): CanvasElement[] {
  return [line(x - ARM, y, x + ARM, y), line(x, y - ARM, x, y + ARM)];
}

/** One tick for each millimetre, longer at five and at ten. */
function ticks(length: number, tick: (at: number, length: number) => CanvasElement): CanvasElement[] {
  return Array.from({ length: length + 1 }, (_none, at) => {
    const five = at % 5 === 0 ? 2.2 : 1.3;
    return tick(at, at % 10 === 0 ? 3.2 : five);
  });
}

function word(text: string, x: number, y: number): Content {
  return {
    text,
    ...{ font: families.sans, fontSize: 6, color: inks.soft },
    absolutePosition: { x: mm(x), y: mm(y) },
  };
}
