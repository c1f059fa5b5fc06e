import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { differingTables } from '#db/replay.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { sweepLeases } from '#electron/server/units/sweep-leases.ts';
import { endOfDay } from '#shared/domain/units/lock-policy.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { bookHome } from '#tests/support/booking-builders.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const until = '2026-11-25' as const;

describe('What keeps a home', () => {
  let desk: TestOffice;
  let homes: number[] = [];
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 3 });
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(async () => {
    expect(differingTables(desk.office.database.client)).toEqual([]);
    await desk.close();
  });

  const detail = (unitId: number, who: TestClient = desk.as('manager')) => who.units.detail({ unitId });
  const decide = async (approvalId: number, decision: 'approve' | 'reject') => {
    const supervisor = desk.as('supervisor');
    const { version } = await supervisor.approvals.detail({ approvalId });
    await supervisor.approvals.decide({ approvalId, version, decision, opinion: '客户意向不明' });
  };

  it('is a hold that a consultant asked for and a supervisor agreed to', async () => {
    const [home = 0] = homes;
    const customerId = await buildBuyer(consultant);
    const can = (await detail(home, consultant)).can;
    expect([can['askHold'], can['hold']]).toEqual([true, undefined]);
    const wish = { unitId: home, purpose: 'customer' as const, customerId, reason: '周末带家人来定', until };
    const { approvalId } = await consultant.units.askHold(wish);
    expect((await detail(home)).cell.state).toBe('held');
    await expectRefusal(desk.as('consultant').units.lock({ unitId: home }), 'UNIT_TAKEN');
    await decide(approvalId, 'approve');
    expect((await detail(home)).hold).toMatchObject({ by: { name: '赵敏' }, purpose: 'customer', reason: wish.reason });
    const [claim] = await consultant.units.claims({});
    expect(claim).toMatchObject({ kind: 'hold', by: '赵敏', mine: true, customer: '欧阳询' });
  });

  it('is nobody’s again when the request is refused, or answered by a hold of whoever may', async () => {
    const [home = 0, other = 0] = homes;
    const wish = { purpose: 'management' as const, customerId: null, reason: '合作单位', until };
    const { approvalId } = await consultant.units.askHold({ unitId: home, ...wish });
    await decide(approvalId, 'reject');
    expect((await detail(home)).cell.state).toBe('available');
    const asked = await consultant.units.askHold({ unitId: other, ...wish });
    await desk.as('manager').units.hold({ unitId: other, ...wish });
    const { approval } = await desk.as('supervisor').approvals.detail({ approvalId: asked.approvalId });
    expect(approval.state).toBe('withdrawn');
  });

  it('is asked for by a supervisor only above the quota', async () => {
    const supervisor = desk.as('supervisor');
    const wish = { purpose: 'management' as const, customerId: null, reason: '合作单位', until: '2026-11-24' as const };
    await expectRefusal(supervisor.units.askHold({ unitId: homes[0] ?? 0, ...wish }), 'APPROVAL_NOT_NEEDED');
    for (const unitId of homes.slice(0, 3)) await supervisor.units.hold({ unitId, ...wish });
    const fourth = { unitId: homes[3] ?? 0, ...wish };
    await expectRefusal(supervisor.units.hold(fourth), 'APPROVAL_NEEDED');
    const { approvalId } = await supervisor.units.askHold(fourth);
    const { approval } = await desk.as('manager').approvals.detail({ approvalId });
    expect(approval.requiredPost).toBe('manager');
  });

  it('is held longer as often as the office allows', async () => {
    const [home = 0] = homes;
    const manager = desk.as('manager');
    await manager.units.hold({ unitId: home, purpose: 'management', customerId: null, reason: '合作单位', until });
    const more = { unitId: home, until: '2026-11-28' as const, reason: '名单还没定' };
    await expectRefusal(manager.units.extendHold({ ...more, until }), 'HOLD_NOT_LONGER');
    expect((await detail(home)).hold?.expiresAt).toBe(endOfDay(localDate(until)));
    await manager.units.extendHold(more);
    await expectRefusal(manager.units.extendHold({ ...more, until: '2026-11-29' }), 'HOLD_RENEWALS_USED');
    expect((await detail(home)).history[0]?.kind).toBe('holdExtended');
    expect((await detail(home)).can['extendHold']).toMatchObject({ code: 'HOLD_RENEWALS_USED' });
  });

  it('is held longer by a supervisor whose quota is full: that keeps no home more', async () => {
    const supervisor = desk.as('supervisor');
    const wish = { purpose: 'management' as const, customerId: null, reason: '合作单位', until: '2026-11-24' as const };
    for (const unitId of homes.slice(0, 3)) await supervisor.units.hold({ unitId, ...wish });
    await expectRefusal(supervisor.units.hold({ unitId: homes[3] ?? 0, ...wish }), 'APPROVAL_NEEDED');
    const more = { unitId: homes[0] ?? 0, until: '2026-11-25' as const, reason: '名单还没定' };
    await supervisor.units.extendHold(more);
    expect((await detail(homes[0] ?? 0)).hold?.expiresAt).toBeGreaterThan(desk.clock());
  });

  it('is no hold for a customer who is not named, or of whom one may not know', async () => {
    const [home = 0] = homes;
    const wish = { unitId: home, purpose: 'customer' as const, reason: '周末来定', until };
    await expectRefusal(desk.as('manager').units.hold({ ...wish, customerId: null }), 'HOLD_CUSTOMER_MISSING');
    await expectRefusal(consultant.units.askHold({ ...wish, customerId: null }), 'HOLD_CUSTOMER_MISSING');
    await expectRefusal(desk.as('manager').units.hold({ ...wish, customerId: 4711 }), 'NOT_FOUND');
  });

  it('is a hold that runs out only after the thaw of its home, and is not tried before', async () => {
    const [home = 0] = homes;
    const manager = desk.as('manager');
    await manager.units.hold({ unitId: home, purpose: 'management', customerId: null, reason: '合作单位', until });
    await manager.units.freeze({ unitId: home, reason: '等待测绘' });
    desk.clock.advance(4 * 86_400_000);
    const tried: string[] = [];
    const { corridor, database } = desk.office;
    const act: typeof corridor.act = (wanted) => {
      tried.push(wanted.procedure);
      return corridor.act(wanted);
    };
    const sweep = () => sweepLeases({ ...corridor, act }, readDb(database), desk.clock());
    expect([await sweep(), tried]).toEqual([0, []]);
    await desk.as('manager').units.unfreeze({ unitId: home, reason: '测绘已补' });
    expect([await sweep(), tried]).toEqual([1, ['office.holdExpires']]);
    expect((await detail(home)).cell.state).toBe('available');
  });

  it('is a seizure of the court, which stops every step forward until it is lifted', async () => {
    const [home = 0] = homes;
    const warrants = desk.as('warrantOfficer');
    const order = {
      court: '渝中区人民法院',
      paperNo: '(2026)渝0103执保88号',
      fromOn: '2026-11-20',
      untilOn: null,
    } as const;
    await warrants.units.seize({ unitId: home, ...order });
    await expectRefusal(consultant.units.lock({ unitId: home }), 'UNIT_SEIZED');
    await expectRefusal(warrants.units.seize({ unitId: home, ...order }), 'UNIT_SEIZED');
    const seen = await detail(home);
    expect(seen).toMatchObject({ seizure: order, cell: { encumbrance: 'seized', state: 'available' } });
    expect(seen.can['liftSeizure']).toBe(true);
    await warrants.units.liftSeizure({ unitId: home, reason: '解封裁定 (2026)渝0103执保88号之一' });
    await consultant.units.lock({ unitId: home });
    await expectRefusal(warrants.units.liftSeizure({ unitId: home, reason: '再解' }), 'UNIT_NOT_SEIZED');
    await expectRefusal(consultant.units.seize({ unitId: home, ...order }), 'FORBIDDEN');
  });

  it('is a use off sale, which ends when it is back on sale', async () => {
    const [home = 0] = homes;
    const manager = desk.as('manager');
    await manager.units.takeOffSale({ unitId: home, use: 'showHome', reason: '样板房，开放参观' });
    expect((await detail(home)).offSaleUse).toBe('showHome');
    await manager.units.putBackOnSale({ unitId: home, reason: '样板房撤场' });
    expect((await detail(home)).offSaleUse).toBeNull();
  });

  it('keeps a home from being taken off sale: whoever has it is named, and has to let it go first', async () => {
    const [locked = 0, booked = 0, subscribed = 0] = homes;
    await subscribeHome(consultant, subscribed, await buildBuyer(consultant));
    await bookHome(consultant, booked, await buildBuyer(consultant));
    await consultant.units.lock({ unitId: locked });
    const manager = desk.as('manager');
    for (const unitId of [locked, booked, subscribed]) {
      const refused = await refusalOf(manager.units.takeOffSale({ unitId, use: 'showHome', reason: '样板房' }));
      expect([refused.code, refused.params['by']]).toEqual([expect.stringMatching(/^UNIT_(TAKEN|PARKED)$/), '赵敏']);
      expect((await detail(unitId)).offSaleUse).toBeNull();
    }
    await desk.as('supervisor').units.unlock({ unitId: locked });
    await manager.units.takeOffSale({ unitId: locked, use: 'showHome', reason: '样板房' });
  });

  it('is a lock that outlives its terminal for as long as its lease, and not a moment longer', async () => {
    const [home = 0] = homes;
    const person = desk.as('consultant', '赵敏');
    const sweep = () => sweepLeases(desk.office.corridor, readDb(desk.office.database), desk.clock());
    const connection = desk.office.connect('一号选房台');
    openSession(connection, person.me, desk.clock());
    const { expiresAt } = await desk.at(connection).units.lock({ unitId: home });
    // The terminal is gone: nobody renews the lock, and nobody gives it back.
    desk.office.disconnect(connection);
    desk.clock.advance(expiresAt - desk.clock() - 1);
    expect(await sweep()).toBe(0);
    const others = desk.as('consultant', '周芷若');
    const told = { code: 'UNIT_TAKEN', params: { by: '赵敏' } };
    expect(await refusalOf(others.units.lock({ unitId: home }))).toMatchObject(told);
    desk.clock.advance(1);
    expect(await sweep()).toBe(1);
    await others.units.lock({ unitId: home });
    // Whoever comes back finds out: the lock is not theirs any more, and cannot be renewed or given back.
    const back = desk.office.connect('一号选房台');
    openSession(back, person.me, desk.clock());
    await expectRefusal(desk.at(back).units.renewLock({ unitId: home }), 'LOCK_NOT_YOURS');
    const kinds = (await detail(home)).history.map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['locked', 'lockExpired', 'locked']);
  });
});
