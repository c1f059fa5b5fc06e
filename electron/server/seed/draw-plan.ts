import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 720;
const HEIGHT = 520;
const PAPER = 255;
const WALL = 40;
const LINE = 140;
const FLOOR = 240;
const WET = 222;

type Canvas = Uint8Array;

function fill(canvas: Canvas, x: number, y: number, width: number, height: number, shade: number): void {
  for (let row = y; row < y + height; row += 1) canvas.fill(shade, row * WIDTH + x, row * WIDTH + x + width);
}

/** A room: its floor, its walls, and a door in the wall that leads inwards. */
function room(canvas: Canvas, at: readonly [number, number, number, number], shade: number, door: 'up' | 'down'): void {
  const [x, y, width, height] = at;
  fill(canvas, x, y, width, height, WALL);
  fill(canvas, x + 4, y + 4, width - 8, height - 8, shade);
  fill(canvas, x + 14, door === 'up' ? y : y + height - 4, 36, 4, shade);
}

/** A bed with its pillows, or a bath: outlines in the middle of a room. */
function outline(canvas: Canvas, x: number, y: number, width: number, height: number): void {
  fill(canvas, x, y, width, height, LINE);
  fill(canvas, x + 2, y + 2, width - 4, height - 4, PAPER);
}

/**
 * A plan picture of a house type, drawn from its numbers of rooms, as a PNG: bedrooms and the living room with its balcony
 * to the south, kitchen, bathrooms and further bedrooms to the north of a corridor. Grey, without words.
 */
export function drawPlan({ bedrooms, baths }: { readonly bedrooms: number; readonly baths: number }): Buffer {
  const canvas = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
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
  return png(canvas);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** Grey pixels as a PNG: each row begins with the filter that leaves it as it is. */
function png(canvas: Canvas): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let row = 0; row < HEIGHT; row += 1)
    rows.set(canvas.subarray(row * WIDTH, (row + 1) * WIDTH), row * (WIDTH + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Eight bits of grey.
  head.set([8, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
