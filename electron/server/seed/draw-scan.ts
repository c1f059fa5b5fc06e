import type { RequirableFile } from '#shared/domain/contracts/required-files.ts';
import { blank, fill, type GreyCanvas, LINE, outline, PAPER, pngOf } from './grey-canvas.ts';

const WIDTH = 560;
const HEIGHT = 792;
const INK = 70;
const SHADE = 214;
const SEAL = 150;

/** Lines of writing as they look from afar, none as long as the one before. */
function writing(canvas: GreyCanvas, x: number, y: number, width: number, lines: number, mark: number): void {
  for (let line = 0; line < lines; line += 1) {
    const short = (mark * 37 + line * 53) % Math.floor(width / 3);
    fill(canvas, x, y + line * 20, width - short, 6, LINE);
  }
}

/** A round seal: a ring and what stands in its middle. */
function seal(canvas: GreyCanvas, x: number, y: number, radius: number): void {
  for (let dy = -radius; dy <= radius; dy += 1)
    for (let dx = -radius; dx <= radius; dx += 1) {
      const far = Math.hypot(dx, dy);
      if (far <= radius && far > radius - 5) canvas.pixels[(y + dy) * canvas.width + x + dx] = SEAL;
    }
  fill(canvas, x - 14, y - 14, 28, 28, SEAL);
}

/** A signature: a stroke that goes up and down, of everybody another. */
function signature(canvas: GreyCanvas, x: number, y: number, mark: number): void {
  for (let step = 0; step < 120; step += 1) {
    const height = Math.round(Math.sin(step / (5 + (mark % 4))) * (14 - step / 12));
    fill(canvas, x + step, y + height, 3, 3, INK);
  }
}

/** Both sides of a card on one sheet: face and lines, crest and lines. */
function card(canvas: GreyCanvas, mark: number): void {
  outline(canvas, 70, 90, 420, 264);
  writing(canvas, 96, 126, 210, 6, mark);
  fill(canvas, 350, 122, 112, 140, SHADE);
  fill(canvas, 384, 142, 44, 52, LINE);
  fill(canvas, 366, 206, 80, 56, LINE);
  fill(canvas, 96, 310, 300, 10, INK);
  outline(canvas, 70, 430, 420, 264);
  seal(canvas, 132, 492, 36);
  writing(canvas, 196, 468, 250, 2, mark + 5);
  writing(canvas, 196, 610, 220, 2, mark + 9);
}

/** A certificate: a frame, a heading, a table of what is certified, and who does. */
function certificate(canvas: GreyCanvas, mark: number): void {
  outline(canvas, 40, 40, 480, 712);
  fill(canvas, 170, 84, 220, 16, INK);
  for (let row = 0; row < 6; row += 1) {
    outline(canvas, 76, 140 + row * 62, 408, 64);
    writing(canvas, 92, 158 + row * 62, 90, 1, mark + row);
    writing(canvas, 210, 158 + row * 62, 250, 2, mark + row * 3);
  }
  writing(canvas, 300, 600, 170, 2, mark);
  seal(canvas, 400, 660, 48);
}

/** The last page of a paper: its writing, who signed, and the seal. */
function signedPage(canvas: GreyCanvas, mark: number): void {
  fill(canvas, 60, 60, 170, 12, INK);
  writing(canvas, 60, 100, 440, 19, mark);
  for (const x of [60, 310]) {
    writing(canvas, x, 520, 150, 2, mark + x);
    fill(canvas, x, 640, 190, 2, LINE);
  }
  signature(canvas, 80, 618, mark);
  seal(canvas, 400, 610, 52);
}

/**
 * A scan of a file that a deal asks for, as a PNG of one grey page without words: nobody's name stands on it. The mark
 * tells apart the scans of different people.
 */
export function drawScan(kind: RequirableFile, mark: number): Buffer {
  const canvas = blank(WIDTH, HEIGHT);
  // The edge of the sheet, as a scanner sees it.
  fill(canvas, 0, 0, WIDTH, HEIGHT, SHADE);
  fill(canvas, 6, 6, WIDTH - 12, HEIGHT - 12, PAPER);
  if (kind === 'identity') card(canvas, mark);
  else if (kind === 'signedContract' || kind === 'signedAgreement' || kind === 'proxy') signedPage(canvas, mark);
  else certificate(canvas, mark);
  return pngOf(canvas);
}
