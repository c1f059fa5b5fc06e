import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permits } from '#db/schema/inventory.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const order = {
  court: '渝中区人民法院',
  paperNo: '(2026)渝0103执保88号',
  fromOn: '2026-11-20',
  untilOn: null,
} as const;

describe('A home that a court has seized', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(() => desk.close());

  const seize = (unitId: number) => desk.as('warrantOfficer').units.seize({ unitId, ...order });
  const lift = (unitId: number) => desk.as('warrantOfficer').units.liftSeizure({ unitId, reason: '解封裁定' });
  const agreedDeal = async () => {
    const [unitId = 0] = await buildHomes(desk);
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, unitId, buyer);
    await approve(desk, approvalId);
    return { unitId, buyer, subscriptionId };
  };

  it('takes no deposit until the seizure is lifted, and says so before anybody counts the money', async () => {
    const { unitId, buyer, subscriptionId } = await agreedDeal();
    await seize(unitId);
    const cashier = desk.as('backOffice');
    const { can } = await cashier.subscriptions.detail({ subscriptionId });
    expect(can['receiveMoney']).toMatchObject({ code: 'UNIT_SEIZED', params: { article: 'urbanRealEstate38' } });
    await expectRefusal(takeDeposit(desk, subscriptionId, buyer), 'UNIT_SEIZED');
    await lift(unitId);
    expect(await takeDeposit(desk, subscriptionId, buyer)).toMatchObject({ state: 'depositComplete' });
  });

  it('takes not even a part of a deposit under a permit that has ended', async () => {
    const { buyer, subscriptionId } = await agreedDeal();
    await desk.office.corridor.act({
      procedure: 'tests.endPermit',
      run: ({ db, tx, happened }) => {
        const id = db.select({ id: permits.id }).from(permits).get()?.id ?? 0;
        tx.update(permits, id, { validTo: localDate('2026-11-22') });
        happened({ kind: 'permitChanged', noun: 'permits', id });
      },
    });
    const cashier = desk.as('backOffice');
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    const part = { subscriptionId, version, item: 'deposit', method: 'transfer', amount: 1_000_000 } as const;
    const { code } = await refusalOf(cashier.payments.receive({ ...part, payerId: buyer, reference: '0000123' }));
    expect(code).toBe('PERMIT_EXPIRED');
  });
});
