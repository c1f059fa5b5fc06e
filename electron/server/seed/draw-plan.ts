import { blank, fill, type GreyCanvas, outline, pngOf } from './grey-canvas.ts';

const WIDTH = 720;
const HEIGHT = 520;
const WALL = 40;
const FLOOR = 240;
const WET = 222;

/** A room: its floor, its walls, and a door in the wall that leads inwards. */
function room(
  canvas: GreyCanvas,
  at: readonly [number, number, number, number],
  shade: number,
  door: 'up' | 'down',
): void {
  const [x, y, width, height] = at;
  fill(canvas, x, y, width, height, WALL);
  fill(canvas, x + 4, y + 4, width - 8, height - 8, shade);
  fill(canvas, x + 14, door === 'up' ? y : y + height - 4, 36, 4, shade);
}

/**
 * A plan picture of a house type, drawn from its numbers of rooms, as a PNG: bedrooms and the living room with its balcony
 * to the south, kitchen, bathrooms and further bedrooms to the north of a corridor. Grey, without words.
 */
export function drawPlan({ bedrooms, baths }: { readonly bedrooms: number; readonly baths: number }): Buffer {
  const canvas = blank(WIDTH, HEIGHT);
  const [left, top, width] = [40, 40, 640];
  const [north, corridor, south] = [150, 60, 190];
  fill(canvas, left, top, width, north + corridor + south, WALL);
  fill(canvas, left + 5, top + 5, width - 10, north + corridor + south - 10, FLOOR);
  const southern = Math.min(bedrooms, 2);
  const living = width - southern * 190;
  const bed = (x: number, y: number) => {
    outline(canvas, x, y, 84, 96);
    outline(canvas, x + 6, y + 6, 32, 20);
    outline(canvas, x + 46, y + 6, 32, 20);
  };
  for (let index = 0; index < southern; index += 1) {
    const x = index === 0 ? left : left + width - 190;
    room(canvas, [x, top + north + corridor, 190, south], FLOOR, 'up');
    bed(x + 54, top + north + corridor + 60);
  }
  const hall = left + 190;
  outline(canvas, hall + 30, top + north + corridor + 70, 26, 90);
  outline(canvas, hall + living - 96, top + north + corridor + 96, 60, 40);
  fill(canvas, hall, top + north + corridor + south, living, 60, WALL);
  fill(canvas, hall + 2, top + north + corridor + south, living - 4, 58, FLOOR);
  const northern: ('kitchen' | 'bath' | 'bed')[] = [
    'kitchen',
    ...Array.from({ length: baths }, () => 'bath' as const),
    ...Array.from({ length: bedrooms - southern }, () => 'bed' as const),
  ];
  const shares = northern.map((kind) => (kind === 'bed' ? 1.6 : 1));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let x = left;
  for (const [index, kind] of northern.entries()) {
    const last = index === northern.length - 1;
    const own = last ? left + width - x : Math.floor((width * (shares[index] ?? 1)) / whole);
    room(canvas, [x, top, own, north], kind === 'bed' ? FLOOR : WET, 'down');
    if (kind === 'bed') bed(x + Math.floor(own / 2) - 42, top + 14);
    else outline(canvas, x + 14, top + 14, own - 28, 30);
    x += own;
  }
  return pngOf(canvas);
}
