import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Picture, whiteSheet } from './picture.ts';

/** The longer edge of the picture of a page, in points: 200 to the inch and more on A4, where a code has four to a module. */
const LONGEST = 2800;

/** A picture on a page as pdf.js hands it over: packed colours, or the bits of a stencil. */
type Source = {
  readonly width: number;
  readonly height: number;
  readonly kind: 'bits' | 'rgb' | 'rgba' | 'stencil';
  readonly data: Uint8Array | Uint8ClampedArray;
};

type Matrix = readonly [number, number, number, number, number, number];

/** A picture and where it is: the matrix takes the unit square, its foot at zero, to the page. */
type Placed = { readonly source: Source; readonly matrix: Matrix; readonly ink: number };

/** Which codes pdf.js gives to what a page does. */
type Codes = Readonly<Record<string, number>>;

const upright: Matrix = [1, 0, 0, 1, 0, 0];

function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function matrixOf(given: unknown): Matrix {
  const numbers =
    Array.isArray(given) || ArrayBuffer.isView(given) ? Array.from(given as ArrayLike<number>, Number) : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/**
 * The page as its scanner took it: the pictures that lie on it, at their own resolution as far as a code needs it. What is
 * drawn or written over them, as a text for searching, is left out; undefined for a page without a picture. Nothing native
 * decodes anything: bytes that were made to do harm meet JavaScript and WebAssembly only.
 */
export async function drawPage(page: PDFPageProxy, codes: Codes): Promise<Picture | undefined> {
  const placed = await picturesOn(page, codes);
  const largest = placed.toSorted((one, other) => areaOf(other.matrix) - areaOf(one.matrix))[0];
  if (largest === undefined) return undefined;
  const natural = page.getViewport({ scale: 1 });
  const [a, b] = largest.matrix;
  const own = largest.source.width / Math.max(0.01, Math.hypot(a, b));
  const scale = Math.min(own, LONGEST / Math.max(natural.width, natural.height));
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.min(LONGEST, Math.round(viewport.width)));
  const height = Math.max(1, Math.min(LONGEST, Math.round(viewport.height)));
  const sheet = whiteSheet(width, height);
  const toSheet = matrixOf(viewport.transform);
  for (const one of placed) put(sheet, { ...one, matrix: times(toSheet, one.matrix) });
  return sheet;
}

function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** Follows what the page does, as far as it moves and puts pictures. */
async function picturesOn(page: PDFPageProxy, codes: Codes): Promise<Placed[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  // What a page does is known before its pictures are unpacked.
  for (const [index, code] of fnArray.entries())
    if (code === codes['dependency']) await arrived(page, argsArray[index]);
  const placed: Placed[] = [];
  const kept: { matrix: Matrix; ink: number }[] = [];
  let matrix = upright;
  let ink = 0;
  const add = (given: unknown, own: Matrix = upright) => {
    const source = sourceOf(page, given);
    if (source !== undefined) placed.push({ source, matrix: times(matrix, own), ink });
  };
  const steps: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => void kept.push({ matrix, ink }),
    restore: () => ({ matrix, ink } = kept.pop() ?? { matrix: upright, ink: 0 }),
    transform: (args) => void (matrix = times(matrix, matrixOf(args))),
    paintFormXObjectBegin: ([own]) => {
      kept.push({ matrix, ink });
      if (own) matrix = times(matrix, matrixOf(own));
    },
    paintFormXObjectEnd: () => ({ matrix, ink } = kept.pop() ?? { matrix: upright, ink: 0 }),
    setFillRGBColor: ([colour]) => void (ink = inkOf(colour)),
    paintImageXObject: ([image]) => add(image),
    paintInlineImageXObject: ([image]) => add(image),
    paintImageMaskXObject: ([image]) => add(image),
    paintImageMaskXObjectGroup: ([images]) => {
      for (const one of Array.isArray(images) ? images : []) add(one, matrixOf(one?.transform));
    },
    paintImageXObjectRepeat: ([image, wide, high, places]) =>
      repeated(places, (x, y) => add(image, [Number(wide), 0, 0, Number(high), x, y])),
    paintImageMaskXObjectRepeat: ([image, a, b, c, d, places]) =>
      repeated(places, (x, y) => add(image, [Number(a), Number(b), Number(c), Number(d), x, y])),
  };
  const stepOf = new Map(Object.entries(steps).map(([name, step]) => [codes[name], step]));
  for (const [index, code] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    stepOf.get(code)?.(Array.isArray(args) || ArrayBuffer.isView(args) ? Array.from(args as ArrayLike<unknown>) : []);
  }
  return placed;
}

