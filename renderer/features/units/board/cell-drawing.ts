import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { CellText } from './cell-text.ts';
import { type BoardPalette, type Face, TEXT_LINE } from './palette.ts';

/** Height of a cell, CSS px. */
export const CELL_HEIGHT = 28;

/** What a cell shows. */
export type CellFace = {
  readonly state: UnitCommercialState;
  readonly room: string;
  readonly text: CellText;
  /** Left out by a filter: it steps back without its colour, and can still be read. */
  readonly dim: boolean;
  /** Chosen for what is to be done. */
  readonly chosen: boolean;
};

/** Where a cell lies in its line, CSS px. */
export type CellPlace = { readonly left: number; readonly width: number };

/** One line of the board as a picture, of which cells are drawn anew one by one. */
export type LineDrawing = {
  readonly canvas: HTMLCanvasElement;
  readonly draw: (face: CellFace, place: CellPlace) => void;
};

/** Space in a cell, CSS px: before the text, behind it, and what the mark takes of the first line. */
const BEFORE = 4;
const BEHIND = 4;
const MARK_PLACE = 16;
const MARK_GAP = 2;
const TAG_PADDING = 2;
const CORNER = 2;
/** Of a line with two texts too long for it, the second leaves the first as much. */
const FIRST_SHARE = 0.3;

/**
 * Starts the picture of a line, `width` CSS px wide, in the points of the display. It is opaque, so that letters are
 * smoothed as they are in text.
 */
export function createLineDrawing(width: number, palette: BoardPalette): LineDrawing {
  const { scale, faces } = palette;
  const px = (length: number): number => Math.round(length * scale);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, px(width));
  canvas.height = px(CELL_HEIGHT);
  canvas.style.width = `${canvas.width / scale}px`;
  canvas.style.height = `${canvas.height / scale}px`;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This page cannot draw');
  const pen = context;
  pen.fillStyle = palette.page;
  pen.fillRect(0, 0, canvas.width, canvas.height);

  const box = (x: number, y: number, w: number, h: number): void => {
    pen.beginPath();
    pen.roundRect(x, y, w, h, px(CORNER));
  };
  const ground = (face: CellFace, x: number, w: number): void => {
    const paint = palette.states[face.state];
    pen.fillStyle = palette.page;
    pen.fillRect(x, 0, w, canvas.height);
    pen.fillStyle = face.chosen ? palette.chosen : paint.ground;
    pen.globalAlpha = face.dim ? 0.22 : 1;
    box(x, 0, w, canvas.height);
    pen.fill();
    pen.globalAlpha = 1;
    if (face.dim) return;
    if (paint.hatch !== null) {
      pen.fillStyle = paint.hatch;
      pen.fill();
    }
    if (paint.edge === undefined) return;
    const line = Math.max(1, px(1));
    pen.strokeStyle = paint.edge.colour;
    pen.globalAlpha = paint.edge.alpha;
    pen.lineWidth = line;
    box(x + line / 2, line / 2, w - line, canvas.height - line);
    pen.stroke();
    pen.globalAlpha = 1;
  };
  const write = (text: string, face: Face, x: number, y: number): void => {
    if (text === '') return;
    pen.font = face.font;
    pen.fillText(text, x, y);
  };
  /** Draws the tag of a deadline with its right end at `end`; answers where it begins. */
  const tag = (due: NonNullable<CellText['due']>, dim: boolean, end: number): number => {
    const colours = palette.tags[due.tone];
    const begin = end - Math.ceil(faces.tag.widthOf(due.text)) - 2 * px(TAG_PADDING);
    if (!dim) {
      pen.fillStyle = colours.ground;
      box(begin, 0, end - begin, px(TEXT_LINE));
      pen.fill();
    }
    pen.fillStyle = dim ? palette.dim : colours.text;
    write(due.text, faces.tag, begin + px(TAG_PADDING), faces.tag.rise);
    return begin;
  };

  return {
    canvas,
    draw: (face, place) => {
      const { text, dim } = face;
      const paint = palette.states[face.state];
      const x = px(place.left);
      const w = px(place.left + place.width) - x;
      ground(face, x, w);
      pen.drawImage(dim ? paint.dimMark : paint.mark, x + w - px(MARK_GAP) - paint.mark.width, 0);
      const begin = x + px(BEFORE);
      const markAt = x + w - px(MARK_PLACE + MARK_GAP);
      const roomEnd = text.due === undefined ? markAt : tag(text.due, dim, markAt) - px(TAG_PADDING);
      pen.fillStyle = dim ? palette.dim : face.chosen ? palette.text : paint.text;
      const first = dim ? faces.plain : faces.bold;
      write(shortened(face.room, roomEnd - begin, first.widthOf), first, begin, first.rise);
      const line = face.state === 'locked' && !dim ? faces.bold : faces.plain;
      const y = px(TEXT_LINE) + line.rise;
      const end = x + w - px(BEHIND);
      const whole = end - begin;
      const least = text.left === '' ? 0 : Math.min(whole * FIRST_SHARE, line.widthOf(text.left) + px(BEFORE));
      const right = shortened(text.right, whole - least, line.widthOf);
      const rightAt = end - line.widthOf(right);
      write(right, line, rightAt, y);
      write(shortened(text.left, rightAt - begin - px(BEFORE) / 2, line.widthOf), line, begin, y);
    },
  };
}

/** The text, or as much of its beginning as fits in `room` with an ellipsis; nothing where not even one letter does. */
export function shortened(text: string, room: number, widthOf: (text: string) => number): string {
  if (text === '' || widthOf(text) <= room) return text;
  const letters = [...text];
  for (let length = letters.length - 1; length > 0; length -= 1) {
    const part = `${letters.slice(0, length).join('')}…`;
    if (widthOf(part) <= room) return part;
  }
  return '';
}
