import { type MarkForm, unitMarkForms } from '#renderer/components/unit-state.tsx';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { readStates } from './state-colours.ts';

/** What a cell of a state is drawn with. Images are drawn once, in points of the display. */
type StatePaint = {
  readonly ground: string;
  readonly text: string;
  /** The line around it, for states whose ground is as light as the page. */
  readonly edge: { readonly colour: string; readonly alpha: number } | undefined;
  readonly mark: HTMLCanvasElement;
  /** The mark of a cell that a filter leaves out. */
  readonly dimMark: HTMLCanvasElement;
  /** The hatching of what is off the market. */
  readonly hatch: CanvasPattern | null;
};

/** A way to write. Lengths are points of the display. */
export type Face = {
  /** The font as a canvas takes it. */
  readonly font: string;
  /** How far below the top of its line the letters stand. */
  readonly rise: number;
  readonly widthOf: (text: string) => number;
};

/** Everything that the board's cells are drawn with, in one scheme, language and scale of the display. */
export type BoardPalette = {
  /** Points of the display for each CSS px. */
  readonly scale: number;
  readonly states: Readonly<Record<UnitCommercialState, StatePaint>>;
  readonly faces: { readonly plain: Face; readonly bold: Face; readonly tag: Face };
  readonly page: string;
  readonly text: string;
  readonly dim: string;
  readonly chosen: string;
  readonly tags: Readonly<Record<'amber' | 'seal', { readonly ground: string; readonly text: string }>>;
};

/** Height of one of the two lines of text in a cell, CSS px. */
export const TEXT_LINE = 14;
const SIZE = 12;
const TAG_SIZE = 11;
const MARK = 14;
const LETTER = 10;
const HATCH = 8.5;

const hatched: ReadonlySet<UnitCommercialState> = new Set(['frozen', 'notForSale']);

type Weight = 400 | 700;
type Token = (name: string) => string;

function fontOf(weight: Weight, size: number, scale: number): string {
  return `${weight} ${size * scale}px ${getComputedStyle(document.body).fontFamily}`;
}

/** Loads what cells are written with before they are drawn; a letter that cannot be loaded is drawn with what there is. */
export async function loadFaces(letters: string, scale: number): Promise<void> {
  const weights: readonly Weight[] = [400, 700];
  await Promise.allSettled(weights.map((weight) => document.fonts.load(fontOf(weight, SIZE, scale), `${letters}·`)));
}

function penOf(width: number, height: number): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This page cannot draw');
  return { canvas, pen };
}

/** Widths that are kept for each face: measuring a text costs as much as writing it, and the same ones come again. */
const KEPT = 4000;

function faceOf(weight: Weight, size: number, scale: number): Face {
  const { pen } = penOf(1, 1);
  pen.font = fontOf(weight, size, scale);
  // Figures stand in the middle of their line, whatever room the face itself asks for above and below.
  const { actualBoundingBoxAscent: figure } = pen.measureText('0');
  const widths = new Map<string, number>();
  return {
    font: pen.font,
    rise: Math.round((TEXT_LINE * scale + figure) / 2),
    widthOf: (text) => {
      const kept = widths.get(text);
      if (kept !== undefined) return kept;
      if (widths.size >= KEPT) widths.clear();
      const { width } = pen.measureText(text);
      widths.set(text, width);
      return width;
    },
  };
}

type MarkColours = { readonly line: string; readonly ground: string | null; readonly letter: string };

function drawMark(form: MarkForm, letter: string, colours: MarkColours, scale: number): HTMLCanvasElement {
  const size = Math.round(MARK * scale);
  const { canvas, pen } = penOf(size, size);
  const line = Math.max(1, Math.round(scale));
  pen.beginPath();
  pen.roundRect(line / 2, line / 2, size - line, size - line, form === 'round' ? size / 2 : 1.5 * scale);
  if (colours.ground !== null) {
    pen.fillStyle = colours.ground;
    pen.fill();
  }
  pen.lineWidth = line;
  pen.strokeStyle = colours.line;
  if (form === 'dashed') pen.setLineDash([2 * scale, 1.6 * scale]);
  pen.stroke();
  pen.font = fontOf(700, LETTER, scale);
  pen.fillStyle = colours.letter;
  pen.textAlign = 'center';
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = pen.measureText(letter);
  pen.fillText(letter, size / 2, Math.round(size / 2 + (above - below) / 2));
  return canvas;
}

/** A square that continues itself on all sides: the line from corner to corner, and its two neighbours' ends. */
function drawHatch(colour: string, scale: number): CanvasPattern | null {
  const size = Math.round(HATCH * scale);
  const { canvas, pen } = penOf(size, size);
  pen.globalAlpha = 0.16;
  pen.strokeStyle = colour;
  pen.lineWidth = scale;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  return pen.createPattern(canvas, 'repeat');
}

function edgeOf(state: UnitCommercialState, token: Token): StatePaint['edge'] {
  if (state === 'available') return { colour: token('--unit-mark'), alpha: 0.45 };
  return state === 'unreleased' ? { colour: token('--zy-line'), alpha: 1 } : undefined;
}

/** Reads the page's current scheme and draws marks and hatching in it. `scale` is points of the display per CSS px. */
export function readPalette(letterOf: (state: UnitCommercialState) => string, scale: number): BoardPalette {
  const style = getComputedStyle(document.body);
  const page: Token = (name) => style.getPropertyValue(name).trim();
  return {
    scale,
    states: readStates((token, state) => {
      const form = unitMarkForms[state];
      const letter = letterOf(state);
      const line = token('--unit-mark');
      const open = form === 'outline' || form === 'dashed';
      const lit = { line, ground: open ? null : line, letter: open ? line : token('--unit-on') };
      const dim = { line: token('--zy-strong'), ground: null, letter: token('--zy-dim') };
      return {
        ground: token('--unit-bg'),
        text: token('--unit-fg'),
        edge: edgeOf(state, token),
        mark: drawMark(form, letter, lit, scale),
        dimMark: drawMark(form, letter, dim, scale),
        hatch: hatched.has(state) ? drawHatch(line, scale) : null,
      };
    }),
    faces: {
      plain: faceOf(400, SIZE, scale),
      bold: faceOf(700, SIZE, scale),
      tag: faceOf(400, TAG_SIZE, scale),
    },
    page: page('--zy-canvas'),
    text: page('--zy-text'),
    dim: page('--zy-dim'),
    chosen: page('--zy-ink-soft'),
    tags: {
      amber: { ground: page('--zy-amber-solid'), text: page('--zy-on-amber') },
      seal: { ground: page('--zy-seal-solid'), text: page('--zy-on-seal') },
    },
  };
}
