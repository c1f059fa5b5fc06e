import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = path.resolve(import.meta.dirname, '../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');

/** The program that draws pages, of the Debian package poppler-utils. */
const drawing: string = 'pdftoppm';

/** True where pages can be drawn. */
export const canDrawPages = has(drawing);

/** True where this program can be started. */
export function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The Data Matrix codes of each page of a PDF, drawn as a scanner sees it at 200 dots to the inch. */
export async function pageCodesOf(bytes: Uint8Array): Promise<string[][]> {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-pages-'));
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), bytes);
    execFileSync(drawing, ['-r', '200', '-gray', '-png', 'paper.pdf', 'page'], { cwd: folder });
    const codes: string[][] = [];
    for (const name of readdirSync(folder)
      .filter((one) => one.endsWith('.png'))
      .sort()) {
      const found = await readBarcodes(readFileSync(path.join(folder, name)), {
        formats: ['DataMatrix'],
        tryHarder: true,
      });
      codes.push(found.map((code) => code.text));
    }
    return codes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
