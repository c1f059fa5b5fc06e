import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

describe('A deposit on the city’s table of a building', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let homes: number[];
  let buyer: number;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk);
    consultant = desk.as('consultant', '赵敏');
    buyer = await buildBuyer(consultant);
  });
  afterEach(() => desk.close());

  const showDeposits = () =>
    desk.as('manager').settings.set({
      key: 'registryShowsDeposits',
      value: true,
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '楼盘表',
    });
  const paidDeal = async () => {
    const { subscriptionId, approvalId } = await subscribeHome(consultant, homes[0] ?? 0, buyer);
    await approve(desk, approvalId);
    return { subscriptionId, ...(await takeDeposit(desk, subscriptionId, buyer)) };
  };
  const shown = async (home: number) => (await consultant.units.detail({ unitId: homes[home] ?? 0 })).legalState;

  it('is shown with the last of it, and no more once a receipt of it is void', async () => {
    await showDeposits();
    const { receiptId } = await paidDeal();
    expect(await shown(0)).toBe('depositPaid');
    await desk.as('manager').payments.voidReceipt({ receiptId, version: 1, reason: '付款人写错' });
    expect(await shown(0)).toBe('saleable');
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('is taken back before the home of a deal that ends is on sale again', async () => {
    await showDeposits();
    const { subscriptionId } = await paidDeal();
    const deposit = (await consultant.subscriptions.detail({ subscriptionId })).row.depositDue;
    const ask = { kind: 'cancellation', cause: 'buyer', keep: deposit } as const;
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(desk.as('manager'), changeId);
    expect((await consultant.subscriptions.detail({ subscriptionId })).row.state).toBe('cancelled');
    expect(await shown(0)).toBe('saleable');
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('goes along when the deal moves to another home', async () => {
    await showDeposits();
    const { subscriptionId } = await paidDeal();
    const ask = {
      kind: 'unitChange' as const,
      unitId: homes[1] ?? 0,
      adjustments: [],
      planCode: 'lumpSum',
      mortgageDisclosed: false,
    };
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(desk.as('manager'), changeId);
    if ((await consultant.changes.detail({ changeId })).row.state === 'approved')
      await consultant.changes.execute(await changeSeen(consultant, changeId));
    expect([await shown(0), await shown(1)]).toEqual(['saleable', 'depositPaid']);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('is not shown where the city shows none', async () => {
    await paidDeal();
    expect(await shown(0)).toBe('saleable');
  });
});
