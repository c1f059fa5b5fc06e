import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payLines, subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

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
});
