import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#shared/kernel/local-date.ts';
import { agreementSeen, approvedAgreement, printAgreement, signAgreementByAll } from '#tests/support/agreement-desk.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { fileContract, seen, signedContract } from '#tests/support/contract-desk.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

type Signed = Awaited<ReturnType<typeof signedContract>>;

describe('A signed contract is changed by a supplementary agreement', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** A consultant asks for other terms of the contract, and whoever decides agrees. */
  async function termsAgreed({ consultant, subscriptionId }: Signed, clauses: string[] = []) {
    const ask = { kind: 'termsChange', fields: { deliveryOn: localDate('2028-12-31') }, clauses } as const;
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(desk.as('manager'), changeId);
    return changeId;
  }

  it('moves the day of delivery with the last signature, on its day, and says so on the contract', async () => {
    const deal = await signedContract(desk);
    const manager = desk.as('manager');
    const before = await manager.contracts.detail({ contractId: deal.contractId });
    const changeId = await termsAgreed(deal, ['出卖人应当在交付前三十日书面通知买受人。']);
    const waiting = await manager.changes.detail({ changeId });
    expect(waiting.row.state).toBe('approved');
    expect(waiting.openPoints.map(({ code }) => code)).toEqual(['SUPPLEMENT_NOT_IN_FORCE']);

    const { agreementId, number } = await approvedAgreement(desk, changeId);
    expect(number).toMatch(/^BX-2026-\d{4}$/);
    await printAgreement(desk, agreementId);
    const unsigned = await manager.contracts.detail({ contractId: deal.contractId });
    expect(unsigned.draft.fields.deliveryOn).toBe(before.draft.fields.deliveryOn);
    desk.clock.advance(86_400_000);
    await signAgreementByAll(desk, agreementId);

    // Their windows were locked overnight.
    const later = desk.as('manager');
    const after = await later.contracts.detail({ contractId: deal.contractId });
    expect(after.draft.fields.deliveryOn).toBe('2028-12-31');
    expect(after.row.state).toBe('signed');
    expect(after.agreements).toMatchObject([
      {
        number,
        kind: 'supplement',
        position: 1,
        state: 'inForce',
        signedOn: '2026-11-24',
        refileBy: null,
        amendments: [
          { what: 'field', field: 'deliveryOn', before: before.draft.fields.deliveryOn, after: '2028-12-31' },
        ],
      },
    ]);
    expect(after.history.map(({ kind }) => kind)).toContain('agreementInForce');
    expect((await later.changes.detail({ changeId })).row.state).toBe('executed');
  });

  it('lets a spouse in once all have signed: who bought, who comes in, and the seller last', async () => {
    const deal = await signedContract(desk);
    const { consultant } = deal;
    const spouse = await buildBuyer(consultant, '欧阳静');
    const { changeId } = await askFor(consultant, deal.subscriptionId, {
      kind: 'nameChange',
      buyers: [
        { customerId: deal.buyer, sharePpm: 500_000 },
        { customerId: spouse, sharePpm: 500_000 },
      ],
      relation: 'other',
      proof: 'none',
      consent: true,
    });
    await decideChange(desk.as('director'), changeId);
    const { agreementId } = await approvedAgreement(desk, changeId);
    await printAgreement(desk, agreementId);
    const backOffice = desk.as('backOffice');
    const { signing } = await backOffice.agreements.detail({ agreementId });
    expect(signing.map(({ party, customerId }) => [party, customerId])).toEqual([
      ['buyer', deal.buyer],
      ['buyer', spouse],
      ['seller', null],
    ]);
    const early = { ...(await agreementSeen(backOffice, agreementId)), party: 'seller', customerId: null } as const;
    await expectRefusal(backOffice.agreements.sign({ ...early, byProxy: false }), 'SIGNING_OUT_OF_ORDER');
    await signAgreementByAll(desk, agreementId);
    const { draft } = await backOffice.contracts.detail({ contractId: deal.contractId });
    expect(draft.buyers.map(({ customerId, sharePpm }) => [customerId, sharePpm])).toEqual([
      [deal.buyer, 500_000],
      [spouse, 500_000],
    ]);
    expect(draft.ownership).toBe('byShares');
    expect((await consultant.customers.detail({ customerId: spouse })).customer.state).toBe('signed');
  });

  it('waits with a change of names until the filing is cancelled, and files anew in time afterwards', async () => {
    const deal = await signedContract(desk);
    await fileContract(desk, deal.contractId);
    const { consultant } = deal;
    const warrants = desk.as('warrantOfficer');
    await expectRefusal(
      warrants.contracts.cancelFiling({
        ...(await seen(warrants, deal.contractId)),
        number: 'CX-20261123-01',
        cancelledOn: localDate('2026-11-23'),
      }),
      'FILING_CANCEL_WITHOUT_CHANGE',
    );
    const friend = await buildBuyer(consultant, '尉迟安');
    const { changeId } = await askFor(consultant, deal.subscriptionId, {
      kind: 'nameChange',
      buyers: [{ customerId: friend, sharePpm: 1_000_000 }],
      relation: 'other',
      proof: 'none',
      consent: true,
    });
    await decideChange(desk.as('director'), changeId);
    const { agreementId } = await approvedAgreement(desk, changeId);
    await printAgreement(desk, agreementId);
    const backOffice = desk.as('backOffice');
    const first = { party: 'buyer', customerId: deal.buyer, byProxy: false } as const;
    await expectRefusal(
      backOffice.agreements.sign({ ...(await agreementSeen(backOffice, agreementId)), ...first }),
      'FILING_NOT_CANCELLED',
    );
    await warrants.contracts.cancelFiling({
      ...(await seen(warrants, deal.contractId)),
      number: 'CX-20261123-01',
      cancelledOn: localDate('2026-11-23'),
    });
    await signAgreementByAll(desk, agreementId);
    const signed = await backOffice.contracts.detail({ contractId: deal.contractId });
    expect(signed.row).toMatchObject({ state: 'signed', filingNumber: '', buyers: '尉迟安' });
    expect(signed.agreements[0]).toMatchObject({ state: 'inForce', refileBy: '2026-12-23', refiledOn: null });
    await fileContract(desk, deal.contractId);
    const filed = await backOffice.contracts.detail({ contractId: deal.contractId });
    expect(filed.agreements[0]).toMatchObject({ refiledOn: '2026-11-23' });
  });

  it('is refused what the law strikes out, what belongs to another change, and what breaks the contract check', async () => {
    const deal = await signedContract(desk);
    const { consultant } = deal;
    const asks = async (ask: Parameters<typeof askFor>[2]) => {
      const { refusals } = await consultant.changes.simulate({ subscriptionId: deal.subscriptionId, ask, signers: [] });
      return refusals.map(({ code }) => code);
    };
    const terms = (fields: object, clauses: string[] = []) => ({ kind: 'termsChange', fields, clauses }) as const;
    expect(await asks(terms({}))).toEqual(['CHANGE_NOTHING']);
    expect(await asks(terms({}, ['广告、沙盘仅供参考，不作为合同依据。']))).toEqual(['AGREEMENT_CLAUSE_VOID']);
    expect(await asks(terms({ total: 100 }))).toContain('CONTRACT_FIELD_NOT_AMENDABLE');
    expect(await asks(terms({ noticeDays: 1 }))).toEqual(['AMENDMENT_BREAKS_RULE']);
    await expectRefusal(
      consultant.changes.simulate({
        subscriptionId: deal.subscriptionId,
        ask: { kind: 'signingExtension', signBy: localDate('2026-12-30') },
        signers: [],
      }),
      'CHANGE_AFTER_SIGNING',
    );
  });

  it('is looked through by somebody else, voids its old copies when it is corrected, and falls away with its change', async () => {
    const deal = await signedContract(desk);
    const changeId = await termsAgreed(deal);
    const manager = desk.as('manager');
    const { agreementId } = await manager.agreements.draft({ changeId });
    await expectRefusal(manager.agreements.draft({ changeId }), 'AGREEMENT_DRAFTED');
    await manager.agreements.submit(await agreementSeen(manager, agreementId));
    await expectRefusal(
      manager.agreements.approve({ ...(await agreementSeen(manager, agreementId)), opinion: '' }),
      'OWN_WORK',
    );
    const director = desk.as('director');
    await director.agreements.approve({ ...(await agreementSeen(director, agreementId)), opinion: '一致' });
    const documentId = await printAgreement(desk, agreementId);
    const { document } = await manager.documents.detail({ documentId });
    expect(document.copiesOutside).toBe(document.copiesDue);
    await manager.agreements.correct({ ...(await agreementSeen(manager, agreementId)), reason: '约定写漏' });
    expect((await manager.documents.detail({ documentId })).document.state).toBe('voided');
    expect((await manager.agreements.detail({ agreementId })).copiesOutstanding).toBe(document.copiesDue);
    const { version } = await manager.changes.detail({ changeId });
    await manager.changes.withdraw({ changeId, version, reason: '客户改变主意' });
    expect((await manager.agreements.detail({ agreementId })).row.state).toBe('dropped');
  });
});
