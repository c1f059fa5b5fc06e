import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { currentTables, differingTables } from '#db/replay.ts';
import { sweepLeases } from '#electron/server/units/sweep-leases.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, plainTerms } from '#tests/support/deal-builders.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { intoTeam } from '#tests/support/owned-worlds.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const HOUR_MS = 3_600_000;

describe('A launch', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let consultant: TestClient & { readonly me: number };
  let homes: number[];
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    manager = desk.as('manager');
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(() => desk.close());

  const sweep = () => sweepLeases(desk.office.corridor, readDb(desk.office.database), desk.clock());

  /** Registers so many customers; answers their intents in the order of their numbers. */
  async function register(launchId: number, count: number) {
    const registered: { intentId: number; customerId: number; queueNo: number }[] = [];
    for (let index = 0; index < count; index += 1) {
      const customerId = await buildBuyer(consultant);
      const { intentId, queueNo } = await consultant.intents.register({ launchId, customerId, wishes: [] });
      registered.push({ intentId, customerId, queueNo });
    }
    return registered;
  }

  /** A launch whose places are drawn and whose first group is called up. */
  async function runningLaunch(count: number, plan: Parameters<typeof openLaunch>[1] = {}) {
    const opened = await openLaunch(manager, plan);
    const registered = await register(opened.launchId, count);
    await drawLaunch(desk, opened.launchId);
    await manager.launches.callGroup({ launchId: opened.launchId });
    return { ...opened, registered, first: opened.desks[0] ?? 0, second: opened.desks[1] ?? 0 };
  }

  it('gives queue numbers in the order of registration, and none twice to the same customer', async () => {
    const { launchId } = await openLaunch(manager);
    const [one] = await register(launchId, 3);
    const { code, params } = await refusalOf(
      consultant.intents.register({ launchId, customerId: one?.customerId ?? 0, wishes: [] }),
    );
    expect(code).toBe('INTENT_TWICE');
    expect(params['queueNo']).toBe(1);
    const { version } = await consultant.intents.detail({ intentId: one?.intentId ?? 0 });
    await consultant.intents.withdraw({ intentId: one?.intentId ?? 0, version, reason: '改买别处' });
    const again = await consultant.intents.register({ launchId, customerId: one?.customerId ?? 0, wishes: [] });
    expect(again.queueNo).toBe(4);
    const rows = await consultant.intents.list({ launchId });
    expect(rows.map(({ queueNo, state }) => [queueNo, state])).toEqual([
      [1, 'withdrawn'],
      [2, 'registered'],
      [3, 'registered'],
      [4, 'registered'],
    ]);
  });

  it('registers nobody before it is open, after its list is closed, or for a customer of somebody else', async () => {
    const customerId = await buildBuyer(consultant);
    const { launchId } = await manager.launches.save({
      launchId: null,
      version: null,
      plan: {
        ...{ name: '二批', releaseId: null, opensAt: desk.clock(), intentMoney: 0 },
        ...{ groupSize: 10, pickSeconds: 60, pickHours: 2, passes: 1 },
      },
      desks: [{ id: null, name: '1号台' }],
    });
    await expectRefusal(consultant.intents.register({ launchId, customerId, wishes: [] }), 'LAUNCH_NOT_OPEN');
    await manager.launches.openRegistration({ launchId, version: 1 });
    const other = desk.as('consultant');
    await expectRefusal(other.intents.register({ launchId, customerId, wishes: [] }), 'NOT_YOUR_CUSTOMER');
    await consultant.intents.register({ launchId, customerId, wishes: homes.slice(0, 2) });
    await drawLaunch(desk, launchId);
    const late = await buildBuyer(consultant);
    await expectRefusal(consultant.intents.register({ launchId, customerId: late, wishes: [] }), 'LAUNCH_LIST_CLOSED');
  });

  it('draws what sha256sum and sort draw from the published list and seed', async () => {
    const { launchId } = await openLaunch(manager);
    await register(launchId, 12);
    await drawLaunch(desk, launchId, '双色球 2026135 期：03 07 11 19 24 30 + 08');
    const { published, draw } = await consultant.launches.detail({ launchId });
    const text = published?.text ?? '';
    expect(createHash('sha256').update(text).digest('hex')).toBe(published?.hash);
    const script = `
      hash=$(printf '%s' "$LIST" | sha256sum | cut -d ' ' -f 1)
      printf '%s' "$LIST" | while read -r number code; do
        printf '%s %s\\n' "$(printf '%s' "$SEED|$hash|$number" | sha256sum | cut -d ' ' -f 1)" "$number"
      done | LC_ALL=C sort | cut -d ' ' -f 2`;
    const env = { ...process.env, LIST: text, SEED: draw?.seed ?? '' };
    const drawn = execFileSync('bash', ['-c', script], { env, encoding: 'utf8' });
    expect(drawn.trim().split('\n').map(Number)).toEqual(draw?.result);
    const rows = await consultant.intents.list({ launchId });
    const byPlace = rows.toSorted((a, b) => (a.drawPlace ?? 0) - (b.drawPlace ?? 0));
    expect(byPlace.map(({ queueNo }) => queueNo)).toEqual(draw?.result);
    expect(draw?.number).toMatch(/^YH-2026-/);
  });

  it('draws only the list that was published, with a seed, and once', async () => {
    const { launchId } = await openLaunch(manager);
    await expectRefusal(manager.launches.closeList({ launchId, version: 2 }), 'LAUNCH_LIST_EMPTY');
    await register(launchId, 2);
    const { version } = await manager.launches.detail({ launchId });
    const { listHash, listed } = await manager.launches.closeList({ launchId, version });
    expect(listed).toBe(2);
    const order = { launchId, listHash, seedSource: '开奖公告', witness: '公证员' };
    await expectRefusal(manager.launches.draw({ ...order, seed: ' 1 ' }), 'SEED_MISSING');
    const other = '0'.repeat(64);
    await expectRefusal(manager.launches.draw({ ...order, listHash: other, seed: '2026135' }), 'LAUNCH_LIST_CHANGED');
    await expectRefusal(desk.as('planningManager').launches.draw({ ...order, seed: '2026135' }), 'FORBIDDEN');
    await manager.launches.draw({ ...order, seed: '2026135' });
    await expectRefusal(manager.launches.draw({ ...order, seed: '2026136' }), 'DRAW_DONE');
  });

  it('asks for the earnest money before a number is on the list, where the launch asks for it', async () => {
    const { launchId } = await openLaunch(manager, { intentMoney: 2_000_000 });
    await register(launchId, 2);
    await expectRefusal(manager.launches.closeList({ launchId, version: 2 }), 'LAUNCH_LIST_EMPTY');
  });

  it('calls by drawn place, and holds the picked home for its customer until the subscription', async () => {
    const { launchId, first, registered } = await runningLaunch(3);
    const { draw } = await consultant.launches.detail({ launchId });
    const turn = await consultant.launches.call({ launchId, deskId: first });
    expect(turn).toMatchObject({ drawPlace: 1, queueNo: draw?.result[0], endsAt: desk.clock() + 60_000 });
    const [home = 0] = homes;
    const picked = await consultant.launches.pick({
      launchId,
      deskId: first,
      intentId: turn.intentId,
      unitId: home,
    });
    expect(picked.number).toMatch(/^XF-2026-/);
    const { hold, cell } = await manager.units.detail({ unitId: home });
    expect(cell.state).toBe('held');
    expect(hold).toMatchObject({ purpose: 'launchPick', expiresAt: desk.clock() + 2 * HOUR_MS });
    expect(hold?.by.name).toBe('赵敏');
    const customerId = registered.find(({ intentId }) => intentId === turn.intentId)?.customerId ?? 0;
    expect(hold?.customer?.customerId).toBe(customerId);
    const { approvalId } = await consultant.subscriptions.create({
      terms: plainTerms(home),
      buyers: [{ customerId, sharePpm: 1_000_000 }],
      shownPrice: 100_000_000,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    });
    await approve(desk, approvalId);
    const detail = await consultant.intents.detail({ intentId: turn.intentId });
    expect(detail.row.state).toBe('converted');
    expect(detail.pick?.state).toBe('subscribed');
    const totals = await manager.launches.totals({ launchId });
    expect(totals).toMatchObject({ offered: 4, picked: 1, subscribed: 1, value: 100_000_000, waiting: 2 });
    expect(totals.byType).toEqual([{ houseType: '三室两厅', offered: 4, picked: 1, value: 100_000_000 }]);
  });

  it('tells whoever comes second who has the home and since when, and lets them pick another', async () => {
    const { launchId, first, second } = await runningLaunch(2);
    const other = desk.as('consultant', '钱立');
    const one = await consultant.launches.call({ launchId, deskId: first });
    const two = await other.launches.call({ launchId, deskId: second });
    const [home = 0, free = 0] = homes;
    await consultant.launches.pick({ launchId, deskId: first, intentId: one.intentId, unitId: home });
    const at = desk.clock();
    desk.clock.advance(5000);
    const wish = { launchId, deskId: second, intentId: two.intentId };
    const { code, params } = await refusalOf(other.launches.pick({ ...wish, unitId: home }));
    expect(code).toBe('UNIT_TAKEN');
    expect(params).toMatchObject({ by: '赵敏', takenAt: at });
    await other.launches.pick({ ...wish, unitId: free });
  });

  it('tells the same of a home that somebody has had locked since before it began', async () => {
    const [home = 0] = homes;
    await desk.as('consultant', '孙宏').units.lock({ unitId: home });
    const { launchId, first } = await runningLaunch(1);
    const turn = await consultant.launches.call({ launchId, deskId: first });
    const { code, params } = await refusalOf(
      consultant.launches.pick({ launchId, deskId: first, intentId: turn.intentId, unitId: home }),
    );
    expect(code).toBe('UNIT_TAKEN');
    expect(params).toMatchObject({ by: '孙宏', takenAt: desk.clock() });
  });

  it('lets nobody pick out of turn, at another desk, twice, or after their time', async () => {
    const { launchId, first, second, registered } = await runningLaunch(3);
    const turn = await consultant.launches.call({ launchId, deskId: first });
    const waiting = registered.find(({ intentId }) => intentId !== turn.intentId)?.intentId ?? 0;
    const [home = 0, free = 0] = homes;
    const wish = { launchId, deskId: first, intentId: turn.intentId, unitId: home };
    await expectRefusal(consultant.launches.pick({ ...wish, intentId: waiting }), 'INTENT_NOT_CALLED');
    await expectRefusal(consultant.launches.pick({ ...wish, deskId: second }), 'PICK_OUT_OF_TURN');
    await expectRefusal(consultant.launches.call({ launchId, deskId: first }), 'DESK_BUSY');
    desk.clock.advance(60_000);
    await expectRefusal(consultant.launches.pick(wish), 'PICK_TIME_OVER');
    const next = await consultant.launches.call({ launchId, deskId: first });
    expect(next.intentId).not.toBe(turn.intentId);
    const late = await consultant.intents.detail({ intentId: turn.intentId });
    expect(late.row).toMatchObject({ state: 'passed', passes: 1 });
    await consultant.launches.pick({ ...wish, intentId: next.intentId });
    await expectRefusal(consultant.launches.pick({ ...wish, intentId: next.intentId, unitId: free }), 'INTENT_PICKED');
  });

  it('gives whoever passed or did not come one more turn after all others, and no third', async () => {
    const { launchId, first } = await runningLaunch(2);
    const one = await consultant.launches.call({ launchId, deskId: first });
    await consultant.launches.pass({ launchId, deskId: first, intentId: one.intentId });
    const two = await consultant.launches.call({ launchId, deskId: first });
    expect(two.intentId).not.toBe(one.intentId);
    desk.clock.advance(1);
    await consultant.launches.noShow({ launchId, deskId: first, intentId: two.intentId });
    expect((await consultant.launches.call({ launchId, deskId: first })).intentId).toBe(one.intentId);
    await consultant.launches.pass({ launchId, deskId: first, intentId: one.intentId });
    expect((await consultant.launches.call({ launchId, deskId: first })).intentId).toBe(two.intentId);
    await consultant.launches.noShow({ launchId, deskId: first, intentId: two.intentId });
    await expectRefusal(consultant.launches.call({ launchId, deskId: first }), 'NOBODY_WAITING');
    expect((await manager.launches.totals({ launchId })).intents).toMatchObject({ passed: 1, noShow: 1 });
  });

  it('calls only groups that were called up, in their order', async () => {
    const { launchId, first } = await runningLaunch(3, { groupSize: 2 });
    for (const place of [1, 2]) {
      const turn = await consultant.launches.call({ launchId, deskId: first });
      expect(turn.drawPlace).toBe(place);
      await consultant.launches.pick({
        ...{ launchId, deskId: first, intentId: turn.intentId },
        unitId: homes[place] ?? 0,
      });
    }
    await expectRefusal(consultant.launches.call({ launchId, deskId: first }), 'NOBODY_WAITING');
    expect(await manager.launches.callGroup({ launchId })).toEqual({ position: 2, fromPlace: 3, toPlace: 3 });
    expect((await consultant.launches.call({ launchId, deskId: first })).drawPlace).toBe(3);
    await expectRefusal(manager.launches.callGroup({ launchId }), 'LAUNCH_GROUPS_CALLED');
  });

  it('stands still while it is paused, and gives the whole time again afterwards', async () => {
    const { launchId, first } = await runningLaunch(2);
    const turn = await consultant.launches.call({ launchId, deskId: first });
    await manager.launches.pause({ launchId, paused: true });
    const wish = { launchId, deskId: first, intentId: turn.intentId, unitId: homes[0] ?? 0 };
    await expectRefusal(consultant.launches.pick(wish), 'LAUNCH_NOT_RUNNING');
    desk.clock.advance(2 * 60_000);
    await manager.launches.pause({ launchId, paused: false });
    await consultant.launches.pick(wish);
    await manager.launches.end({ launchId });
    await expectRefusal(consultant.launches.call({ launchId, deskId: first }), 'LAUNCH_NOT_RUNNING');
  });

  it('gives a home back that nobody came to subscribe, and counts it as a turn that went by', async () => {
    const { launchId, first } = await runningLaunch(1);
    const turn = await consultant.launches.call({ launchId, deskId: first });
    const [home = 0] = homes;
    await consultant.launches.pick({ launchId, deskId: first, intentId: turn.intentId, unitId: home });
    desk.clock.advance(2 * HOUR_MS);
    expect(await sweep()).toBe(1);
    // Whoever was away for two hours logs in anew.
    manager = desk.as('manager');
    const supervisor = desk.as('supervisor');
    expect((await manager.units.detail({ unitId: home })).cell.state).toBe('available');
    const { row, pick } = await supervisor.intents.detail({ intentId: turn.intentId });
    expect(row).toMatchObject({ state: 'passed', passes: 1 });
    expect(pick?.state).toBe('lapsed');
    expect((await manager.launches.totals({ launchId })).lapsed).toBe(1);
    const again = await supervisor.launches.call({ launchId, deskId: first });
    await supervisor.launches.pick({ launchId, deskId: first, intentId: again.intentId, unitId: home });
  });

  it('keeps what customers rely on, and takes away no desk once the picking has begun', async () => {
    const { launchId, desks } = await runningLaunch(1);
    const { plan, version } = await manager.launches.detail({ launchId });
    const kept = desks.map((id, index) => ({ id, name: `${index + 1}号台` }));
    const save = { launchId, version, plan, desks: kept };
    await expectRefusal(manager.launches.save({ ...save, plan: { ...plan, intentMoney: 1 } }), 'LAUNCH_PLAN_STANDS');
    await expectRefusal(manager.launches.save({ ...save, plan: { ...plan, passes: 5 } }), 'LAUNCH_PLAN_STANDS');
    await expectRefusal(manager.launches.save({ ...save, desks: kept.slice(1) }), 'LAUNCH_DESK_USED');
    const swapped = [
      { id: desks[0] ?? 0, name: '2号台' },
      { id: desks[1] ?? 0, name: '1号台' },
      { id: null, name: '3号台' },
    ];
    await manager.launches.save({ ...save, plan: { ...plan, pickSeconds: 90 }, desks: swapped });
    const detail = await manager.launches.detail({ launchId });
    expect(detail.desks.map(({ name }) => name)).toEqual(['2号台', '1号台', '3号台']);
    expect(detail.plan.pickSeconds).toBe(90);
  });

  it('offers the homes of its release, to every desk, once the release was carried out', async () => {
    const inside = await buildHomes(desk, { name: '2栋', floors: 1, rooms: 2, released: false });
    // The home is another team's; at a launch every desk picks for whoever's turn it is.
    await intoTeam(desk, [desk.as('consultant').me], '一组');
    const { releaseId } = await manager.releases.save({
      ...{ release: null, name: '首开', plannedAt: desk.clock(), exclusiveUntil: null },
      units: inside.map((unitId) => ({ unitId, team: '一组' })),
    });
    const { launchId, desks } = await openLaunch(manager, { releaseId });
    expect((await manager.launches.detail({ launchId })).unitIds).toEqual(inside);
    await register(launchId, 1);
    await drawLaunch(desk, launchId);
    await expectRefusal(manager.launches.callGroup({ launchId }), 'LAUNCH_NOT_RELEASED');
    await manager.releases.release({ releaseId, version: 1 });
    await manager.launches.callGroup({ launchId });
    const [first = 0] = desks;
    const { intentId } = await consultant.launches.call({ launchId, deskId: first });
    const wish = { launchId, deskId: first, intentId };
    await expectRefusal(consultant.launches.pick({ ...wish, unitId: homes[0] ?? 0 }), 'UNIT_NOT_IN_LAUNCH');
    await consultant.launches.pick({ ...wish, unitId: inside[0] ?? 0 });
  });

  it('is in the log as a whole: its tables are the replay', async () => {
    const { launchId, first } = await runningLaunch(2);
    const turn = await consultant.launches.call({ launchId, deskId: first });
    const wish = { launchId, deskId: first, intentId: turn.intentId };
    await consultant.launches.pick({ ...wish, unitId: homes[0] ?? 0 });
    const { client } = desk.office.database;
    expect(differingTables(client)).toEqual([]);
    expect(currentTables(client).get('launch_picks')?.size).toBe(1);
    expect(
      client.prepare('select count(*) from events where actor_id is null and noun = ?').pluck().get('intents'),
    ).toBe(0);
  });
});
