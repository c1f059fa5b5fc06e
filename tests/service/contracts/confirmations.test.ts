import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { units } from '#db/schema/inventory.ts';
import type { SettingKey } from '#shared/domain/settings/registry.ts';
import {
  draftedContract,
  explainTerms,
  fillIn,
  passReview,
  seen,
  submittedContract,
} from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('What the check of a contract asks the records of the office', () => {
  let desk: TestOffice;
  let manager: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
  });
  afterEach(() => desk.close());

  const set = (key: SettingKey, value: unknown) =>
    manager.settings.set({ key, value: value as never, effectiveFrom: '2026-11-23' as never, sourceNote: '测试依据' });
  async function found(person: TestClient, contractId: number): Promise<string[]> {
    const { preflight } = await person.contracts.detail({ contractId });
    return [...preflight.open, ...preflight.warnings].map(({ problem }) => problem);
  }
  async function filled() {
    const deal = await draftedContract(desk);
    await fillIn(deal.consultant, deal.contractId);
    return deal;
  }

  it('P12: the registry table shows the unit under a permit', async () => {
    const { consultant, contractId, unitId } = await filled();
    expect(await found(consultant, contractId)).not.toContain('unitNotCovered');
    await desk.office.corridor.act({
      procedure: 'tests.uncover',
      run: ({ tx, happened }) => {
        tx.update(units, unitId, { legalState: 'notCovered' });
        happened({ kind: 'buildingChanged', noun: 'units', id: unitId });
      },
    });
    expect(await found(consultant, contractId)).toContain('unitNotCovered');
  });

  it('P22: heating, gas and the day of the facilities come from the settings', async () => {
    await set('facilityOffers', { heating: true, gas: true });
    const { consultant, contractId } = await filled();
    const { draft } = await consultant.contracts.detail({ contractId });
    expect([draft.fields.heatingOffered, draft.given.includes('heatingOffered')]).toEqual(['yes', true]);
    await set('facilityOffers', { heating: false, gas: false });
    expect(await found(consultant, contractId)).toContain('facilityNotAsOffered');
    expect(await found(consultant, contractId)).not.toContain('facilityAfterPlanning');
    await set('facilitiesPlanned', { dueOn: '2026-12-01' });
    expect(await found(consultant, contractId)).toContain('facilityAfterPlanning');
  });

  it('P23: article 21 follows the recorded management, and says where none is recorded', async () => {
    const { consultant, contractId } = await filled();
    expect(await found(consultant, contractId)).toContain('managementNotRecorded');
    await set('earlyManagement', { company: '渝澄物业', from: '2028-01-01', to: '2031-01-01', feeKind: 'commission' });
    await set('propertyFee', { home: 310, otherUse: 0 });
    const { draft } = await consultant.contracts.detail({ contractId });
    const { managementCompany, managementFrom, managementFeeKind, managementFee } = draft.fields;
    expect([managementCompany, managementFrom, managementFeeKind, managementFee]).toEqual([
      '渝澄物业',
      '2028-01-01',
      'commission',
      310,
    ]);
    expect(await found(consultant, contractId)).not.toContain('managementNotRecorded');
    const version = await seen(consultant, contractId);
    await expectRefusal(
      consultant.contracts.edit({ ...version, changes: { fields: { managementCompany: '别的物业' } } }),
      'CONTRACT_FIELD_GIVEN',
    );
  });

  it('P26 and P29: where purchases are limited each buyer has a certificate of his own, bound in', async () => {
    const { consultant, contractId, buyer } = await filled();
    expect(await found(consultant, contractId)).not.toContain('eligibilityMissing');
    await set('purchaseLimits', { home: true, otherUse: false });
    const asked = await found(consultant, contractId);
    expect(asked).toEqual(expect.arrayContaining(['eligibilityMissing', 'eligibilityNotAttached']));
    await expectRefusal(consultant.contracts.submit(await seen(consultant, contractId)), 'PREFLIGHT_OPEN');
    const certificate = {
      number: 'CX-20261123-01',
      checkedOn: '2026-11-23' as never,
      validUntil: null,
      name: '欧阳询',
      identityNumber: '999999199001010000',
    };
    const enter = async (change: object) =>
      consultant.contracts.edit({
        ...(await seen(consultant, contractId)),
        changes: {
          eligibility: { customerId: buyer, certificate: { ...certificate, ...change } },
          annexes: { eligibilityPapers: true },
        },
      });
    await enter({});
    expect(await found(consultant, contractId)).toContain('eligibilityDiffers');
    await consultant.customers.reveal({ customerId: buyer, reason: 'checkIdentity' });
    const { identityNumber } = await consultant.customers.revealed({ customerId: buyer });
    await enter({ identityNumber: identityNumber ?? '' });
    expect(await found(consultant, contractId)).toEqual(['weightyTermsNotShown', 'managementNotRecorded']);
    const { draft } = await consultant.contracts.detail({ contractId });
    expect(draft.buyers[0]?.eligibility).toMatchObject({ number: 'CX-20261123-01' });
    expect(draft.buyers[0]?.eligibility?.identityNumber).toContain('*');
    await consultant.contracts.submit(await seen(consultant, contractId));
    expectReplayed(desk);
  });

  it('P35: the maintenance fund is asked for where the city does, and its voucher answers', async () => {
    const { consultant, contractId } = await filled();
    await set('maintenanceFundFirst', true);
    expect(await found(consultant, contractId)).toContain('maintenanceFundOpen');
    const pay = async (paidOn: string) =>
      consultant.contracts.recordFund({
        ...(await seen(consultant, contractId)),
        payment: { paidOn: paidOn as never, voucher: 'WX-0007' },
      });
    await expectRefusal(pay('2026-11-24'), 'FUND_DAY_WRONG');
    await pay('2026-11-23');
    expect(await found(consultant, contractId)).not.toContain('maintenanceFundOpen');
    const { confirmations } = await consultant.contracts.detail({ contractId });
    expect(confirmations).toMatchObject({ fundAsked: true, maintenanceFund: { voucher: 'WX-0007' } });
    expectReplayed(desk);
  });

  it('P36: the final print waits until the buyers were told, and again once the terms changed', async () => {
    const { consultant, contractId } = await filled();
    await explainTerms(consultant, contractId);
    const told = await consultant.contracts.detail({ contractId });
    expect(told.confirmations.weightyTerms).toMatchObject({ on: '2026-11-23', current: true });
    await consultant.contracts.edit({
      ...(await seen(consultant, contractId)),
      changes: { fields: { repairDays: 45 } },
    });
    expect(await found(consultant, contractId)).toContain('weightyTermsNotShown');
    await consultant.contracts.submit(await seen(consultant, contractId));
    await passReview(desk, contractId);
    const backOffice = desk.as('backOffice');
    const issue = () => backOffice.documents.issue({ kind: 'saleContract', subjectId: contractId });
    await expectRefusal(issue(), 'WEIGHTY_TERMS_NOT_SHOWN');
    // Told after the review: what was reviewed is unchanged.
    await explainTerms(consultant, contractId);
    await issue();
    await desk.office.press.idle();
    expectReplayed(desk);
  });

  it('confirms nothing any more on a contract that was dropped', async () => {
    const { consultant, contractId } = await submittedContract(desk);
    await manager.contracts.drop({ ...(await seen(manager, contractId)), reason: '客户改签' });
    await expectRefusal(explainTerms(consultant, contractId), 'NOT_IN_THIS_STATE');
  });
});
