import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cupsPrintPort } from '#electron/device/print-cups.ts';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper } from '#shared/documents/index.ts';
import { papers } from '#shared/documents/kit/paper.ts';
import { testPage } from '#shared/documents/test-page/kind.ts';
import { sheetNames } from '#shared/domain/documents/sheets.ts';
import { canServePrinters, startCups } from '../support/cups.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

const order = { kind: 'testPage', number: '', version: 1 } as const;

describe('the sheet that a printer is tried with', () => {
  let port: RenderPort;
  beforeAll(() => {
    port = testRenderer(longFolder());
  });
  afterAll(() => port.close());

  it('is there on every sheet that papers are printed on', () => {
    expect(testPage.papers.toSorted()).toEqual(sheetNames.toSorted());
  });

  it.each(testPage.papers)('has one page for each side on %s, and says all that it was sent with', async (paper) => {
    for (const data of [testPage.sample, testPage.variants?.['oneSide']]) {
      const { bytes, pages } = await port.render({ ...order, data, paper });
      expect(pages).toBe(data?.bothSides === true ? 2 : 1);
      const read = await port.readBack(bytes);
      expect(checkPaper({ ...order, data, paper }).differences('', read)).toEqual([]);
    }
  });

  it('keeps to its page with names as long as printers and people give them', async () => {
    const data = {
      ...testPage.sample,
      printer: '合同室'.repeat(12),
      terminal: 'CONTRACT-ROOM-'.repeat(4),
      office: '云境'.repeat(20),
    };
    for (const paper of testPage.papers) expect((await port.render({ ...order, data, paper })).pages).toBe(2);
  });

  it.skipIf(!canServePrinters)('comes to the printer in its own size and with its tray and sides', async () => {
    const cups = await startCups();
    const printers = cupsPrintPort({ environment: cups.environment });
    const { bytes } = await port.render({ ...order, data: testPage.sample, paper: 'a4' });
    const { media } = papers.a4;
    const way = { printer: cups.queue, copies: 1, media, tray: 'Tray2', title: testPage.title, duplex: true };
    const { jobId } = await printers.print({ ...way, bytes });
    const text = await bareText(await cups.arrived());
    for (const phrase of ['打印测试页', '江岸云境营销中心', '合同室2号机', '第二面']) expect(text).toContain(phrase);
    expect(cups.ordered(jobId)).toContain('two-sided-long-edge');
    await cups.close();
  });
});
