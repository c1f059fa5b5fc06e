import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const reason = '解押申请 (2026) 江银抵 66 号';

describe('A home of a mortgaged building', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let home: number;
  let neighbour: number;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0, neighbour = 0] = await buildHomes(desk, { released: false });
    manager = desk.as('manager');
    await mortgage(true);
  });
  afterEach(() => desk.close());

  async function mortgage(mortgaged: boolean): Promise<void> {
    const [building] = (await manager.projects.detail({})).buildings;
    if (building === undefined) throw new Error('There is no building');
    const { id: buildingId, version, permitId, pricesPublishedOn, deliveryOn } = building;
    const facts = { buildingId, version, permitId, pricesPublishedOn, deliveryOn };
    await manager.projects.updateBuilding({ ...facts, mortgaged, lenderConsentOn: null });
  }
  const steps = async (unitId: number) => {
    const { can } = await manager.units.detail({ unitId });
    return (['requestDischarge', 'withdrawDischarge', 'discharge'] as const).filter((step) => can[step] === true);
  };
  const release = (unitId: number) => manager.units.release({ unitIds: [unitId] });

  it('is released by itself: the lender is asked, then it is free, and its neighbour is not', async () => {
    await expectRefusal(release(home), 'LENDER_CONSENT_MISSING');
    expect(await steps(home)).toEqual(['requestDischarge']);
    await expectRefusal(manager.units.discharge({ unitId: home, reason }), 'UNIT_NOT_MORTGAGED');
    await manager.units.requestDischarge({ unitId: home, reason });
    // Asked for is not released.
    await expectRefusal(release(home), 'LENDER_CONSENT_MISSING');
    expect(await steps(home)).toEqual(['withdrawDischarge', 'discharge']);
    await manager.units.discharge({ unitId: home, reason });
    await release(home);
    await expectRefusal(release(neighbour), 'LENDER_CONSENT_MISSING');
    const { history, cell } = await manager.units.detail({ unitId: home });
    expect(cell.encumbrance).toBe('discharged');
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['dischargeAsked', 'discharged']));
  });

  it('stays under the mortgage when the request is taken back, and is free once its building is', async () => {
    await manager.units.requestDischarge({ unitId: home, reason });
    await manager.units.withdrawDischarge({ unitId: home, reason: '暂不办理' });
    expect(await steps(home)).toEqual(['requestDischarge']);
    await mortgage(false);
    expect(await steps(home)).toEqual([]);
    await release(home);
  });

  it('is released by whoever answers for the building, and by nobody else', async () => {
    expect((await desk.as('consultant').units.detail({ unitId: home })).can['requestDischarge']).toBeUndefined();
    await expectRefusal(desk.as('consultant').units.requestDischarge({ unitId: home, reason }), 'FORBIDDEN');
    await mortgage(false);
    await expectRefusal(manager.units.requestDischarge({ unitId: home, reason }), 'UNIT_NOT_MORTGAGED');
  });
});
