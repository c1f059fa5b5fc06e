import { type MarkForm, unitMarkForms } from '#renderer/components/unit-state.tsx';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { readStates } from './state-colours.ts';

/** A mark as CSS images of a cell's ground, with the hatching of what is off the market: plain, and behind a filter. */
export type MarkImage = { readonly plain: string; readonly dim: string };

/** The marks of all states, drawn once. */
export type MarkImages = Readonly<Record<UnitCommercialState, MarkImage>>;

/** Marks before they are drawn: nothing stands in their place. */
export const noMark: MarkImage = { plain: 'none', dim: 'none' };

const SIZE = 14;
const LETTER = 10;

type Colours = { readonly line: string; readonly ground: string | null; readonly letter: string };

/** What a mark is written with, for loading its letters before they are drawn. */
export function markFont(scale: number): string {
  return `700 ${LETTER * scale}px ${getComputedStyle(document.body).fontFamily}`;
}

function draw(form: MarkForm, letter: string, colours: Colours, scale: number): string {
  const size = Math.round(SIZE * scale);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) return 'none';
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
  pen.font = markFont(scale);
  pen.fillStyle = colours.letter;
  pen.textAlign = 'center';
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = pen.measureText(letter);
  pen.fillText(letter, size / 2, Math.round(size / 2 + (above - below) / 2));
  // Told its own scale, it is laid on whole points of the display and stays sharp at 125 % too.
  return `image-set(url("${canvas.toDataURL()}") ${scale}x)`;
}

const hatched: ReadonlySet<UnitCommercialState> = new Set(['frozen', 'notForSale']);

function hatching(colour: string): string {
  const line = `color-mix(in srgb, ${colour} 16%, transparent)`;
  return `repeating-linear-gradient(135deg, transparent 0 5px, ${line} 5px 6px)`;
}

/**
 * Draws the marks of all states in the page's current scheme. A cell shows its mark as an image: as an element with a
 * letter of its own it costs a quarter of the frame when hundreds of cells change. `scale` is points of the display
 * for each CSS px.
 */
export function drawMarks(letterOf: (state: UnitCommercialState) => string, scale: number): MarkImages {
  return readStates((token, state) => {
    const form = unitMarkForms[state];
    const mark = token('--unit-mark');
    const open = form === 'outline' || form === 'dashed';
    const plain = { line: mark, ground: open ? null : mark, letter: open ? mark : token('--unit-on') };
    const dim = { line: token('--zy-strong'), ground: null, letter: token('--zy-dim') };
    const letter = letterOf(state);
    const drawn = draw(form, letter, plain, scale);
    return { plain: hatched.has(state) ? `${drawn}, ${hatching(mark)}` : drawn, dim: draw(form, letter, dim, scale) };
  });
}
