import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namedFiles, neededFiles, placeOfFile } from '#db/backup-place.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { blobStore } from '#electron/server/documents/blob-store.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('Papers of a deal whose buyer is restricted or anonymous', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  let customerId: number;
  let subscriptionId: number;
  let book: number;
  let receipt: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
    customerId = await buildBuyer(consultant, '褚遂良');
    const [home = 0] = await buildHomes(desk);
    const deal = await subscribeHome(consultant, home, customerId);
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
    book = (await consultant.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId })).documentId;
    const taken = await takeDeposit(desk, subscriptionId, customerId);
    const paid = await desk.as('finance').documents.issue({ kind: 'depositReceipt', subjectId: taken.receiptId });
    receipt = paid.documentId;
    await desk.office.press.idle();
    // The deal has come to its end; how is not what this is about.
    desk.office.database.client
      .prepare("update subscriptions set state = 'cancelled' where id = ?")
      .run(subscriptionId);
  });
  afterEach(() => desk.close());

  const filesOf = (documentId: number) =>
    desk.office.database.client
      .prepare<[number], [string, string]>('select data_sha256, pdf_sha256 from documents where id = ?')
      .raw()
      .get(documentId) ?? [];
  const there = (documentId: number) =>
    filesOf(documentId).map((sha256) => existsSync(path.join(desk.folder, 'blobs', placeOfFile(sha256))));
  const print = (documentId: number) => ({ documentId, printer: '窗口', copies: 1, reason: '' });
  const opened = () =>
    desk.office.database.client
      .prepare<[], string>("select data from events where kind = 'keptPaperOpened' order by seq")
      .pluck()
      .all()
      .map((data) => JSON.parse(data));

  it('are shown, printed and saved for a reason, by those who answer for it, for ten minutes', async () => {
    await desk.as('compliance').customers.restrict({ customerId, reason: 'deletionAsked' });
    await expectRefusal(consultant.documents.pages({ documentId: book }), 'PAPER_KEPT');
    await expectRefusal(consultant.documents.print(print(book)), 'PAPER_KEPT');
    await expectRefusal(consultant.documents.openKept({ documentId: book, reason: 'dispute', words: '' }), 'FORBIDDEN');
    const finance = desk.as('finance');
    const saved = {
      ...{ list: 'papers' as const, scope: 'all' as const, filter: {}, searched: false, columns: [] },
      ...{ rows: 1, ids: [receipt] },
    };
    await expectRefusal(finance.documents.pages({ documentId: receipt }), 'PAPER_REASON_NEEDED');
    await expectRefusal(finance.documents.print(print(receipt)), 'PAPER_REASON_NEEDED');
    await expectRefusal(finance.exports.record(saved), 'EXPORT_ROWS_WRONG');
    const told = await finance.documents.detail({ documentId: receipt });
    expect(told).toMatchObject({
      kept: { openUntil: null },
      document: { can: { print: { code: 'PAPER_REASON_NEEDED' } } },
    });
    await expectRefusal(
      finance.documents.openKept({ documentId: receipt, reason: 'other', words: '' }),
      'REASON_MISSING',
    );
    const { until } = await finance.documents.openKept({
      documentId: receipt,
      reason: 'other',
      words: '褚遂良来查收据',
    });
    expect(until).toBe(desk.clock() + 600_000);
    expect((await finance.documents.pages({ documentId: receipt })).pages).toBe(1);
    await finance.documents.print(print(receipt));
    await finance.exports.record(saved);
    // What for and by whom stands in the log; what was said of the person is sealed. The other paper is still closed.
    expect(opened()).toEqual([
      { number: told.document.number, reason: 'other', words: expect.stringMatching(/^sealed:/), wordsKeyId: 1 },
    ]);
    await expectRefusal(finance.documents.pages({ documentId: book }), 'PAPER_REASON_NEEDED');
    await expectRefusal(desk.as('manager').documents.pages({ documentId: receipt }), 'PAPER_REASON_NEEDED');
    desk.clock.advance(600_001);
    await expectRefusal(desk.as('finance').documents.pages({ documentId: receipt }), 'PAPER_REASON_NEEDED');
  });

  it('are open as ever where nobody is restricted', async () => {
    expect((await consultant.documents.detail({ documentId: book })).kept).toBeNull();
    await consultant.documents.pages({ documentId: book });
    await expectRefusal(
      desk.as('finance').documents.openKept({ documentId: receipt, reason: 'audit', words: '' }),
      'PAPER_NOT_KEPT',
    );
  });

  it('are destroyed when their term is over: those of the deal with the person, receipts thirty years after the money', async () => {
    const numbers = async () =>
      (await desk.as('manager').documents.ofSubject({ noun: 'subscriptions', subjectId: subscriptionId })).map(
        ({ number, state, erased }) => ({ number, state, erased }),
      );
    const before = await numbers();
    const hashes = filesOf(book);
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    desk = await desk.restart();
    expect(there(book)).toEqual([false, false]);
    expect(there(receipt)).toEqual([true, true]);
    expect(await numbers()).toEqual(before.map((paper) => ({ ...paper, erased: true })));
    expect(filesOf(book)).toEqual(hashes);
    await expectRefusal(desk.as('manager').documents.pages({ documentId: book }), 'PAPER_ERASED');
    await expectRefusal(desk.as('manager').documents.print(print(book)), 'PAPER_ERASED');
    const finance = desk.as('finance');
    await expectRefusal(finance.documents.pages({ documentId: receipt }), 'PAPER_REASON_NEEDED');
    await finance.documents.openKept({ documentId: receipt, reason: 'bookkeeping', words: '' });
    await finance.documents.pages({ documentId: receipt });
    // A copy of the office misses nothing and carries nothing of it any more.
    const { client } = desk.office.database;
    for (const files of [namedFiles(client), new Set(neededFiles(client))]) {
      expect(hashes.filter((sha256) => files.has(sha256))).toEqual([]);
      expect(filesOf(receipt).every((sha256) => files.has(sha256))).toBe(true);
    }

    desk.clock.set(instantOf(localDate('2056-11-22'), 600));
    await desk.office.clock.tick();
    expect(there(receipt)).toEqual([true, true]);
    desk.clock.set(instantOf(localDate('2056-11-23'), 600));
    await desk.office.clock.tick();
    desk = await desk.restart();
    expect(there(receipt)).toEqual([false, false]);
    const told = await desk.as('finance').documents.detail({ documentId: receipt });
    expect(told).toMatchObject({ document: { state: 'issued', erased: true }, kept: null, openBlanks: [] });
    const book26 = await desk.as('finance').payments.book({ from: '2026-11-23', to: '2026-11-23' });
    expect(book26.rows).toMatchObject([{ payer: '（已匿名）', amount: 5_000_000 }]);
    expect(
      desk.office.database.client.prepare("select data from events where kind = 'papersErased'").pluck().all(),
    ).toEqual(['{"papers":1}']);
    verifyLog(desk.office.database.client);
  });

  it('stay while another buyer of the deal is known, whose paper it is as well', async () => {
    const other = await buildBuyer(consultant, '欧阳询');
    desk.office.database.client
      .prepare(
        'insert into subscription_buyers (subscription_id, customer_id, position, share_ppm) values (?, ?, 2, 1)',
      )
      .run(subscriptionId, other);
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    desk = await desk.restart();
    expect(there(book)).toEqual([true, true]);
    await desk.as('compliance').customers.anonymise({ customerId: other });
    desk = await desk.restart();
    expect(there(book)).toEqual([false, false]);
  });

  it('include the city’s own copy of a contract, which is closed and destroyed as the contract is', async () => {
    const { client } = desk.office.database;
    client.prepare("update subscriptions set state = 'depositComplete' where id = ?").run(subscriptionId);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const { contractId } = await consultant.contracts.draft({ subscriptionId, version });
    const city = new TextEncoder().encode('the contract of the city');
    const { sha256 } = await blobStore({ folder: desk.folder, key: desk.office.keys.blobs }).put(city);
    // Signed, and ended with its deal; one of the office's papers stands for its original.
    client
      .prepare(
        `update contracts set state = 'terminated', signed_on = '2026-11-23', ended_on = '2026-11-23', city_sha256 = ?
           where id = ?`,
      )
      .run(sha256, contractId);
    client.prepare("update subscriptions set state = 'cancelled' where id = ?").run(subscriptionId);
    client.prepare("update documents set noun = 'contracts', subject_id = ? where id = ?").run(contractId, book);
    const pages = (person: TestClient) => person.contracts.cityPages({ contractId });
    const content = Buffer.from(city).toString('base64');
    expect((await pages(consultant)).content).toBe(content);

    await desk.as('compliance').customers.restrict({ customerId, reason: 'deletionAsked' });
    await expectRefusal(pages(consultant), 'PAPER_KEPT');
    const finance = desk.as('finance');
    await expectRefusal(pages(finance), 'PAPER_REASON_NEEDED');
    await finance.documents.openKept({ documentId: book, reason: 'dispute', words: '' });
    expect((await pages(finance)).content).toBe(content);
    const file = path.join(desk.folder, 'blobs', placeOfFile(sha256));
    expect([existsSync(file), namedFiles(client).has(sha256)]).toEqual([true, true]);

    desk.clock.set(instantOf(localDate('2066-11-24'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    desk = await desk.restart();
    expect([existsSync(file), namedFiles(desk.office.database.client).has(sha256)]).toEqual([false, false]);
    await expectRefusal(pages(desk.as('manager')), 'PAPER_ERASED');
  });

  it('are no way back to a person by a report that was handed out', async () => {
    const compliance = desk.as('compliance');
    const { requestId } = await compliance.privacy.takeRequest({
      customerId,
      kind: 'copy',
      receivedOn: '2026-11-23',
      wish: '请给一份复印件',
    });
    await compliance.customers.reveal({ customerId, reason: 'subjectRequest' });
    const { documentId } = await compliance.documents.issue({ kind: 'personalReport', subjectId: requestId });
    await desk.office.press.idle();
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    desk = await desk.restart();
    expect(there(documentId)).toEqual([false, false]);
    expect(await desk.as('compliance').documents.detail({ documentId })).toMatchObject({
      document: { state: 'voided', erased: true },
    });
  });
});
