import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RenderedPaper, type RenderPort, sha256Of } from '#electron/server/documents/render-port.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { testRenderer } from '../support/fonts.ts';
import { canDrawPages, pageCodesOf } from '../support/page-codes.ts';
import { canReadPapers, coveredWords } from '../support/paper-text.ts';
import { longFolder } from './folders.ts';

const at = instantOf(localDate('2026-11-16'), 10 * 60 + 32);
const print = { firstCopy: 1, copies: 1, of: 4, reprint: 0, operator: '蒋雪梅', at, duplex: false };

describe('the marks of a copy', () => {
  let port: RenderPort;
  let book: RenderedPaper;
  beforeAll(async () => {
    port = testRenderer(longFolder());
    const { sample } = documentKinds.subscriptionBook;
    book = await port.render({ kind: 'subscriptionBook', data: sample, number: 'RG-2026-0018', version: 1 });
  });
  afterAll(() => port.close());

  it('are not on the paper that is stored', async () => {
    const text = (await readBack(book.bytes)).map((page) => page.bare).join('');
    expect(text).not.toMatch(/第\d份|补打/);
    expect(book.sha256).toBe(sha256Of(book.bytes));
  });

  it('say on every page which copy it is, when it was printed and by whom', async () => {
    const stamped = await port.stamp({ ...print, bytes: book.bytes, firstCopy: 2, copies: 2 });
    expect(stamped.sha256).toBe(sha256Of(stamped.bytes));
    const pages = await readBack(stamped.bytes);
    expect(pages).toHaveLength(book.pages * 2);
    for (const [index, page] of pages.entries()) {
      const copy = index < book.pages ? 2 : 3;
      expect(page.bare).toContain(`第${copy}份/共4份2026-11-1610:32蒋雪梅`);
      expect(page.bare).not.toContain('补打');
      expect(page.bare).toContain('RG-2026-0018');
    }
  });

  it('say 补打 with its count on a reprint', async () => {
    const stamped = await port.stamp({ ...print, bytes: book.bytes, firstCopy: 5, reprint: 2 });
    for (const page of await readBack(stamped.bytes)) {
      expect(page.bare).toContain('补打第2次');
      expect(page.bare).toContain('第5份（增印）');
    }
  });

  it('are none on a sample: it says in their place that it is one', async () => {
    const stamped = await port.stamp({ ...print, bytes: book.bytes, sample: true });
    for (const page of await readBack(stamped.bytes)) {
      expect(page.bare).toContain('样张，不作签署2026-11-1610:32蒋雪梅');
      expect(page.bare).not.toMatch(/第\d份/);
    }
  });

  it('mark each of the three parts of a receipt on A4', async () => {
    const { sample } = documentKinds.depositReceipt;
    const { bytes } = await port.render({
      kind: 'depositReceipt',
      data: sample,
      number: 'SJ-2026-0001',
      version: 1,
      paper: 'a4Thirds',
    });
    const [page] = await readBack((await port.stamp({ ...print, bytes, of: 1 })).bytes);
    expect(page?.bare.match(/第1份\/共1份/g)).toHaveLength(3);
  });

  it('begin each copy on a sheet of its own when both sides are printed', async () => {
    const { sample } = documentKinds.depositReceipt;
    const { bytes, pages } = await port.render({
      kind: 'depositReceipt',
      data: sample,
      number: 'SJ-2026-0001',
      version: 1,
    });
    expect(pages).toBe(1);
    expect((await port.stamp({ ...print, bytes, copies: 3, duplex: true })).pages).toBe(5);
    expect((await port.stamp({ ...print, bytes, copies: 3 })).pages).toBe(3);
  });

  it.skipIf(!canReadPapers).each([
    ['subscriptionBook', 'a4'],
    ['depositReceipt', 'a5'],
    ['depositReceipt', 'form241'],
    ['depositReceipt', 'a4Thirds'],
    ['receivablesList', 'a5'],
    ['dealLedger', 'a4Landscape'],
    ['priceNotice', 'a3Landscape'],
  ] as const)('of a reprint cover no word of %s on %s', async (kind, paper) => {
    const { sample } = documentKinds[kind];
    const { bytes } = await port.render({ kind, data: sample, number: 'XX-2026-0001', version: 1, paper });
    const stamped = await port.stamp({ ...print, bytes, reprint: 1 });
    expect(coveredWords(bytes, stamped.bytes)).toEqual([]);
  });

  it.skipIf(!canDrawPages)('leave the page codes readable', async () => {
    const stamped = await port.stamp({ ...print, bytes: book.bytes, reprint: 1 });
    expect((await pageCodesOf(stamped.bytes)).map((found) => found.length)).toEqual([1, 1]);
  });
});
