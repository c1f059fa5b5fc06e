import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, plainTerms } from '#tests/support/deal-builders.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

describe('Homes of a launch that is picking', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let consultant: TestClient;
  let homes: number[];
  let customerId: number;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    manager = desk.as('manager');
    consultant = desk.as('consultant', '赵敏');
    customerId = await buildBuyer(consultant);
  });
  afterEach(() => desk.close());

  /** A launch with one who is drawn; `begin` calls their group up. */
  async function drawnLaunch(releaseId?: number) {
    const { launchId, desks } = await openLaunch(manager, releaseId === undefined ? {} : { releaseId });
    await consultant.intents.register({ launchId, customerId, wishes: [] });
    await drawLaunch(desk, launchId);
    return { launchId, deskId: desks[0] ?? 0, begin: () => manager.launches.callGroup({ launchId }) };
  }

  const lock = (unitId: number) => consultant.units.lock({ unitId });
  const hold = (unitId: number) =>
    manager.units.hold({
      unitId,
      purpose: 'management',
      customerId: null,
      reason: '留给关系客户',
      until: '2026-11-30',
    });
  const subscribe = (unitId: number) =>
    consultant.subscriptions.create({
      terms: plainTerms(unitId),
      buyers: [{ customerId, sharePpm: 1_000_000 }],
      shownPrice: 100_000_000,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    });

  it('are taken at its desks only: nobody locks, holds or subscribes one beside them, and everybody is told where', async () => {
    const { begin, launchId, deskId } = await drawnLaunch();
    const [home = 0, locked = 0] = homes;
    await lock(locked);
    await begin();
    const { code, params } = await refusalOf(lock(home));
    expect(code).toBe('UNIT_AT_LAUNCH');
    expect(params).toMatchObject({ number: 'KP-2026-0001', name: '首批开盘' });
    await expectRefusal(hold(home), 'UNIT_AT_LAUNCH');
    await expectRefusal(consultant.units.renewLock({ unitId: locked }), 'UNIT_AT_LAUNCH');
    await expectRefusal(subscribe(locked), 'UNIT_AT_LAUNCH');
    await manager.launches.pause({ launchId, paused: true });
    await expectRefusal(lock(home), 'UNIT_AT_LAUNCH');
    await manager.launches.pause({ launchId, paused: false });
    await consultant.units.unlock({ unitId: locked });
    const { intentId } = await consultant.launches.call({ launchId, deskId });
    await consultant.launches.pick({ launchId, deskId, intentId, unitId: home });
    // What was picked goes on to its subscription while the others pick.
    await subscribe(home);
    await manager.launches.end({ launchId });
    await lock(locked);
  });

  it('stay in the hands of the manager, who may freeze one or take it off sale, and of who had them before', async () => {
    const { begin } = await drawnLaunch();
    const [frozen = 0, shown = 0, kept = 0] = homes;
    await manager.units.hold({
      ...{ unitId: kept, purpose: 'customer' as const, customerId, reason: '开盘前已批' },
      until: '2026-11-30',
    });
    await begin();
    await manager.units.freeze({ unitId: frozen, reason: '查封协查' });
    await manager.units.takeOffSale({ unitId: shown, reason: '样板房', use: 'showHome' });
    await subscribe(kept);
  });

  it('are kept from the draw on where they are those of its release, and the others are sold as ever', async () => {
    const inside = await buildHomes(desk, { name: '2栋', floors: 1, rooms: 2, released: false });
    const { releaseId } = await manager.releases.save({
      ...{ release: null, name: '首开', plannedAt: desk.clock(), exclusiveUntil: null },
      units: inside.map((unitId) => ({ unitId, team: '' })),
    });
    await drawnLaunch(releaseId);
    await manager.releases.release({ releaseId, version: 1 });
    await expectRefusal(lock(inside[0] ?? 0), 'UNIT_AT_LAUNCH');
    await lock(homes[0] ?? 0);
    // A launch of everything that is for sale does not offer them either.
    const other = await openLaunch(manager);
    expect((await manager.launches.detail({ launchId: other.launchId })).unitIds).toEqual(homes.slice(1));
    const wish = { launchId: other.launchId, customerId, wishes: inside.slice(0, 1) };
    await expectRefusal(consultant.intents.register(wish), 'UNIT_NOT_IN_LAUNCH');
  });
});
