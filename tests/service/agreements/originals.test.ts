import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { agreementSeen, approvedAgreement, printAgreement, signAgreementByAll } from '#tests/support/agreement-desk.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { fileContract, seen } from '#tests/support/contract-desk.ts';
import { distributedContract, paperCameOut, proposedGroups } from '#tests/support/custody.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { canDrawPages } from '#tests/support/page-codes.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';
import { jpegSheets, jpegStack } from '#tests/support/scanned.ts';

type Deal = Awaited<ReturnType<typeof distributedContract>>;

describe('The originals of agreements about a contract', () => {
  let desk: TestOffice;
  let deal: Deal;
  beforeEach(async () => {
    desk = await testOffice();
    deal = await distributedContract(desk);
  });
  afterEach(() => desk.close());

  async function printedAgreement(ask: ChangeAsk) {
    const { changeId } = await askFor(deal.consultant, deal.subscriptionId, ask);
    await decideChange(desk.as(ask.kind === 'termsChange' ? 'manager' : 'director'), changeId);
    const agreement = await approvedAgreement(desk, changeId);
    const documentId = await printAgreement(desk, agreement.agreementId);
    await paperCameOut(desk, () => documentId);
    return { ...agreement, changeId, documentId };
  }
  const otherDelivery: ChangeAsk = {
    kind: 'termsChange',
    fields: { deliveryOn: localDate('2028-12-31') },
    clauses: [],
  };
  const theEnd: ChangeAsk = { kind: 'cancellation', cause: 'nobody', keep: ZERO_FEN };

  it('are followed copy by copy for the same keepers as the contract, once all have signed', async () => {
    const { contractId, backOffice } = deal;
    const { agreementId, number, documentId } = await printedAgreement(otherDelivery);
    expect((await backOffice.custody.ofContract({ contractId })).open).toEqual([]);
    await signAgreementByAll(desk, agreementId);
    const { open } = await backOffice.custody.ofContract({ contractId });
    expect(open.map((copy) => [copy.paper, copy.number, copy.copyNo, copy.holder])).toEqual([
      ['supplementAgreement', number, 1, 'buyer'],
      ['supplementAgreement', number, 2, 'seller'],
      ['supplementAgreement', number, 3, 'seller'],
      ['supplementAgreement', number, 4, 'registry'],
    ]);
    const asked = async () =>
      (await backOffice.tasks.today({})).tasks.filter(({ kind }) => kind === 'originalsToDistribute');
    expect(await asked()).toMatchObject([{ noun: 'contracts', subjectId: contractId, params: { number } }]);
    await backOffice.custody.distribute({ contractId, groups: await proposedGroups(backOffice, contractId) });
    expect(await asked()).toEqual([]);
    const { copies } = await backOffice.custody.ofContract({ contractId });
    expect(copies.filter((copy) => copy.number === number).map(({ place }) => place)).toEqual([
      'buyer',
      'backOffice',
      'backOffice',
      'warrants',
    ]);
    expect(await backOffice.seals.ofPaper({ documentId })).toMatchObject([
      { seal: 'contract', firstCopy: 1, copies: 4 },
    ]);
    expectReplayed(desk);
  });

  it('go into the box with the contract, and it stays open until they are there', async () => {
    const { contractId, backOffice } = deal;
    const { agreementId } = await printedAgreement(otherDelivery);
    await signAgreementByAll(desk, agreementId);
    const linesOf = async () => (await backOffice.custody.ofContract({ contractId })).set;
    expect(await linesOf()).toContainEqual({ paper: 'agreements', complete: false });
    await backOffice.custody.distribute({ contractId, groups: await proposedGroups(backOffice, contractId) });
    expect(await linesOf()).toContainEqual({ paper: 'agreements', complete: true });
  });

  it('are handed on in the same way where they end the contract', async () => {
    const { contractId, backOffice } = deal;
    const { agreementId, number } = await printedAgreement(theEnd);
    await signAgreementByAll(desk, agreementId);
    await backOffice.custody.distribute({ contractId, groups: await proposedGroups(backOffice, contractId) });
    const { copies } = await backOffice.custody.ofContract({ contractId });
    expect(copies.filter((copy) => copy.number === number)).toMatchObject([
      { paper: 'terminationAgreement', holder: 'buyer', place: 'buyer' },
      { holder: 'seller' },
      { holder: 'seller' },
      { holder: 'registry' },
    ]);
  });

  it('are signed and collected by nobody for a buyer without a power, as the contract is', async () => {
    const { contractId, backOffice, buyer } = deal;
    const { agreementId } = await printedAgreement(otherDelivery);
    const signing = async (byProxy: boolean) =>
      backOffice.agreements.sign({
        ...(await agreementSeen(backOffice, agreementId)),
        ...{ party: 'buyer', customerId: buyer, byProxy },
      });
    await expectRefusal(signing(true), 'AGENT_NOT_NAMED');
    await signAgreementByAll(desk, agreementId);
    const groups = (await proposedGroups(backOffice, contractId)).map((one) =>
      one.place === 'buyer' ? { ...one, byProxy: true } : one,
    );
    await expectRefusal(backOffice.custody.distribute({ contractId, groups }), 'AGENT_NOT_NAMED');
  });

  it.runIf(canDrawPages)('file themselves when they are scanned, and say which pages are missing', async () => {
    const { backOffice } = deal;
    const { agreementId, documentId } = await printedAgreement(otherDelivery);
    await signAgreementByAll(desk, agreementId);
    const { content } = await backOffice.documents.pages({ documentId });
    const sheets = jpegSheets(Buffer.from(content, 'base64'));
    expect((await backOffice.scans.ofPaper({ documentId })).missing).toHaveLength(sheets.length);
    const file = { name: '扫描.pdf', content: await jpegStack(sheets) };
    expect(await backOffice.scans.take({ file })).toMatchObject({ filed: sheets.length, waiting: 0 });
    expect((await backOffice.scans.ofPaper({ documentId })).missing).toEqual([]);
  });

  it('bring those who file to the registry until it is told, in the days of the city pack', async () => {
    const { contractId } = deal;
    await fileContract(desk, contractId);
    const { agreementId } = await printedAgreement(otherDelivery);
    await signAgreementByAll(desk, agreementId);
    const warrants = desk.as('warrantOfficer');
    const asked = async () => (await warrants.tasks.today({})).tasks.filter(({ kind }) => kind === 'agreementToRefile');
    expect(await asked()).toMatchObject([{ noun: 'agreements', subjectId: agreementId, dueOn: '2026-12-23' }]);
    await warrants.agreements.refile({
      ...(await agreementSeen(warrants, agreementId)),
      ...{ number: 'BG20261123001', refiledOn: localDate('2026-11-23') },
    });
    expect(await asked()).toEqual([]);
  });

  it('bring them there to cancel the filing of a contract that has ended', async () => {
    const { contractId } = deal;
    await fileContract(desk, contractId);
    const { agreementId } = await printedAgreement(theEnd);
    await signAgreementByAll(desk, agreementId);
    const warrants = desk.as('warrantOfficer');
    const asked = async () => (await warrants.tasks.today({})).tasks.filter(({ kind }) => kind === 'filingToCancel');
    expect(await asked()).toMatchObject([{ noun: 'contracts', subjectId: contractId, dueOn: '2026-12-23' }]);
    await warrants.contracts.cancelFiling({
      ...(await seen(warrants, contractId)),
      ...{ number: 'CX-20261123-01', cancelledOn: localDate('2026-11-23') },
    });
    expect(await asked()).toEqual([]);
  });
});
