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
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-read-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, paper);
    return execFileSync(reading, ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64_000_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
