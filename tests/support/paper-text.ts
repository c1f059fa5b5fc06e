import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { has } from './page-codes.ts';

/** The program that reads papers, of the Debian package poppler-utils. */
const reading: string = 'pdftotext';

/** True where papers can be read. */
export const canReadPapers = has(reading);

/** What stands on a paper, page after page, each cell of a table for itself; pages end with a form feed. */
export function textOfPaper(paper: Uint8Array): string {
  return readPaper(paper, ['-raw']);
}

/** Signs of a line that stand apart from the one before: how far, in parts of the size of their type. */
export type Gap = { readonly after: string; readonly before: string; readonly size: number };

const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/gu;

/** A word and the box that its line gives it. */
type Placed = {
  readonly text: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
};

function placedWords(paper: Uint8Array): Placed[] {
  return [...readPaper(paper, ['-bbox']).matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
    text,
    box: [Number(left), Number(top), Number(right), Number(bottom)],
  }));
}

/** The words of a paper of one page that stand under what was set over it. */
export function coveredWords(paper: Uint8Array, stamped: Uint8Array): string[] {
  const own = placedWords(paper);
  const known = new Set(own.map((one) => JSON.stringify(one)));
  const marks = placedWords(stamped).filter((one) => !known.has(JSON.stringify(one)));
  return own.filter((one) => marks.some((mark) => overlap(one, mark))).map(({ text }) => text);
}

/** Boxes of lines are higher than their signs: a fifth of the word counts as air, and the mark's own as its frame. */
function overlap({ box: [left, top, right, bottom] }: Placed, { box: other }: Placed): boolean {
  const air = (bottom - top) / 5;
  return left < other[2] && other[0] < right && top + air < other[3] && other[1] < bottom - air;
}

/** The gaps between single Chinese signs of the lines of a paper: where a text is set wide. */
export function gapsOfPaper(paper: Uint8Array): Gap[] {
  const words = placedWords(paper).map(({ text, box: [left, top, right] }) => ({ left, right, top, text }));
  return words.flatMap((one, index) => {
    const last = words[index - 1];
    const single = last !== undefined && isSign(last.text) && isSign(one.text) && last.top === one.top;
    if (!single || one.left < last.right) return [];
    return [{ after: last.text, before: one.text, size: (one.left - last.right) / (one.right - one.left) }];
  });
}

function isSign(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text);
}

function readPaper(paper: Uint8Array, how: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-read-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, paper);
    return execFileSync(reading, [...how, file, '-'], { encoding: 'utf8', maxBuffer: 64_000_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
