import path from 'node:path';
import pdfmake from 'pdfmake';
import { beforeAll, describe, expect, it } from 'vitest';
import { withFallback } from '#electron/workers/fallback.ts';
import { setQuickly } from '#electron/workers/quick-setting.ts';
import { openTypefaces, type Typefaces } from '#electron/workers/typefaces.ts';
import { fontsInto } from '#scripts/office/fonts-into.ts';
import { checkPaper, documentKinds } from '#shared/documents/index.ts';
import type { Definition, Marks } from '#shared/documents/kit/definition.ts';
import { families } from '#shared/documents/kit/definition.ts';

import { longFolder } from './folders.ts';

const drawn = () => '<svg width="1" height="1"><path d="M0 0h1v1z"/></svg>';
/** Every kind of paper is set, some by a thread that has read nothing yet. */
const EVERY_PAPER_MS = 240_000;
const hash = '9f3c27a1e4b0d5c2'.padEnd(64, '0');
const marks: Marks = { number: 'HT-2026-0018', version: 1, hash, codeOf: drawn, codeFor: drawn, draft: false };

/** Runs, blanks, signs and styles that a paper might mix in one line. */
const mixed: Definition = {
  defaultStyle: { font: families.serif, fontSize: 10 },
  styles: { strong: { bold: true }, indented: { leadingIndent: 20, lineHeight: 1.15, alignment: 'justify' } },
  content: [
    {
      style: 'indented',
      text: [
        '  买受人 Ayşe·Ömer (Xinjiang) Trading Company Limited 与出卖人签订本合同，',
        { text: ' 壹佰万元整 ', decoration: 'underline' },
        { text: '元', sup: true, style: 'strong' },
        { text: '面积 118.36 m', characterSpacing: 1.5 },
        { text: '2', fontSize: 6 },
        { text: '𠮷田', font: families.sans, color: '#606060' },
        { text: '𠮷田', bold: true },
        '\n第二行　其余不变。'.repeat(20),
      ],
    },
    {
      columns: [
        { text: '', width: 20 },
        { text: ['一', '二', { text: '三', bold: true }, '四 '], noWrap: true },
      ],
    },
  ],
};

let typefaces: Typefaces;

/** A paper's bytes without the time when it was made. */
async function timeless(definition: Definition): Promise<string> {
  const made = await pdfmake.createPdf(withFallback(definition, typefaces, () => undefined)).getBuffer();
  return made
    .toString('latin1')
    .replaceAll(/\(D:\d+Z?\)/gu, '')
    .replaceAll(/\/ID \[[^\]]*\]/gu, '');
}

/** Papers to be set, each anew: pdfmake writes into what it sets. */
function papers(): Definition[] {
  const built = Object.values(documentKinds).map(({ kind, sample }) => checkPaper({ kind, data: sample }).build(marks));
  return [structuredClone(mixed), ...built];
}

describe('A paper that is set quickly', () => {
  let slow: string[];
  beforeAll(async () => {
    typefaces = openTypefaces(fontsInto(longFolder()));
    const files = new Set(Object.values(typefaces.files).flatMap(({ normal, bold }) => [normal, bold]));
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy((file) => files.has(path.resolve(file)));
    pdfmake.setFonts({ ...typefaces.files });
    slow = [];
    for (const paper of papers()) slow.push(await timeless(paper));
    setQuickly();
  }, EVERY_PAPER_MS);

  it('is the same to the byte as pdfmake sets it, the first of a thread and every one after', {
    timeout: EVERY_PAPER_MS,
  }, async () => {
    for (const round of ['the first', 'the second']) {
      const quick: string[] = [];
      for (const paper of papers()) quick.push(await timeless(paper));
      expect(
        quick.map((bytes, index) => bytes === slow[index]),
        round,
      ).toEqual(slow.map(() => true));
    }
  });
});
