import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const MOMENT_MS = 4_000;

describe('Fallback slips of a launch', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let consultant: TestClient;
  let homes: number[];
  let launchId: number;
  let deskId: number;
  let began: number;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    manager = desk.as('manager');
    consultant = desk.as('consultant', '赵敏');
    const opened = await openLaunch(manager, { desks: 2 });
    launchId = opened.launchId;
    deskId = opened.desks[0] ?? 0;
    for (let count = 0; count < 5; count += 1)
      await consultant.intents.register({ launchId, customerId: await buildBuyer(consultant), wishes: [] });
    await drawLaunch(desk, launchId);
    await manager.launches.printSlips({ launchId, count: 4 });
    await manager.launches.callGroup({ launchId });
    began = desk.clock();
    desk.clock.advance(30 * MOMENT_MS);
  });
  afterEach(() => desk.close());

  const slipIds = async () => (await manager.launches.slips({ launchId })).map(({ id }) => id);

  it('have numbers of their launch and printing, one after the other', async () => {
    expect(await manager.launches.printSlips({ launchId, count: 2 })).toEqual({
      series: 2,
      from: 'SG-2026-0001-2-001',
      to: 'SG-2026-0001-2-002',
    });
    expect((await manager.launches.slips({ launchId })).map(({ number }) => number)).toEqual([
      'SG-2026-0001-2-001',
      'SG-2026-0001-2-002',
      'SG-2026-0001-1-001',
      'SG-2026-0001-1-002',
      'SG-2026-0001-1-003',
      'SG-2026-0001-1-004',
    ]);
    await expectRefusal(consultant.launches.printSlips({ launchId, count: 1 }), 'FORBIDDEN');
  });

  it('give a home to whoever wrote first, however they lie on the table, and name the winner to the other', async () => {
    const [first = 0, second = 0, third = 0] = await slipIds();
    const [home = 0, other = 0] = homes;
    desk.clock.advance(MOMENT_MS);
    const { outcomes: answer } = await consultant.launches.enterSlips({
      launchId,
      slips: [
        { slipId: first, queueNo: 1, unitId: home, writtenAt: began + 9 * MOMENT_MS },
        { slipId: second, queueNo: 2, unitId: home, writtenAt: began + 5 * MOMENT_MS },
        { slipId: third, queueNo: 3, unitId: other, writtenAt: began + 7 * MOMENT_MS },
      ],
    });
    expect(answer.map(({ queueNo, outcome }) => [queueNo, outcome])).toEqual([
      [2, 'picked'],
      [3, 'picked'],
      [1, 'taken'],
    ]);
    expect(answer[2]?.refusal).toMatchObject({ code: 'UNIT_TAKEN', params: { by: '赵敏', takenAt: desk.clock() } });
    const rows = await consultant.intents.list({ launchId });
    expect(rows.map(({ state }) => state)).toEqual(['registered', 'picked', 'picked', 'registered', 'registered']);
    expect((await manager.launches.totals({ launchId })).picked).toBe(2);
    const slips = await manager.launches.slips({ launchId });
    expect(slips.map(({ state, outcome, remark }) => [state, outcome, remark])).toEqual([
      ['entered', 'taken', '赵敏'],
      ['entered', 'picked', ''],
      ['entered', 'picked', ''],
      ['printed', null, ''],
    ]);
    expectReplayed(desk);
  });

  it('never take a home away that was picked at a desk meanwhile', async () => {
    const { intentId } = await consultant.launches.call({ launchId, deskId });
    await consultant.launches.pick({ launchId, deskId, intentId, unitId: homes[0] ?? 0 });
    const [slipId = 0] = await slipIds();
    const rows = await consultant.intents.list({ launchId });
    const queueNo = rows.find(({ state }) => state === 'registered')?.queueNo ?? 0;
    const slip = { slipId, queueNo, unitId: homes[0] ?? 0, writtenAt: began + MOMENT_MS };
    const { outcomes } = await consultant.launches.enterSlips({ launchId, slips: [slip] });
    const [one] = outcomes;
    expect(one).toMatchObject({ outcome: 'taken', refusal: { code: 'UNIT_TAKEN', params: { by: '赵敏' } } });
  });

  it('are entered once, at a time at which one could pick, and can be voided instead', async () => {
    const [slipId = 0, spoilt = 0] = await slipIds();
    const slip = { slipId, queueNo: 1, unitId: homes[0] ?? 0, writtenAt: began + MOMENT_MS };
    const enter = (part: object) => consultant.launches.enterSlips({ launchId, slips: [{ ...slip, ...part }] });
    await expectRefusal(enter({ writtenAt: began - MOMENT_MS }), 'SLIP_TIME');
    await expectRefusal(enter({ writtenAt: desk.clock() + MOMENT_MS }), 'SLIP_TIME');
    await expectRefusal(enter({ slipId: 99 }), 'SLIP_UNKNOWN');
    await enter({});
    await expectRefusal(enter({}), 'SLIP_ENTERED');
    await consultant.launches.voidSlip({ slipId: spoilt, reason: '写错作废' });
    await expectRefusal(enter({ slipId: spoilt }), 'SLIP_ENTERED');
    await expectRefusal(consultant.launches.voidSlip({ slipId, reason: '写错作废' }), 'SLIP_ENTERED');
    expectReplayed(desk);
  });

  it('are entered days later with the day that they were written on', async () => {
    const [early = 0, late = 0, unlisted = 0] = await slipIds();
    desk.clock.advance(26 * 3_600_000);
    manager = desk.as('manager');
    const [home = 0] = homes;
    const { outcomes } = await manager.launches.enterSlips({
      launchId,
      slips: [
        { slipId: late, queueNo: 1, unitId: home, writtenAt: desk.clock() - MOMENT_MS },
        { slipId: early, queueNo: 2, unitId: home, writtenAt: began + MOMENT_MS },
        { slipId: unlisted, queueNo: 99, unitId: homes[1] ?? 0, writtenAt: began + MOMENT_MS },
      ],
    });
    expect(outcomes.map(({ queueNo, outcome }) => [queueNo, outcome])).toEqual([
      [2, 'picked'],
      [99, 'refused'],
      [1, 'taken'],
    ]);
    const slips = await manager.launches.slips({ launchId });
    const told = slips.map(({ queueNo, outcome, remark, refusal }) => [
      queueNo,
      outcome,
      remark,
      refusal?.code ?? null,
    ]);
    // The number that nobody on the list has stands with its slip: only so can anybody look whose it was.
    expect(told.slice(0, 3)).toEqual([
      [2, 'picked', '', null],
      [1, 'taken', expect.any(String), null],
      [99, 'refused', '', 'INTENT_NOT_LISTED'],
    ]);
    expectReplayed(desk);
  });

  it('are printed as a paper, and so are the slips of a pick', async () => {
    const { documentId } = await manager.documents.issue({ kind: 'fallbackSlips', subjectId: launchId });
    await desk.office.press.idle();
    expect((await manager.documents.detail({ documentId })).document.state).toBe('issued');
    const { intentId } = await consultant.launches.call({ launchId, deskId });
    const { pickId } = await consultant.launches.pick({ launchId, deskId, intentId, unitId: homes[0] ?? 0 });
    for (const kind of ['pickSlip', 'paymentSlip'] as const) {
      const issued = await consultant.documents.issue({ kind, subjectId: pickId });
      await desk.office.press.idle();
      expect((await consultant.documents.detail({ documentId: issued.documentId })).document.state).toBe('issued');
    }
    expect(desk.log.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
