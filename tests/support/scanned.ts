import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type Picture, pngOf, type Turns, turned, whiteSheet } from '#electron/workers/scans/picture.ts';
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

/** The sheets of a paper as a scanner sees them. */
export function scannedSheets(paper: Uint8Array, scanner: Scanner): Picture[] {
  const { dpi, turns = 0, skew = 0, noise = 0, contrast = 1 } = scanner;
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-sheets-'));
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), paper);
    execFileSync('pdftoppm', ['-r', String(dpi), 'paper.pdf', 'sheet'], { cwd: folder });
    const random = createRandom(dpi + turns + Math.round(skew * 10) + noise);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ppm'))
      .sort()
      .map((name) =>
        blurred(askew(turned(pictureOf(readFileSync(path.join(folder, name))), turns), skew), random, {
          noise,
          contrast,
        }),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture in the plain form that pdftoppm writes: `P6`, width, height, 255, then the points. */
function pictureOf(file: Buffer): Picture {
  const [head = ''] = /^P6\s+\d+\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? [];
  const [, width = 0, height = 0] = head.split(/\s+/).map(Number);
  const sheet = whiteSheet(width, height);
  for (let at = 0; at < width * height; at += 1)
    for (let colour = 0; colour < 3; colour += 1)
      sheet.data[at * 4 + colour] = file[head.length + at * 3 + colour] ?? 255;
  return sheet;
}

function askew(sheet: Picture, degrees: number): Picture {
  if (degrees === 0) return sheet;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const out = whiteSheet(sheet.width, sheet.height);
  const [midX, midY] = [sheet.width / 2, sheet.height / 2];
  for (let y = 0; y < sheet.height; y += 1)
    for (let x = 0; x < sheet.width; x += 1) {
      const fromX = Math.round(cos * (x - midX) + sin * (y - midY) + midX);
      const fromY = Math.round(-sin * (x - midX) + cos * (y - midY) + midY);
      if (fromX < 0 || fromY < 0 || fromX >= sheet.width || fromY >= sheet.height) continue;
      const from = (fromY * sheet.width + fromX) * 4;
      out.data.set(sheet.data.subarray(from, from + 4), (y * sheet.width + x) * 4);
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

/** A stack of sheets as the PDF that an office scanner sends. */
export async function stackOf(sheets: readonly Picture[], dpi: number): Promise<Uint8Array> {
  const stack = await PDFDocument.create();
  for (const sheet of sheets) {
    const picture = await stack.embedPng(pngOf(sheet));
    const [width, height] = [(sheet.width * 72) / dpi, (sheet.height * 72) / dpi];
    stack.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
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
