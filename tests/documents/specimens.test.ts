import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { checkText } from '#shared/documents/kit/page-code.ts';
import { testRenderer } from '../support/fonts.ts';
import { canReadPapers, textOfPaper } from '../support/paper-text.ts';
import { longFolder } from './folders.ts';
import { allSpecimens, goldens } from './specimens.ts';
import { wrongBreaks } from './wrong-breaks.ts';

const number = 'XX-2026-0301';

/** A receipt is one page, and a file holds its three parts. */
const onePage = (kind: string) => kind === 'depositReceipt';

describe('A specimen', () => {
  it('is there of every kind, on every sheet and in every variant, and of nothing else', () => {
    const names = allSpecimens().map(({ name }) => name);
    expect(Object.keys(goldens).toSorted()).toEqual(names.toSorted());
    expect(Object.entries(goldens).filter(([, { words }]) => words.length < 3)).toEqual([]);
  });
});

describe.skipIf(!canReadPapers)('The specimen', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  // Its codes are read from drawn pages where scans file themselves.
  it.each(allSpecimens())(
    '$name says its words, its number, its check digits and which page it is, in lines as a printer sets them',
    async ({ name, kind, paper, data }) => {
      const paperOf = checkPaper({ kind, data, paper });
      const hash = createHash('sha256').update(paperOf.canonical).digest('hex');
      const { bytes, pages } = await port.render({ kind, data, paper, number, version: 1 });
      const golden = goldens[name];
      const sheets = textOfPaper(bytes).split('\f').slice(0, -1);
      const bare = sheets.map((sheet) => sheet.replace(/\s/gu, ''));
      expect(sheets).toHaveLength(pages);
      if (golden?.pages !== undefined) expect(pages).toBe(golden.pages);
      for (const words of golden?.words ?? []) expect(bare.join('')).toContain(words);
      for (const [index, said] of bare.entries()) {
        expect(said).toContain(`页码校验${checkText(hash)}`);
        expect(said).toContain(number);
        expect(said).toContain(onePage(kind) ? '第1页共1页' : `第${index + 1}页共${pages}页`);
        // Beside head and foot something stands on every page.
        expect(said.length, `page ${index + 1}`).toBeGreaterThan(100);
      }
      expect(wrongBreaks(bytes)).toEqual([]);
      expect(paperOf.differences(number, await port.readBack(bytes))).toEqual([]);
    },
  );
});
