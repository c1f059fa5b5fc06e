import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approvedContract, payLines, printOriginal, sign } from '#tests/support/contract-desk.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { StubPress } from '#tests/support/print-world.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The copies of a paper', () => {
  let desk: TestOffice;
  let clerk: TestClient;
  let documentId: number;

  beforeEach(async () => {
    const press = new StubPress();
    desk = await testOffice({ press: () => press.port });
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const sold = await subscribeHome(consultant, home, await buildBuyer(consultant));
    await approve(desk, sold.approvalId);
    clerk = desk.as('backOffice', '蒋雪梅');
    ({ documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: sold.subscriptionId }));
    await desk.office.press.idle();
  });
  afterEach(() => desk.close());

  const order = (copies: number, reason = '') =>
    clerk.documents.print({ documentId, printer: 'Keeper', copies, reason, tray: 'Tray2' });
  const paper = async () => (await clerk.documents.detail({ documentId })).document;
  const sent = async (copies: number, reason = '') => {
    const { printId } = await order(copies, reason);
    const { sha256 } = await clerk.documents.printJob({ printId });
    await clerk.prints.start({ printId });
    await clerk.documents.printed({ printId, result: { ok: true, jobName: `Keeper-${printId}`, sha256 } });
    return printId;
  };

  it('are asked about after they went to the printer, and are all good with one word', async () => {
    const printId = await sent(4);
    const [job] = (await clerk.prints.list({ scope: 'open' })).jobs;
    expect(job).toMatchObject({ id: printId, state: 'sent', number: 'RG-2026-0001', firstCopy: 1, copies: 4 });
    expect(job).toMatchObject({ operator: '蒋雪梅', mine: true, here: true, tray: 'Tray2', can: { confirm: true } });
    expect(await clerk.prints.confirm({ printId })).toEqual({ state: 'printed', good: 4, spoiled: 0 });
    expect((await clerk.prints.list({ scope: 'open' })).jobs).toEqual([]);
    await expectRefusal(clerk.prints.confirm({ printId }), 'PRINT_JOB_DONE');
    const [done] = (await clerk.prints.list({ scope: 'all' })).jobs;
    expect(done).toMatchObject({ state: 'printed', confirmedBy: '蒋雪梅' });
  });

  it('are told with who each goes to, and how long the paper is kept, by the years that the office has set', async () => {
    const printId = await sent(4);
    await clerk.prints.confirm({ printId, spoiled: [{ copy: 1, reason: '卡纸' }] });
    const { holders, copies, keeping } = await clerk.documents.detail({ documentId });
    expect(holders).toEqual(['buyer', 'seller', 'seller', 'finance']);
    expect(copies[0]?.copies.map(({ copy, holder }) => [copy, holder])).toEqual([
      [1, null],
      [2, 'buyer'],
      [3, 'seller'],
      [4, 'seller'],
    ]);
    expect(keeping).toEqual({ rule: 'deal', contractYears: 10, cancelledYears: 3, moneyYears: 30 });
  });

  it('that are spoiled keep their number with the reason; another takes the place, marked as a reprint, and needs no other reason', async () => {
    const printId = await sent(4);
    await expectRefusal(clerk.prints.confirm({ printId, spoiled: [{ copy: 5, reason: '卡纸' }] }), 'COPY_NOT_OF_PRINT');
    await expectRefusal(
      clerk.prints.confirm({ printId, spoiled: [{ copy: 3, reason: '' }] }),
      'SPOILED_REASON_MISSING',
    );
    const said = await clerk.prints.confirm({ printId, spoiled: [{ copy: 3, reason: '卡纸' }] });
    expect(said).toEqual({ state: 'printed', good: 3, spoiled: 1 });
    expect(await paper()).toMatchObject({ copiesPrinted: 4, copiesOutside: 3, copiesToReplace: 1 });
    await expectRefusal(order(2), 'REPRINT_REASON_MISSING');
    expect(await order(1)).toMatchObject({ firstCopy: 5, reprint: true });
    const after = await paper();
    expect(after).toMatchObject({ copiesOutside: 4, copiesToReplace: 0 });
    expect(after.prints[0]?.spoiled).toEqual([{ copy: 3, reason: '卡纸' }]);
    await expectRefusal(
      clerk.prints.confirm({ printId, spoiled: [{ copy: 3, reason: '卡纸' }] }),
      'COPY_SPOILED_ALREADY',
    );
    expect(await clerk.prints.confirm({ printId, spoiled: [{ copy: 1, reason: '装订撕破' }] })).toMatchObject({
      good: 2,
    });
  });

  it('of a print that failed are tried again with their numbers, and the place of a spoiled one stays open meanwhile', async () => {
    const first = await sent(4);
    await clerk.prints.confirm({ printId: first, spoiled: [{ copy: 2, reason: '墨色不清' }] });
    const { printId } = await order(1);
    await clerk.documents.printed({ printId, result: { ok: false, failure: 'PRINTER_STOPPED' } });
    expect(await paper()).toMatchObject({ copiesToReplace: 1 });
    await expectRefusal(clerk.prints.confirm({ printId }), 'PRINT_NOT_OUT');
    expect(await clerk.prints.retry({ printId, printer: 'Other' })).toEqual({ state: 'queued', firstCopy: 5 });
    expect(await paper()).toMatchObject({ copiesToReplace: 0 });
    await expectRefusal(clerk.prints.retry({ printId, printer: 'Other' }), 'PRINT_NOT_FAILED');
    expect(await clerk.documents.printJob({ printId })).toMatchObject({ printer: 'Other', tray: '' });
  });

  it('that a later print has made meanwhile are not made again by the failed one', async () => {
    const { printId } = await order(2);
    await clerk.documents.printed({ printId, result: { ok: false, failure: 'PRINT_FAILED' } });
    expect(await order(2)).toMatchObject({ firstCopy: 1 });
    await expectRefusal(clerk.prints.retry({ printId, printer: 'Keeper' }), 'PRINT_NUMBERS_TAKEN');
    expect(await clerk.prints.cancel({ printId, reason: '已另打' })).toEqual({ state: 'cancelled' });
  });

  it('that wait can be cancelled with a reason, and not once they went to a printer', async () => {
    const { printId } = await order(4);
    expect(await clerk.prints.cancel({ printId, reason: '选错打印机' })).toEqual({ state: 'cancelled' });
    await expectRefusal(clerk.documents.printJob({ printId }), 'PRINT_JOB_DONE');
    const next = await sent(4);
    await expectRefusal(clerk.prints.cancel({ printId: next, reason: '不要了' }), 'PRINT_JOB_DONE');
    expect((await paper()).prints.map(({ state, firstCopy }) => [state, firstCopy])).toEqual([
      ['cancelled', 1],
      ['sent', 1],
    ]);
  });

  it('of which it is not known whether they came out are asked about at the next start, until somebody has looked', async () => {
    const { printId } = await order(4);
    await clerk.prints.start({ printId });
    await expectRefusal(clerk.prints.start({ printId }), 'PRINT_JOB_DONE');
    desk = await desk.restart();
    const next = desk.as('backOffice', '钱内勤');
    expect((await next.prints.list({ scope: 'open' })).jobs).toMatchObject([{ id: printId, state: 'sending' }]);
    expect(await next.prints.here({})).toMatchObject([{ id: printId, number: 'RG-2026-0001' }]);
    expect(await next.prints.nothingOut({ printId })).toEqual({ state: 'failed' });
    const { firstCopy } = await next.documents.print({ documentId, printer: 'Keeper', copies: 4 });
    expect(firstCopy).toBe(1);
  });

  it('that are out are explained when another is printed: these came back, the others stay out for a reason', async () => {
    const printId = await sent(4);
    await clerk.prints.confirm({ printId, spoiled: [{ copy: 2, reason: '墨色不清' }] });
    await sent(1);
    const reprint = { documentId, printer: 'Keeper', copies: 1, reason: '买受人遗失', sheetsLeft: 420 };
    const again = (back: number[], keptOut?: 'lost') =>
      clerk.documents.print({ ...reprint, earlier: { back, ...(keptOut === undefined ? {} : { keptOut }) } });
    await expectRefusal(clerk.documents.print(reprint), 'EARLIER_COPIES_OPEN');
    await expectRefusal(again([1, 3]), 'EARLIER_COPIES_OPEN');
    await expectRefusal(again([2], 'lost'), 'COPY_NOT_OUT');
    await again([3, 1], 'lost');
    const { document, copies } = await clerk.documents.detail({ documentId });
    expect(document.copiesOutside).toBe(3);
    expect(document.prints.at(-1)?.said).toEqual({ back: [1, 3], keptOut: 'lost', sheetsLeft: 420 });
    expect(copies[0]?.copies.map(({ state, keptOut }) => [state, keptOut])).toEqual([
      ['takenBack', null],
      ['spoiled', null],
      ['takenBack', null],
      ['good', 'lost'],
      ['sent', 'lost'],
      ['queued', null],
    ]);
    const [job] = (await clerk.prints.list({ scope: 'all' })).jobs;
    expect(job?.said).toEqual({ back: [1, 3], keptOut: 'lost', sheetsLeft: 420 });
    const late = clerk.prints.confirm({ printId, spoiled: [{ copy: 3, reason: '撕破' }] });
    await expectRefusal(late, 'COPY_NOT_OUT');
  });

  it('of a voided paper do not come out any more', async () => {
    const { printId } = await order(4);
    const { version } = await paper();
    await clerk.documents.void({ documentId, version, reason: '买受人地址有误' });
    await expectRefusal(clerk.prints.start({ printId }), 'DOCUMENT_VOIDED');
    await expectRefusal(clerk.documents.printJob({ printId }), 'DOCUMENT_VOIDED');
  });

  it('of papers of other people’s deals are not listed', async () => {
    await sent(4);
    const other = desk.as('consultant', '孙磊');
    expect((await other.prints.list({ scope: 'all' })).jobs).toEqual([]);
    expect((await desk.as('manager').prints.list({ scope: 'all' })).jobs).toHaveLength(1);
  });

  it('are sealed once they are on paper, which the register keeps: which copies, with what, what for, by whom', async () => {
    const use = { documentId, seal: 'company' as const, firstCopy: 1, copies: 2, purpose: '买受人要求加盖公章' };
    await expectRefusal(clerk.seals.enter(use), 'SEAL_COPIES_NOT_OUT');
    const printId = await sent(4);
    const { sealUseId } = await clerk.seals.enter(use);
    await expectRefusal(desk.as('consultant').seals.enter(use), 'FORBIDDEN');
    await clerk.prints.confirm({ printId, spoiled: [{ copy: 2, reason: '盖章后污损' }] });
    await expectRefusal(clerk.seals.enter({ ...use, firstCopy: 2, copies: 1 }), 'SEAL_COPIES_NOT_OUT');
    const day = localDate('2026-11-23');
    const [entry] = await clerk.seals.list({ from: day, to: day });
    expect(entry).toMatchObject({ id: sealUseId, number: 'RG-2026-0001', seal: 'company', firstCopy: 1, copies: 2 });
    expect(entry).toMatchObject({ keeper: '蒋雪梅', broughtBy: '蒋雪梅', spoiled: [2], can: { void: true } });
    await clerk.seals.void({ sealUseId, version: entry?.version ?? 0, reason: '登记错单据' });
    const [voided] = await clerk.seals.ofPaper({ documentId });
    expect(voided).toMatchObject({ voidReason: '登记错单据', can: { void: { code: 'SEAL_USE_VOIDED' } } });
    await expectRefusal(clerk.seals.void({ sealUseId, version: 2, reason: '再作废' }), 'SEAL_USE_VOIDED');
    expect(await clerk.seals.list({ from: localDate('2026-11-24'), to: localDate('2026-11-30') })).toEqual([]);
  });
});

