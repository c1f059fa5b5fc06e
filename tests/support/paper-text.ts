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

const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/gu;

/** The gaps between single Chinese signs of the lines of a paper: where a text is set wide. */
export function gapsOfPaper(paper: Uint8Array): Gap[] {
  const words = [...readPaper(paper, ['-bbox']).matchAll(word)].map(([, left, top, right, text = '']) => ({
    ...{ left: Number(left), right: Number(right), top, text },
  }));
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
