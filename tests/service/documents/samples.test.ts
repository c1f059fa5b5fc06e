import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBack } from '#electron/workers/read-back.ts';
import { draftedContract } from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { bookDesk } from '#tests/support/print-desk.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const way = { printer: 'Keeper', copies: 2, tray: '' };

async function textOf(job: { readonly content: string }): Promise<string[]> {
  return (await readBack(Buffer.from(job.content, 'base64'))).map(({ bare }) => bare);
}

describe('A sample of a contract that is not printed yet', () => {
  let desk: TestOffice;
  let clerk: TestClient;
  let contractId: number;
  beforeEach(async () => {
    desk = await testOffice();
    ({ contractId } = await draftedContract(desk));
    clerk = desk.as('backOffice', '蒋雪梅');
  });
  afterEach(() => desk.close());

  it('says on every page that it is a draft and no copy, and by whom it was printed; no paper is issued for it', async () => {
    await clerk.contracts.sample({ contractId, ...way });
    const job = await clerk.contracts.sampleJob({ contractId });
    expect(job).toMatchObject({ printer: 'Keeper', media: 'A4', title: expect.stringContaining('样张') });
    const pages = await textOf(job);
    const { pages: once } = await clerk.contracts.preview({ contractId });
    // Two samples, each on sheets of its own.
    expect(pages.filter((page) => page !== '').length).toBe(once * 2);
    for (const page of pages.filter((one) => one !== '')) {
      expect(page).toContain('草稿');
      expect(page).toContain('样张，不作签署');
      expect(page).toContain('蒋雪梅');
      expect(page).not.toMatch(/第\d份\/共/);
    }
    expect(await clerk.documents.ofSubject({ noun: 'contracts', subjectId: contractId })).toEqual([]);
    expect((await clerk.prints.list({ scope: 'all' })).jobs).toEqual([]);
  });

  it('stands in its history, with how many and by whom', async () => {
    await clerk.contracts.sample({ contractId, ...way });
    const { history } = await clerk.contracts.detail({ contractId });
    const told = history.find(({ kind }) => kind === 'samplePrinted');
    expect(told).toMatchObject({ actor: '蒋雪梅', data: { copies: 2, printer: 'Keeper' } });
  });

  it('is fetched by whoever has ordered it, and not by anybody else', async () => {
    await expectRefusal(clerk.contracts.sampleJob({ contractId }), 'NOT_FOUND');
    await clerk.contracts.sample({ contractId, ...way });
    await expectRefusal(desk.as('manager').contracts.sampleJob({ contractId }), 'NOT_FOUND');
  });

  it('is not another consultant’s to print', async () => {
    await expectRefusal(desk.as('consultant', '别人').contracts.sample({ contractId, ...way }), 'DEAL_OF_OTHER');
  });
});

describe('A sample of a paper that was issued', () => {
  let book: Awaited<ReturnType<typeof bookDesk>>;
  beforeEach(async () => {
    book = await bookDesk();
  });
  afterEach(() => book.close());

  it('takes none of its copies: all of them are still to be printed, with their own numbers', async () => {
    const { clerk, documentId } = book;
    await clerk.documents.sample({ documentId, ...way });
    for (const page of (await textOf(await clerk.documents.sampleJob({ documentId }))).filter((one) => one !== ''))
      expect(page).toContain('样张，不作签署');
    const { document, copies } = await clerk.documents.detail({ documentId });
    expect(document).toMatchObject({ copiesDue: 4, copiesPrinted: 0, copiesOutside: 0, prints: [] });
    expect(copies).toEqual([]);
    expect(await clerk.documents.print({ documentId, printer: 'Keeper', copies: 4 })).toMatchObject({
      firstCopy: 1,
      reprint: false,
    });
  });

  it('is refused of a paper that is void', async () => {
    const { clerk, documentId } = book;
    const { document } = await clerk.documents.detail({ documentId });
    await clerk.documents.void({ documentId, version: document.version, reason: '客户改名' });
    await expectRefusal(clerk.documents.sample({ documentId, ...way }), 'DOCUMENT_NOT_ISSUED');
  });
});

describe('The copies of a paper', () => {
  it('are told one by one, of how many and how each stands, those of the version before it too', async () => {
    const { clerk, documentId, close } = await bookDesk();
    const sent = async (copies: number) => {
      const { printId } = await clerk.documents.print({ documentId, printer: 'Keeper', copies });
      const { sha256 } = await clerk.documents.printJob({ printId });
      await clerk.prints.start({ printId });
      await clerk.documents.printed({ printId, result: { ok: true, jobName: 'Keeper-1', sha256 } });
      return printId;
    };
    const printId = await sent(3);
    await clerk.prints.confirm({ printId, spoiled: [{ copy: 2, reason: '卡纸' }] });
    await clerk.documents.takeBack({ documentId, copies: 1, reason: '客户退回' });
    await sent(1);
    const { document, copies } = await clerk.documents.detail({ documentId });
    expect(copies).toEqual([
      {
        ...{ documentId, issueVersion: 1, voided: false, of: 4 },
        copies: [
          { copy: 1, state: 'good', reprint: false, keptOut: null, holder: 'buyer' },
          { copy: 2, state: 'spoiled', reprint: false, keptOut: null, holder: null },
          { copy: 3, state: 'takenBack', reprint: false, keptOut: null, holder: null },
          { copy: 4, state: 'sent', reprint: false, keptOut: null, holder: 'seller' },
        ],
      },
    ]);
    const { subjectId } = await clerk.documents.detail({ documentId });
    await clerk.documents.void({ documentId, version: document.version, reason: '客户改名' });
    const next = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId });
    const after = await clerk.documents.detail({ documentId: next.documentId });
    expect(after.copies).toMatchObject([{ documentId, issueVersion: 1, voided: true, of: 4 }]);
    await close();
  });
});