/** Waits for the pictures that a page needs; one that cannot be unpacked comes as nothing. */
async function arrived({ objs, commonObjs }: PDFPageProxy, names: unknown): Promise<void> {
  for (const name of Array.isArray(names) ? names.filter((one) => typeof one === 'string') : [])
    await new Promise<void>((resolve) => (name.startsWith('g_') ? commonObjs : objs).get(name, () => resolve()));
}

function repeated(places: unknown, at: (x: number, y: number) => void): void {
  if (!(places instanceof Float32Array)) return;
  for (let index = 0; index + 1 < places.length; index += 2) at(places[index] ?? 0, places[index + 1] ?? 0);
}

function inkOf(colour: unknown): number {
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? Number.parseInt(colour.slice(1), 16) : 0;
}

/** The packed picture that a page names; undefined for one that could not be unpacked. */
function sourceOf(page: PDFPageProxy, given: unknown): Source | undefined {
  const named = typeof given === 'string' ? given : dataName(given);
  const held: unknown = named === undefined ? given : heldBy(page, named);
  if (typeof held !== 'object' || held === null) return undefined;
  const { width, height, data, kind } = held as Partial<Record<'width' | 'height' | 'data' | 'kind', unknown>>;
  if (typeof width !== 'number' || typeof height !== 'number') return undefined;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return undefined;
  const how = kind === 3 ? 'rgba' : kind === 2 ? 'rgb' : kind === 1 ? 'bits' : 'stencil';
  const row = how === 'rgba' ? width * 4 : how === 'rgb' ? width * 3 : (width + 7) >> 3;
  return data.length >= row * height ? { width, height, data, kind: how } : undefined;
}

/** The name under which the bits of a stencil are kept. */
function dataName(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || !('data' in given)) return undefined;
  return typeof given.data === 'string' ? given.data : undefined;
}

function heldBy({ objs, commonObjs }: PDFPageProxy, name: string): unknown {
  if (objs.has(name)) return objs.get(name);
  return commonObjs.has(name) ? commonObjs.get(name) : undefined;
}

/** The colour at a point of a picture as one number; -1 where it shows what is below. */
function pointOf({ width, data, kind }: Source, ink: number): (x: number, y: number) => number {
  const row = (width + 7) >> 3;
  const bit = (x: number, y: number) => ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  if (kind === 'bits') return (x, y) => (bit(x, y) === 1 ? 0xffffff : 0);
  if (kind === 'stencil') return (x, y) => (bit(x, y) === 1 ? -1 : ink);
  const step = kind === 'rgb' ? 3 : 4;
  return (x, y) => {
    const at = (y * width + x) * step;
    if (step === 4 && (data[at + 3] ?? 255) < 128) return -1;
    return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  };
}

/** Puts a picture on the sheet. Where it is finer than the sheet, a point is the mean of four. */
function put(sheet: Picture, { source, matrix, ink }: Placed): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (!Number.isFinite(area) || Math.abs(area) < 1e-6) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const right = Math.min(sheet.width, Math.ceil(Math.max(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const end = Math.min(sheet.height, Math.ceil(Math.max(...ys)));
  const point = pointOf(source, ink);
  const finer = source.width / Math.hypot(a, b) > 1.3 || source.height / Math.hypot(c, d) > 1.3;
  const offsets = finer ? [0.25, 0.75] : [0.5];
  for (let y = top; y < end; y += 1)
    for (let x = left; x < right; x += 1) {
      let [red, green, blue, hits] = [0, 0, 0, 0];
      for (const down of offsets)
        for (const along of offsets) {
          const [px, py] = [x + along - e, y + down - f];
          const column = Math.floor(((d * px - c * py) / area) * source.width);
          const row = Math.floor((1 - (a * py - b * px) / area) * source.height);
          if (column < 0 || row < 0 || column >= source.width || row >= source.height) continue;
          const colour = point(column, row);
          if (colour < 0) continue;
          red += colour >> 16;
          green += (colour >> 8) & 255;
          blue += colour & 255;
          hits += 1;
        }
      if (hits === 0) continue;
      const at = (y * sheet.width + x) * 4;
      sheet.data[at] = red / hits;
      sheet.data[at + 1] = green / hits;
      sheet.data[at + 2] = blue / hits;
    }
}
