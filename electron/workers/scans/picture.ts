import { deflateSync } from 'node:zlib';

/** A picture of a page: red, green, blue and opacity of each point, row by row from the top. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
};

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** A white sheet of so many points. */
export function whiteSheet(width: number, height: number): Picture {
  return { width, height, data: new Uint8ClampedArray(new ArrayBuffer(width * height * 4)).fill(255) };
}

/** A part of a picture; what lies outside of it is left out. */
export function cutOut(picture: Picture, left: number, top: number, width: number, height: number): Picture {
  const wide = Math.min(width, picture.width - left);
  const high = Math.min(height, picture.height - top);
  const cut = whiteSheet(wide, high);
  for (let row = 0; row < high; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    cut.data.set(picture.data.subarray(from, from + wide * 4), row * wide * 4);
  }
  return cut;
}

/** A picture in grey, its darkest point black and its lightest white: what faded is told apart again. */
export function stretched(picture: Picture): Picture {
  const { width, height, data } = picture;
  const greys = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let at = 0; at < greys.length; at += 1) {
    const from = at * 4;
    const grey = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
    greys[at] = grey;
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const [dark, light] = [shareOf(counts, 0.01), shareOf(counts, 0.9)];
  const span = Math.max(1, light - dark);
  const out = whiteSheet(width, height);
  for (let at = 0; at < greys.length; at += 1)
    out.data.fill((((greys[at] ?? 0) - dark) * 255) / span, at * 4, at * 4 + 3);
  return out;
}

/** The grey below which a share of the points lies. */
function shareOf(counts: Uint32Array, share: number): number {
  const wanted = counts.reduce((sum, one) => sum + one, 0) * share;
  let seen = 0;
  return counts.findIndex((one) => {
    seen += one;
    return seen >= wanted;
  });
}

/** A picture enlarged to so many times its size, with soft edges: a code of few points reads better from it. */
export function enlarged({ width, height, data }: Picture, times: number): Picture {
  const out = whiteSheet(width * times, height * times);
  for (let row = 0; row < out.height; row += 1)
    for (let column = 0; column < out.width; column += 1) {
      const [x, y] = [Math.max(0, (column + 0.5) / times - 0.5), Math.max(0, (row + 0.5) / times - 0.5)];
      const [x0, y0] = [Math.floor(x), Math.floor(y)];
      const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
      const [right, low] = [x - x0, y - y0];
      for (let colour = 0; colour < 3; colour += 1) {
        const at = (px: number, py: number) => data[(py * width + px) * 4 + colour] ?? 255;
        out.data[(row * out.width + column) * 4 + colour] =
          (at(x0, y0) * (1 - right) + at(x1, y0) * right) * (1 - low) +
          (at(x0, y1) * (1 - right) + at(x1, y1) * right) * low;
      }
    }
  return out;
}

/** A small picture of a page, set upright, `longest` points at its longer edge, each the mean of what it stands for. */
export function thumbnailOf(picture: Picture, longest: number, turns: Turns): Picture {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const small = whiteSheet(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  for (let row = 0; row < small.height; row += 1)
    for (let column = 0; column < small.width; column += 1) {
      const top = Math.floor((row * picture.height) / small.height);
      const left = Math.floor((column * picture.width) / small.width);
      const end = Math.max(top + 1, Math.floor(((row + 1) * picture.height) / small.height));
      const right = Math.max(left + 1, Math.floor(((column + 1) * picture.width) / small.width));
      const sums = [0, 0, 0];
      for (let y = top; y < end; y += 1)
        for (let x = left; x < right; x += 1)
          for (let colour = 0; colour < 3; colour += 1)
            sums[colour] = (sums[colour] ?? 0) + (picture.data[(y * picture.width + x) * 4 + colour] ?? 255);
      const points = (end - top) * (right - left);
      for (let colour = 0; colour < 3; colour += 1)
        small.data[(row * small.width + column) * 4 + colour] = (sums[colour] ?? 0) / points;
    }
  return turned(small, turns);
}

/** A picture after some quarter turns clockwise. */
export function turned(picture: Picture, turns: Turns): Picture {
  if (turns === 0) return picture;
  const { width, height, data } = picture;
  const out = turns === 2 ? whiteSheet(width, height) : whiteSheet(height, width);
  const [from, to] = [new Uint32Array(data.buffer), new Uint32Array(out.data.buffer)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [newX, newY] =
        turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      to[newY * out.width + newX] = from[y * width + x] ?? 0xffffffff;
    }
  return out;
}

const crcTable = Uint32Array.from({ length: 256 }, (_unused, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(content.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crcOf(named), named.length + 4);
  return out;
}

/** A picture as a PNG file, without its opacity. */
export function pngOf({ width, height, data }: Picture): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let colour = 0; colour < 3; colour += 1)
        rows[y * (width * 3 + 1) + 1 + x * 3 + colour] = data[(y * width + x) * 4 + colour] ?? 255;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const packed = deflateSync(rows, { level: 6 });
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', new Uint8Array())]),
  );
}
