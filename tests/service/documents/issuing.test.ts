import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { unsealedDocuments } from '#db/repositories/documents.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { has } from '#tests/support/page-codes.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The papers of a sale', () => {
  let desk: TestOffice;
  let clerk: TestClient;
  let subscriptionId: number;
  let receiptId: number;

  beforeEach(async () => {
    desk = await testOffice();
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const buyer = await buildBuyer(consultant);
    const sold = await subscribeHome(consultant, home, buyer);
    subscriptionId = sold.subscriptionId;
    await approve(desk, sold.approvalId);
    ({ receiptId } = await takeDeposit(desk, subscriptionId, buyer));
    clerk = desk.as('backOffice', '蒋雪梅');
  });
  afterEach(() => desk.close());

  const issueBook = async () => {
    const { documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    return documentId;
  };
  const textOf = (content: string) => {
    const file = path.join(desk.folder, 'paper.pdf');
    writeFileSync(file, Buffer.from(content, 'base64'));
    // Justified Chinese comes out with gaps that nobody sees on the page.
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
  };

  it('are issued in three steps: the number is taken, the pages are made, the paper is sealed', async () => {
    const { documentId, state } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    expect(state).toBe('issuing');
    await desk.office.press.idle();
    const { document, title } = await clerk.documents.detail({ documentId });
    expect(title).toBe('商品房认购书');
    expect(document).toMatchObject({ state: 'issued', number: 'RG-2026-0001', issuedBy: '蒋雪梅', copiesDue: 4 });
    expect(document.pages).toBeGreaterThan(1);
    const { content, sha256 } = await clerk.documents.pages({ documentId });
    expect(createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex')).toBe(sha256);
  });

  it('name the blanks that they strike, until a version without them is issued', async () => {
    const documentId = await issueBook();
    const { openBlanks } = await clerk.documents.detail({ documentId });
    expect(openBlanks).toContain('出卖人信用代码');
    expect(openBlanks).not.toContain('户型');
    const receipt = await clerk.documents.issue({ kind: 'depositReceipt', subjectId: receiptId });
    expect((await clerk.documents.detail({ documentId: receipt.documentId })).openBlanks).toEqual(['入账账户']);
  });

  it('have an estimate of what the home costs in all, which a later one follows when a rate changes', async () => {
    const estimate = { kind: 'expenseEstimate', noun: 'subscriptions', subjectId: subscriptionId } as const;
    const { documentId } = await clerk.documents.issue(estimate);
    await desk.office.press.idle();
    const { document, differences } = await clerk.documents.detail({ documentId });
    expect(differences).toBeNull();
    expect(document).toMatchObject({ number: 'FY-RG-2026-0001', state: 'issued', issueVersion: 1 });
    const text = textOf((await clerk.documents.pages({ documentId })).content);
    expect(text).toContain('未申报，按普通税率估算');
    await desk.as('manager').settings.set({
      key: 'maintenanceFund',
      value: { home: 9_500, otherUse: 9_500 },
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '市住建委新标准',
    });
    const next = await clerk.documents.issue(estimate);
    await desk.office.press.idle();
    expect(next.documentId).not.toBe(documentId);
    expect((await clerk.documents.detail({ documentId: next.documentId })).document.issueVersion).toBe(2);
    const renewed = textOf((await clerk.documents.pages({ documentId: next.documentId })).content);
    expect(renewed).toContain('市住建委新标准');
    expect((await clerk.documents.detail({ documentId })).document.state).toBe('voided');
  });

  it('have instructions for the buyers with the office’s own words, until the deal ends', async () => {
    const texts = { eligibility: '', bring: '身份证原件', refund: '', sampleFlat: '与所售房屋一致', complaints: '' };
    await desk.as('manager').settings.set({
      key: 'purchaseInstructions',
      value: { ...texts, disadvantages: '东侧有变电站' },
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '案场公示文本',
    });
    const instructions = { kind: 'purchaseInstructions', subjectId: subscriptionId } as const;
    const { documentId } = await clerk.documents.issue(instructions);
    await desk.office.press.idle();
    const { document, openBlanks, differences } = await clerk.documents.detail({ documentId });
    expect(differences).toBeNull();
    expect(document).toMatchObject({ number: 'XZ-RG-2026-0001', state: 'issued', copiesDue: 2 });
    expect(openBlanks).toContain('购房资格');
    expect(openBlanks).not.toContain('不利因素');
    expect(textOf((await clerk.documents.pages({ documentId })).content)).toContain('东侧有变电站');
  });

  it('have a contact sheet, which a newer one follows when a buyer has moved', async () => {
    const sheet = { kind: 'contactSheet', subjectId: subscriptionId } as const;
    const { documentId } = await clerk.documents.issue(sheet);
    await desk.office.press.idle();
    const { document, differences } = await clerk.documents.detail({ documentId });
    expect(differences).toBeNull();
    expect(document).toMatchObject({ number: 'LX-RG-2026-0001', state: 'issued', copiesDue: 2 });
    const manager = desk.as('manager');
    const [buyer] = (await manager.subscriptions.detail({ subscriptionId })).buyers;
    const customerId = buyer?.customerId ?? 0;
    const { version } = await manager.customers.detail({ customerId });
    await manager.customers.identify({ customerId, version, address: '渝中区新路 9 号' });
    const next = await clerk.documents.issue(sheet);
    await desk.office.press.idle();
    expect((await clerk.documents.detail({ documentId: next.documentId })).document.issueVersion).toBe(2);
    expect(textOf((await clerk.documents.pages({ documentId: next.documentId })).content)).toContain('渝中区新路9号');
  });

  it('are issued once: asking again gives the paper that stands', async () => {
    const documentId = await issueBook();
    expect(await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId })).toEqual({
      documentId,
      state: 'issued',
    });
  });

  it.skipIf(!has('pdftotext'))('say what was agreed: buyer, home, price in figures and capitals', async () => {
    const book = textOf((await clerk.documents.pages({ documentId: await issueBook() })).content);
    for (const words of ['RG-2026-0001', '欧阳询', '1,000,000.00', '壹佰万元整', '101', '预售字(2026)1栋'])
      expect(book).toContain(words);
    const { documentId } = await clerk.documents.issue({ kind: 'depositReceipt', subjectId: receiptId });
    await desk.office.press.idle();
    const receipt = textOf((await clerk.documents.pages({ documentId })).content);
    for (const words of ['SJ-2026-0001', '伍万元整', '欧阳询']) expect(receipt).toContain(words);
  });

  it('lay a receipt on the sheet that was chosen for it, which stays once it was issued', async () => {
    const issue = (sheet?: 'form241' | 'a5' | 'a4') =>
      clerk.documents.issue({
        kind: 'depositReceipt',
        subjectId: receiptId,
        ...(sheet === undefined ? {} : { sheet }),
      });
    await expectRefusal(issue('a4'), 'SHEET_NOT_OFFERED');
    const { documentId } = await issue('a5');
    await desk.office.press.idle();
    const { document } = await clerk.documents.detail({ documentId });
    expect([document.sheet, document.pages]).toEqual(['a5', 3]);
    expect((await issue()).documentId).toBe(documentId);
    await expectRefusal(issue('form241'), 'SHEET_STANDS');
  });

  it('that are receipts bear the seal of money by one click, on every copy that is out and without it', async () => {
    const { documentId } = await clerk.documents.issue({ kind: 'depositReceipt', subjectId: receiptId });
    await desk.office.press.idle();
    await expectRefusal(clerk.seals.enterUsual({ documentId }), 'SEAL_COPIES_NOT_OUT');
    const { printId } = await clerk.documents.print({ documentId, printer: 'Keeper', copies: 1 });
    const result = { ok: true as const, jobName: 'Keeper-1', sha256: 'a'.repeat(64) };
    await clerk.documents.printed({ printId, result });
    expect(await clerk.seals.enterUsual({ documentId })).toEqual({ copies: 1 });
    const [use] = await clerk.seals.ofPaper({ documentId });
    expect(use).toMatchObject({ seal: 'finance', firstCopy: 1, copies: 1, keeper: '蒋雪梅', number: 'SJ-2026-0001' });
    await expectRefusal(clerk.seals.enterUsual({ documentId }), 'SEALED_ALREADY');
    await expectRefusal(clerk.seals.enterUsual({ documentId: await issueBook() }), 'SEAL_NOT_USUAL');
    await expectRefusal(desk.as('consultant', '赵敏').seals.enterUsual({ documentId }), 'FORBIDDEN');
  });

  it('mark each copy of a print, and call what comes after the last copy due a reprint', async () => {
    const documentId = await issueBook();
    const order = { documentId, printer: 'Keeper' };
    await expectRefusal(clerk.documents.print({ ...order, copies: 5 }), 'COPIES_LEFT');
    const first = await clerk.documents.print({ ...order, copies: 4 });
    expect(first).toMatchObject({ firstCopy: 1, reprint: false });
    const job = await clerk.documents.printJob({ printId: first.printId });
    expect(job).toMatchObject({ printer: 'Keeper', media: 'A4', title: '商品房认购书 RG-2026-0001' });
    const done = { ok: true as const, jobName: 'Keeper-1', sha256: job.sha256 };
    expect(await clerk.documents.printed({ printId: first.printId, result: done })).toEqual({ state: 'sent' });
    await expectRefusal(clerk.documents.printed({ printId: first.printId, result: done }), 'PRINT_JOB_DONE');
    await expectRefusal(clerk.documents.print({ ...order, copies: 1 }), 'REPRINT_REASON_MISSING');
    const lost = { reason: '客户遗失，补一份', earlier: { back: [], keptOut: 'lost' as const } };
    const again = await clerk.documents.print({ ...order, copies: 1, ...lost });
    expect(again).toMatchObject({ firstCopy: 5, reprint: true });
    const { document } = await clerk.documents.detail({ documentId });
    expect(document.prints.map(({ reprint, state }) => [reprint, state])).toEqual([
      [false, 'sent'],
      [true, 'queued'],
    ]);
  });

  it.skipIf(!has('pdftotext'))('carry the mark 补打 on a reprint and not before', async () => {
    const documentId = await issueBook();
    const print = async (copies: number) => {
      const purpose = { reason: '归档', earlier: { back: [], keptOut: 'valid' as const } };
      const { printId } = await clerk.documents.print({ documentId, printer: 'Keeper', copies, ...purpose });
      return textOf((await clerk.documents.printJob({ printId })).content);
    };
    const whole = await print(4);
    expect(whole).toContain('第4份/共4份');
    expect(whole).not.toContain('补打');
    expect(await print(1)).toContain('补打第1次');
  });

  it('leave a failed print to be ordered again without a mark', async () => {
    const documentId = await issueBook();
    const { printId } = await clerk.documents.print({ documentId, printer: 'Keeper', copies: 4 });
    await clerk.documents.printed({ printId, result: { ok: false, failure: '打印机脱机' } });
    const again = await clerk.documents.print({ documentId, printer: 'Keeper', copies: 4 });
    expect(again).toMatchObject({ firstCopy: 1, reprint: false });
  });

  it('give the pages of a job only to whoever ordered it', async () => {
    const documentId = await issueBook();
    const { printId } = await clerk.documents.print({ documentId, printer: 'Keeper', copies: 1 });
    await expectRefusal(desk.as('backOffice').documents.printJob({ printId }), 'FORBIDDEN');
  });

  it('are voided with a reason; the next issue keeps the number as another version', async () => {
    const documentId = await issueBook();
    const manager = desk.as('manager');
    const { document } = await manager.documents.detail({ documentId });
    await manager.documents.void({ documentId, version: document.version, reason: '买受人地址有误' });
    await expectRefusal(clerk.documents.print({ documentId, printer: 'Keeper', copies: 1 }), 'DOCUMENT_VOIDED');
    const next = (await clerk.documents.detail({ documentId: await issueBook() })).document;
    expect(next).toMatchObject({ number: 'RG-2026-0001', issueVersion: 2, state: 'issued' });
  });

  it('go with their record: a voided receipt takes its paper along', async () => {
    const { documentId } = await clerk.documents.issue({ kind: 'depositReceipt', subjectId: receiptId });
    await desk.office.press.idle();
    const cashier = desk.as('finance');
    await cashier.payments.voidReceipt({ receiptId, version: 1, reason: '金额录错' });
    const { document } = await clerk.documents.detail({ documentId });
    expect(document).toMatchObject({ state: 'voided', voidReason: '金额录错' });
  });

  it('are refused before the price is agreed', async () => {
    const consultant = desk.as('consultant');
    const [home = 0] = await buildHomes(desk, { name: '2栋' });
    const waiting = await subscribeHome(consultant, home, await buildBuyer(consultant));
    await expectRefusal(
      clerk.documents.issue({ kind: 'subscriptionBook', subjectId: waiting.subscriptionId }),
      'SUBSCRIPTION_NOT_APPROVED',
    );
  });

  it('that a crash left unsealed are finished when somebody resumes them', async () => {
    const { documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    // As a crash between the second and the third step leaves it.
    desk.office.database.client
      .prepare(`update documents set state = 'issuing', pdf_sha256 = null, pages = null where id = ?`)
      .run(documentId);
    expect(unsealedDocuments(readDb(desk.office.database))).toHaveLength(1);
    const { document } = await clerk.documents.detail({ documentId });
    expect(document.can).toMatchObject({ resume: true, print: { code: 'DOCUMENT_NOT_ISSUED' } });
    expect(await clerk.documents.resume({ documentId })).toEqual({ state: 'issued' });
  });

  it('hide from a stranger', async () => {
    const documentId = await issueBook();
    await expectRefusal(desk.stranger().documents.pages({ documentId }), 'UNAUTHENTICATED');
    await expectRefusal(desk.as('kiosk').documents.pages({ documentId }), 'FORBIDDEN');
  });
});
