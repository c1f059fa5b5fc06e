import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { sweepApprovals } from '#electron/server/approvals/sweep-approvals.ts';
import { sweepTargets } from '#electron/server/changes/target-home.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { approve, buildBuyer, plainTerms, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const HOUR = 3_600_000;

describe('The home that a deal is to move to', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let subscriptionId: number;
  let buyer: number;
  let old = 0;
  let target = 0;
  beforeEach(async () => {
    desk = await testOffice();
    [old = 0, target = 0] = await buildHomes(desk, { floors: 2, rooms: 2 });
    consultant = desk.as('consultant', '赵敏');
    buyer = await buildBuyer(consultant);
    const deal = await subscribeHome(consultant, old, buyer);
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
  });
  afterEach(async () => {
    expectReplayed(desk);
    await desk.close();
  });

  const move = (unitId = target) => ({
    kind: 'unitChange' as const,
    unitId,
    adjustments: [],
    planCode: 'lumpSum' as const,
    mortgageDisclosed: false,
  });
  const ask = () => askFor(consultant, subscriptionId, move(), '换到朝南');
  const cellOf = async (unitId = target) =>
    (await desk.as('finance').units.board({})).units.find(({ id }) => id === unitId);
  const stateOf = async (unitId = target) => (await cellOf(unitId))?.state;
  const sweep = (by: typeof sweepTargets) => by(desk.office.corridor, readDb(desk.office.database), desk.clock());
  async function printBook() {
    const backOffice = desk.as('backOffice');
    const { documentId } = await backOffice.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    await backOffice.documents.print({ documentId, printer: '前台', copies: 1, reason: '' });
  }

  it('is kept until somebody has decided, for nobody else, and moved into then', async () => {
    const { changeId, number } = await ask();
    const { approval, target: seen } = await consultant.changes.detail({ changeId });
    expect(seen).toEqual({ unitId: target, unit: '1-1-102', keptUntil: approval?.expiresAt });
    expect(await cellOf()).toMatchObject({ state: 'held', by: '赵敏', until: approval?.expiresAt });
    expect(await refusalOf(desk.as('consultant').units.lock({ unitId: target }))).toMatchObject({
      code: 'UNIT_TAKEN',
      params: { by: '赵敏' },
    });
    const manager = desk.as('manager');
    const over = { unitId: target, purpose: 'customer' as const, customerId: buyer, reason: '', until: '2026-11-25' };
    await expectRefusal(manager.units.hold({ ...over, reason: '先留着' }), 'UNIT_PARKED');
    const second = consultant.subscriptions.create({
      terms: plainTerms(target),
      buyers: [{ customerId: buyer, sharePpm: 1_000_000 }],
      shownPrice: 100_000_000,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    });
    await expectRefusal(second, 'UNIT_PARKED');
    await decideChange(desk.as('manager'), changeId);
    expect([await stateOf(old), await stateOf()]).toEqual(['available', 'subscribed']);
    expect((await manager.units.claims({})).map(({ unitId }) => unitId)).toEqual([]);
    expect(number).toMatch(/^BG-/);
  });

  it('is asked for from the page of the deal and from the home, as is every change that is possible now', async () => {
    const { changes } = await consultant.subscriptions.detail({ subscriptionId });
    expect(changes).toMatchObject({
      unitChange: true,
      cancellation: true,
      forfeiture: { code: 'SIGNING_NOT_OVERDUE' },
    });
    expect((await consultant.units.detail({ unitId: old })).subscription?.changes).toEqual(changes);
    expect((await desk.as('consultant').units.detail({ unitId: old })).subscription?.changes).toEqual({});
    const { number } = await ask();
    const open = (await consultant.subscriptions.detail({ subscriptionId })).changes;
    expect(open['planChange']).toEqual({ code: 'CHANGE_OPEN', params: { number } });
  });

  it.each(['reject', 'sendBack'] as const)('is free again after %s', async (decision) => {
    const { changeId } = await ask();
    await decideChange(desk.as('manager'), changeId, decision);
    expect(await stateOf()).toBe('available');
  });

  it('is kept anew when what was sent back is sent in again, unless somebody took it meanwhile', async () => {
    const { changeId } = await ask();
    await decideChange(desk.as('manager'), changeId, 'sendBack');
    const { figuresHash } = await consultant.changes.simulate({ subscriptionId, ask: move(), changeId });
    const again = { ask: move(), figuresHash, reasonCode: 'home', reason: '换到朝南，已核对' };
    const other = desk.as('consultant');
    await other.units.lock({ unitId: target });
    const taken = consultant.changes.resubmit({ ...(await changeSeen(consultant, changeId)), ...again });
    await expectRefusal(taken, 'TARGET_UNIT_NOT_FREE');
    await other.units.unlock({ unitId: target });
    await consultant.changes.resubmit({ ...(await changeSeen(consultant, changeId)), ...again });
    expect(await stateOf()).toBe('held');
  });

  it('is free again when the request is withdrawn, or nobody decides in time', async () => {
    const { changeId } = await ask();
    await consultant.changes.withdraw({ ...(await changeSeen(consultant, changeId)), reason: '客户不换了' });
    expect(await stateOf()).toBe('available');
    const late = await ask();
    const { approval } = await consultant.changes.detail({ changeId: late.changeId });
    desk.clock.advance((approval?.expiresAt ?? 0) - desk.clock());
    expect(await sweep(sweepApprovals)).toBe(1);
    expect(await stateOf()).toBe('available');
  });

  it('goes back to the hold over which it was kept', async () => {
    const manager = desk.as('manager');
    const hold = { unitId: target, purpose: 'customer' as const, customerId: buyer, reason: '老客户换房' };
    await manager.units.hold({ ...hold, until: '2026-11-25' });
    const { changeId } = await ask();
    await decideChange(desk.as('manager'), changeId, 'reject');
    const holds = await manager.units.claims({});
    expect(holds).toMatchObject([{ unitId: target, reason: '老客户换房' }]);
    expect(await stateOf()).toBe('held');
  });

  it('is kept while papers come back, and then given back where they do not come in time', async () => {
    await printBook();
    const { changeId } = await ask();
    desk.clock.advance(HOUR);
    const manager = desk.as('manager');
    await decideChange(manager, changeId);
    expect((await manager.changes.detail({ changeId })).row.state).toBe('approved');
    const until = (await cellOf())?.until ?? 0;
    expect(until).toBeGreaterThan(desk.clock() + HOUR);
    desk.clock.advance(until - desk.clock() - 1);
    expect(await sweep(sweepTargets)).toBe(0);
    desk.clock.advance(1);
    expect(await sweep(sweepTargets)).toBe(1);
    expect(await stateOf()).toBe('available');
    const later = desk.as('manager');
    expect((await later.changes.detail({ changeId })).row.state).toBe('approved');
  });
});
