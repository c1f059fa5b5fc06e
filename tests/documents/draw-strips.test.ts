import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pdfmake from 'pdfmake';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataMatrix } from '#electron/workers/data-matrix.ts';
import { drawStripsAsTheyAre } from '#electron/workers/draw-strips.ts';
import { openTypefaces } from '#electron/workers/typefaces.ts';
import { fontsInto } from '#scripts/office/fonts-into.ts';
import { type Definition, families } from '#shared/documents/kit/definition.ts';
import { longFolder } from './folders.ts';

/** A sheet with codes of several sizes and a drawing that is none, after words in another colour. */
function sheet(): Definition {
  return {
    pageSize: 'A5',
    defaultStyle: { font: families.serif, fontSize: 10 },
    content: [
      { text: '红字之后', color: '#c00000' },
      { svg: dataMatrix('ZY1/HT-2026-0018/1/3/9F3C27A1E4B0D5C2'), width: 38.3, height: 38.3 },
      {
        columns: [
          { width: 60, stack: [{ svg: dataMatrix('XH-20260018'), width: 21, height: 21 }] },
          { svg: dataMatrix('A'.repeat(180)), width: 90, height: 90 },
        ],
      },
      { svg: '<svg width="40" height="20"><path fill="#2060c0" d="M0 0h40v20z"/></svg>' },
      '黑字在后',
    ],
  };
}

/** The sheet as a picture of its points, 400 to the inch. */
async function picture(name: string): Promise<Buffer> {
  const made = await pdfmake.createPdf(sheet()).getBuffer();
  const file = path.join(longFolder(), `${name}.pdf`);
  writeFileSync(file, made);
  return execFileSync('pdftoppm', ['-r', '400', file], { maxBuffer: 1e8 });
}

describe('The code of a page', () => {
  beforeAll(() => {
    const typefaces = openTypefaces(fontsInto(longFolder()));
    const files = new Set(Object.values(typefaces.files).flatMap(({ normal, bold }) => [normal, bold]));
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy((file) => files.has(path.resolve(file)));
    pdfmake.setFonts({ ...typefaces.files });
  });

  it('is the same picture, point by point, as the library of drawings makes of it', async () => {
    const before = await picture('before');
    drawStripsAsTheyAre();
    const after = await picture('after');
    expect(after.length).toBeGreaterThan(1_000_000);
    expect(after.equals(before)).toBe(true);
  }, 60_000);
});
