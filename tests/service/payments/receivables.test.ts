import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { ledgerData } from '#electron/server/documents/ledger-data.ts';
import { payLines, subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('The list of receivables of a deal', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('follows the payments: the newer one takes the place of the older, and only whoever sees the deal has one', async () => {
    const { subscriptionId, buyer } = await subscribedHome(desk);
    const backOffice = desk.as('backOffice');
    const issue = () => backOffice.documents.issue({ kind: 'receivablesList', subjectId: subscriptionId });
    const first = await issue();
    await desk.office.press.idle();
    expect((await issue()).documentId).toBe(first.documentId);
    await payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment']);
    const second = await issue();
    await desk.office.press.idle();
    expect(second.documentId).not.toBe(first.documentId);
    const { document } = await backOffice.documents.detail({ documentId: second.documentId });
    expect(document).toMatchObject({ number: 'YS-RG-2026-0001', issueVersion: 2, state: 'issued' });
    expect((await backOffice.documents.detail({ documentId: first.documentId })).document.state).toBe('voided');
    const consultant = desk.as('consultant', '外人');
    const foreign = consultant.documents.issue({ kind: 'receivablesList', subjectId: subscriptionId });
    expect(await refusalOf(foreign)).toMatchObject({ code: 'DEAL_OF_OTHER' });
  });

  it('takes the sheet that somebody chooses, keeps it until another is chosen, and refuses one it isn’t printed on', async () => {
    const { subscriptionId } = await subscribedHome(desk);
    const backOffice = desk.as('backOffice');
    const issue = async (sheet?: 'a4' | 'a5' | 'form241') => {
      const chosen = sheet === undefined ? {} : { sheet };
      const { documentId } = await backOffice.documents.issue({
        ...{ kind: 'receivablesList', subjectId: subscriptionId, ...chosen },
      });
      await desk.office.press.idle();
      return (await backOffice.documents.detail({ documentId })).document;
    };
    const usual = await issue();
    expect([usual.sheet, usual.state]).toEqual(['a4', 'issued']);
    expect((await issue('a4')).id).toBe(usual.id);
    const small = await issue('a5');
    expect([small.sheet, small.issueVersion]).toEqual(['a5', 2]);
    expect((await issue()).id).toBe(small.id);
    const { printId } = await backOffice.documents.print({ documentId: small.id, printer: 'HP-A5', copies: 1 });
    expect((await backOffice.documents.printJob({ printId })).media).toBe('A5');
    expect(await refusalOf(issue('form241'))).toMatchObject({ code: 'SHEET_NOT_OFFERED' });
    expectReplayed(desk);
  });
});

describe('The ledger of a deal', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('says what came in, from whom and on which lines, and where the money of a loan comes from', async () => {
    const { subscriptionId, buyer } = await subscribedHome(desk, desk.as('consultant'), [], 'mortgage');
    await payLines(desk, { subscriptionId, buyer }, ['firstPayment']);
    const finance = desk.as('finance');
    const { documentId } = await finance.documents.issue({ kind: 'dealLedger', subjectId: subscriptionId });
    await desk.office.press.idle();
    const { document, differences } = await finance.documents.detail({ documentId });
    expect(differences).toBeNull();
    expect(document).toMatchObject({ number: 'TZ-RG-2026-0001', state: 'issued', sheet: null });
    const ledger = await desk.office.corridor.act({
      procedure: 'tests.readLedger',
      run: (context) => {
        const row = subscriptionById(context.db, subscriptionId);
        if (row === undefined) throw new Error('No deal');
        return ledgerData({ ...context, actor: { name: '财务' } }, row);
      },
    });
    expect(ledger.receipts.map(({ item, lines, gone }) => [item, lines, gone])).toEqual([
      ['定金', [1], ''],
      ['首付款', [2], ''],
    ]);
    const [, first, loan] = ledger.rows;
    expect([first?.open, first?.loan]).toEqual([0, null]);
    expect(loan?.loan).toMatchObject({ kind: '商业贷款', lender: '', stands: '未立贷款事项' });
    expectReplayed(desk);
  });
});
