import { crc32, deflateSync } from 'node:zlib';

/** White, as paper is. */
export const PAPER = 255;
/** Grey of a thin line. */
export const LINE = 140;

/** A picture in shades of grey, row by row, one byte a pixel: 0 is black. */
export type GreyCanvas = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** A white picture of some pixels. */
export function blank(width: number, height: number): GreyCanvas {
  return { width, height, pixels: new Uint8Array(width * height).fill(PAPER) };
}

/** Fills a rectangle, which lies in the picture. */
export function fill(canvas: GreyCanvas, x: number, y: number, width: number, height: number, shade: number): void {
  for (let row = y; row < y + height; row += 1)
    canvas.pixels.fill(shade, row * canvas.width + x, row * canvas.width + x + width);
}

/** Draws a rectangle in a thin line, white within. */
export function outline(canvas: GreyCanvas, x: number, y: number, width: number, height: number): void {
  fill(canvas, x, y, width, height, LINE);
  fill(canvas, x + 2, y + 2, width - 4, height - 4, PAPER);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** The picture as a PNG: each row begins with the filter that leaves it as it is. */
export function pngOf({ width, height, pixels }: GreyCanvas): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
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