describe('The seller’s seal on a contract', () => {
  it('is entered in the register with the seller’s signature, for each copy that is on paper and good', async () => {
    const desk = await testOffice();
    const deal = await approvedContract(desk);
    const documentId = await printOriginal(desk, deal.contractId);
    const clerk = desk.as('backOffice', '蒋雪梅');
    const [job] = (await clerk.prints.list({ scope: 'open' })).jobs;
    const printId = job?.id ?? 0;
    await clerk.prints.cancel({ printId, reason: '换打印机' });
    const again = await clerk.documents.print({ documentId, printer: 'Keeper', copies: 4 });
    const result = { ok: true as const, jobName: 'Keeper-1', sha256: 'a'.repeat(64) };
    await clerk.documents.printed({ printId: again.printId, result });
    await clerk.prints.confirm({ printId: again.printId, spoiled: [{ copy: 2, reason: '缺页' }] });
    await payLines(desk, deal, ['firstPayment', 'finalPayment']);
    await sign(desk, deal.contractId, 'buyer', deal.buyer);
    expect(await clerk.seals.ofPaper({ documentId })).toEqual([]);
    await sign(desk, deal.contractId, 'seller', null);
    const entries = await clerk.seals.ofPaper({ documentId });
    expect(entries.map(({ seal, firstCopy, copies }) => [seal, firstCopy, copies])).toEqual([
      ['contract', 1, 1],
      ['contract', 3, 2],
    ]);
    expect(entries[0]).toMatchObject({ purpose: '出卖人签章 HT-2026-0001', number: 'HT-2026-0001' });
    await desk.close();
  }, 180_000);
});
