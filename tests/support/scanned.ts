import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { type Picture, type Turns, turned, whiteSheet } from '#electron/workers/scans/picture.ts';
import { createRandom, type Random } from '#shared/kernel/random.ts';

/** How a sheet lies on the scanner and what the scanner makes of it. */
export type Scanner = {
  /** Points to the inch. */
  readonly dpi: number;
  /** Quarter turns clockwise. */
  readonly turns?: Turns;
  /** Degrees by which it lies askew. */
  readonly skew?: number;
  /** Greys by which each point may be wrong. */
  readonly noise?: number;
  /** What is left of the contrast: 1 is all of it. */
  readonly contrast?: number;
};

/** Sheets of a paper as a scanner sees them: those of the given pages, from 1. */
export function scannedSheets(paper: Uint8Array, scanner: Scanner, pages: readonly number[]): Picture[] {
  const { dpi, turns = 0, skew = 0, noise = 0, contrast = 1 } = scanner;
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-sheets-'));
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), paper);
    const random = createRandom(dpi + turns + Math.round(skew * 10) + noise);
    return pages.map((page) => {
      const one = ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), '-singlefile'];
      execFileSync('pdftoppm', [...one, 'paper.pdf', `sheet${page}`], { cwd: folder });
      const drawn = pictureOf(readFileSync(path.join(folder, `sheet${page}.pgm`)));
      return blurred(askew(turned(drawn, turns), skew), random, { noise, contrast });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture in the plain form that pdftoppm writes: `P5`, width, height, 255, then the greys. */
function pictureOf(file: Buffer): Picture {
  const [head = ''] = /^P5\s+\d+\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? [];
  const [, width = 0, height = 0] = head.split(/\s+/).map(Number);
  const sheet = whiteSheet(width, height);
  const points = new Uint32Array(sheet.data.buffer);
  for (let at = 0; at < points.length; at += 1) points[at] = (file[head.length + at] ?? 255) * 0x010101 + 0xff000000;
  return sheet;
}

function askew(sheet: Picture, degrees: number): Picture {
  if (degrees === 0) return sheet;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const out = whiteSheet(sheet.width, sheet.height);
  const [midX, midY] = [sheet.width / 2, sheet.height / 2];
  const [from, to] = [new Uint32Array(sheet.data.buffer), new Uint32Array(out.data.buffer)];
  for (let y = 0; y < sheet.height; y += 1)
    for (let x = 0; x < sheet.width; x += 1) {
      const fromX = Math.round(cos * (x - midX) + sin * (y - midY) + midX);
      const fromY = Math.round(-sin * (x - midX) + cos * (y - midY) + midY);
      if (fromX < 0 || fromY < 0 || fromX >= sheet.width || fromY >= sheet.height) continue;
      to[y * sheet.width + x] = from[fromY * sheet.width + fromX] ?? 0xffffffff;
    }
  return out;
}

function blurred(
  sheet: Picture,
  random: Random,
  { noise, contrast }: { readonly noise: number; readonly contrast: number },
): Picture {
  if (noise === 0 && contrast === 1) return sheet;
  for (let at = 0; at < sheet.data.length; at += 4) {
    const wrong = random.int(-noise, noise);
    for (let colour = 0; colour < 3; colour += 1)
      sheet.data[at + colour] = 235 - (235 - (sheet.data[at + colour] ?? 255)) * contrast + wrong;
  }
  return sheet;
}

/** A stack of sheets as the PDF that an office scanner sends: a grey picture a page. */
export async function stackOf(sheets: readonly Picture[], dpi: number): Promise<Uint8Array> {
  const stack = await PDFDocument.create();
  for (const { width, height, data } of sheets) {
    const picture = stack.context.stream(
      deflateSync(
        Uint8Array.from({ length: width * height }, (_unused, at) => data[at * 4] ?? 255),
        { level: 1 },
      ),
      {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
        Filter: 'FlateDecode',
      },
    );
    const page = stack.addPage([(width * 72) / dpi, (height * 72) / dpi]);
    const name = page.node.newXObject('Scan', stack.context.register(picture));
    const { width: wide, height: high } = page.getSize();
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(wide, 0, 0, high, 0, 0),
      drawObject(name),
      popGraphicsState(),
    );
  }
  return stack.save();
}

/** The sheets of a paper as plain grey JPEG files, 150 points to the inch: what most scanners send, and quickly made. */
export function jpegSheets(paper: Uint8Array): Uint8Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-sheets-'));
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), paper);
    execFileSync('pdftoppm', ['-r', '150', '-gray', '-jpeg', 'paper.pdf', 'sheet'], { cwd: folder });
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jpg'))
      .sort()
      .map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** JPEG files as one PDF, a page each, in base64. */
export async function jpegStack(sheets: readonly Uint8Array[]): Promise<string> {
  const stack = await PDFDocument.create();
  for (const sheet of sheets) {
    const picture = await stack.embedJpg(sheet);
    stack.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return Buffer.from(await stack.save()).toString('base64');
}

/** A JPEG of one grey point: a sheet on which nothing is to be read. */
export const emptySheet = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+iiigD//Z',
    'base64',
  ),
);
