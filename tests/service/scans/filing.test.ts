import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { canDrawPages } from '#tests/support/page-codes.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { emptySheet, jpegSheets, jpegStack } from '#tests/support/scanned.ts';

describe.runIf(canDrawPages)('Scans of signed papers', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let clerk: TestClient;

  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
    clerk = desk.as('backOffice', '蒋雪梅');
  });
  afterEach(() => desk.close());

  async function issuedBook(building = '1栋') {
    const [home = 0] = await buildHomes(desk, { name: building });
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    const { documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    const { content } = await clerk.documents.pages({ documentId });
    return { subscriptionId, documentId, sheets: jpegSheets(Buffer.from(content, 'base64')) };
  }

  const feed = async (sheets: readonly Uint8Array[], person = clerk) =>
    person.scans.take({ file: { name: '扫描.pdf', content: await jpegStack(sheets) } });
  const setOf = (documentId: number) => clerk.scans.ofPaper({ documentId });

  it('file themselves to their paper and page in whatever order they come, and the missing pages are listed', async () => {
    const book = await issuedBook();
    const pages = book.sheets.length;
    expect(pages).toBeGreaterThan(1);
    expect((await setOf(book.documentId)).missing).toHaveLength(pages);
    await expectRefusal(clerk.scans.joined({ documentId: book.documentId }), 'NOT_FOUND');

    const answer = await feed(book.sheets.slice(1).toReversed());
    expect(answer).toMatchObject({ pages: pages - 1, filed: pages - 1, waiting: 0 });
    const partly = await setOf(book.documentId);
    expect(partly.missing).toEqual([1]);
    expect(partly.filed.map(({ page }) => page)).toEqual(book.sheets.slice(1).map((_one, at) => at + 2));

    await feed(book.sheets.slice(0, 1));
    expect((await setOf(book.documentId)).missing).toEqual([]);
  });

  it('of two papers in one stack go to their own, and each page is kept apart from the others', async () => {
    const [one, other] = [await issuedBook('1栋'), await issuedBook('2栋')];
    const mixed = one.sheets.flatMap((sheet, at) => [other.sheets[at] ?? sheet, sheet]);
    expect(await feed(mixed)).toMatchObject({ filed: mixed.length, waiting: 0 });
    for (const { documentId, sheets } of [one, other]) {
      const { filed, missing } = await setOf(documentId);
      expect(missing).toEqual([]);
      expect(filed).toHaveLength(sheets.length);
      const opened = await clerk.scans.open({ scanPageId: filed[0]?.id ?? 0 });
      expect(Buffer.from(opened.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    }
    const { content, pages } = await clerk.scans.joined({ documentId: one.documentId });
    expect(pages).toBe(one.sheets.length);
    expect(Buffer.from(content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const ids = (await setOf(one.documentId)).filed.map(({ id }) => id);
    const { pictures } = await clerk.scans.thumbnails({ scanPageIds: ids });
    expect(pictures.map(({ id }) => id)).toEqual(ids);
    expect(Buffer.from(pictures[0]?.content ?? '', 'base64').toString('latin1', 1, 4)).toBe('PNG');
  });

  it('never go to another version: the old one waits and says so', async () => {
    const book = await issuedBook();
    const { document } = await clerk.documents.detail({ documentId: book.documentId });
    await clerk.documents.void({ documentId: book.documentId, version: document.version, reason: '楼栋名称有误' });
    const next = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: book.subscriptionId });
    await desk.office.press.idle();
    expect(await feed(book.sheets)).toMatchObject({ filed: 0, waiting: book.sheets.length });
    const { waiting } = await clerk.scans.overview({});
    expect(new Set(waiting.map(({ outcome }) => outcome))).toEqual(new Set(['otherVersion']));
    expect((await setOf(next.documentId)).filed).toEqual([]);
    const [page] = waiting;
    if (page === undefined) throw new Error('no page waits');
    const by = { scanPageId: page.id, version: page.version, page: 1, reason: '补章后的旧版' };
    await expectRefusal(clerk.scans.assign({ ...by, documentId: book.documentId }), 'SCAN_PAPER_VOID');
  });

  it('wait when their place is taken, and take it as the better scan; the earlier one is kept', async () => {
    const book = await issuedBook();
    await feed(book.sheets);
    expect(await feed(book.sheets.slice(0, 1))).toMatchObject({ filed: 0, waiting: 1 });
    const { waiting } = await clerk.scans.overview({});
    const [again] = waiting;
    expect(again).toMatchObject({ outcome: 'duplicate', page: 1, can: { replace: true, discard: true } });
    await clerk.scans.replace({ scanPageId: again?.id ?? 0, version: again?.version ?? 0 });
    const { filed, replaced, missing } = await setOf(book.documentId);
    expect(missing).toEqual([]);
    expect(filed.find(({ page }) => page === 1)?.id).toBe(again?.id);
    expect(replaced).toHaveLength(1);
  });

  it('without a code wait until somebody says where they belong, with a reason, or throws them away', async () => {
    const book = await issuedBook();
    expect(await feed([emptySheet, emptySheet])).toMatchObject({ filed: 0, waiting: 2 });
    const [first, second] = (await clerk.scans.overview({})).waiting;
    if (first === undefined || second === undefined) throw new Error('nothing waits');
    expect(first.outcome).toBe('noCode');
    const { papers } = await clerk.scans.papersNumbered({ number: 'rg-2026-0001' });
    expect(papers.map(({ documentId }) => documentId)).toEqual([book.documentId]);
    const by = { scanPageId: first.id, version: first.version, documentId: book.documentId };
    await expectRefusal(clerk.scans.assign({ ...by, page: 99, reason: '页码角被盖章' }), 'SCAN_NO_SUCH_PAGE');
    await clerk.scans.assign({ ...by, page: 2, reason: '页码角被盖章' });
    expect((await setOf(book.documentId)).filed).toMatchObject([{ page: 2, byHand: true, reason: '页码角被盖章' }]);

    await clerk.scans.discard({ scanPageId: second.id, version: second.version, reason: '空白页' });
    expect((await clerk.scans.overview({})).waiting).toEqual([]);
    await expectRefusal(clerk.scans.open({ scanPageId: second.id }), 'NOT_FOUND');

    const [filed] = (await setOf(book.documentId)).filed;
    await clerk.scans.takeOff({ scanPageId: filed?.id ?? 0, version: filed?.version ?? 0, reason: '归错了页' });
    expect((await clerk.scans.overview({})).waiting.map(({ id }) => id)).toEqual([first.id]);
  });

  it('are seen by those who may open their paper, and by nobody else', async () => {
    const book = await issuedBook();
    await feed(book.sheets);
    const [page] = (await setOf(book.documentId)).filed;
    const stranger = desk.as('consultant', '钱多');
    await expectRefusal(stranger.scans.open({ scanPageId: page?.id ?? 0 }), 'DEAL_OF_OTHER');
    expect(await stranger.scans.thumbnails({ scanPageIds: [page?.id ?? 0] })).toEqual({ pictures: [] });
    expect(await feed(book.sheets.slice(0, 1), stranger)).toMatchObject({ filed: 0, waiting: 1 });
    expect((await stranger.scans.overview({})).waiting).toMatchObject([{ outcome: 'ofOther', paper: null }]);
    expect((await consultant.scans.overview({})).waiting).toEqual([]);
  });

  it('come as photos too, and files of other kinds are refused in words', async () => {
    const book = await issuedBook();
    const [sheet] = book.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const photo = Buffer.from(sheet).toString('base64');
    expect(await clerk.scans.take({ file: { name: 'IMG_01.jpg', content: photo } })).toMatchObject({ filed: 1 });
    const text = Buffer.from('no picture').toString('base64');
    await expectRefusal(clerk.scans.take({ file: { name: '合同.pdf', content: text } }), 'SCAN_KIND');
    const cut = Buffer.from('%PDF-1.7\n1 0 obj\n').toString('base64');
    await expectRefusal(clerk.scans.take({ file: { name: '合同.pdf', content: cut } }), 'SCAN_UNREADABLE');
    expect((await clerk.scans.progress({})).pages).toBe(null);
  });
});
