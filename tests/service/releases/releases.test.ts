import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { intoTeam } from '#tests/support/owned-worlds.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const HOUR_MS = 3_600_000;

describe('A release', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let homes: number[];
  let first: TestClient & { readonly me: number };
  let second: TestClient & { readonly me: number };
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
    homes = await buildHomes(desk, { released: false });
    first = desk.as('consultant');
    second = desk.as('consultant');
    await intoTeam(desk, [first.me], '一组');
    await intoTeam(desk, [second.me], '二组');
  });
  afterEach(() => desk.close());

  type Wish = { unitId: number; team: string };
  const plan = (units: Wish[], over: { exclusiveUntil?: number; client?: TestClient } = {}) =>
    (over.client ?? manager).releases.save({
      release: null,
      name: '首开',
      plannedAt: desk.clock() + HOUR_MS,
      exclusiveUntil: over.exclusiveUntil ?? null,
      units,
    });
  const everybodys = (ids = homes) => ids.map((unitId) => ({ unitId, team: '' }));
  const version = async (releaseId: number) => (await manager.releases.detail({ releaseId })).version;
  const carryOut = async (releaseId: number) =>
    manager.releases.release({ releaseId, version: await version(releaseId) });

  it('is planned by whoever plans, and offered by the manager: all of its homes at once', async () => {
    const planner = desk.as('planningManager');
    const { releaseId, number } = await plan(everybodys(), { client: planner });
    expect(number).toBe('TH-2026-0001');
    const planned = await planner.releases.detail({ releaseId });
    expect(planned).toMatchObject({
      state: 'planned',
      can: { save: true, cancel: true, release: { code: 'FORBIDDEN' } },
    });
    expect(planned.units.map(({ against }) => against)).toEqual([null, null, null, null]);
    await expectRefusal(planner.releases.release({ releaseId, version: planned.version }), 'FORBIDDEN');
    expect(await carryOut(releaseId)).toEqual({ released: 4 });
    const board = await manager.units.board({});
    expect(board.units.every(({ state }) => state === 'available')).toBe(true);
    const { releases } = await manager.releases.list({});
    expect(releases).toMatchObject([{ number, state: 'released', units: 4, value: 400_000_000 }]);
    expect((await manager.units.boardMoments({})).releases).toMatchObject([{ units: 4 }]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('offers nothing while one of its homes has no permit, and says which and why', async () => {
    const bare = await buildHomes(desk, { name: '2栋', permit: false, released: false });
    const { releaseId } = await plan(everybodys([...homes, ...bare]));
    const { units } = await manager.releases.detail({ releaseId });
    expect(units.filter(({ against }) => against?.code === 'PERMIT_MISSING').map(({ unitId }) => unitId)).toEqual(
      expect.arrayContaining(bare),
    );
    await expectRefusal(carryOut(releaseId), 'PERMIT_MISSING');
    expect((await manager.units.board({})).units.every(({ state }) => state === 'unreleased')).toBe(true);
    expect((await manager.releases.detail({ releaseId })).state).toBe('planned');
  });

  it('has no home that another plan has, that is offered already, or twice', async () => {
    const [one = 0, two = 0, three = 0] = homes;
    const { number } = await plan(everybodys([one, two]));
    const refused = await refusalOf(plan(everybodys([two, three])));
    expect(refused).toMatchObject({ code: 'UNIT_IN_RELEASE', params: { release: number } });
    await manager.units.release({ unitIds: [three] });
    await expectRefusal(plan(everybodys([three])), 'RELEASE_UNIT_OFFERED');
    await expectRefusal(plan(everybodys([homes[3] ?? 0, homes[3] ?? 0])), 'INVALID_INPUT');
  });

  it('is changed and called off while it is planned, and not after', async () => {
    const [one = 0, two = 0, three = 0] = homes;
    const { releaseId } = await plan([
      { unitId: one, team: '一组' },
      { unitId: two, team: '' },
    ]);
    const changed = {
      release: { id: releaseId, version: await version(releaseId) },
      name: '首开加推',
      plannedAt: desk.clock() + 2 * HOUR_MS,
      exclusiveUntil: null,
      units: [
        { unitId: one, team: '二组' },
        { unitId: three, team: '' },
      ],
    };
    await manager.releases.save(changed);
    await expectRefusal(manager.releases.save(changed), 'STALE');
    const { units, name } = await manager.releases.detail({ releaseId });
    expect([name, units.map(({ unitId, team }) => [unitId, team]).toSorted()]).toEqual([
      '首开加推',
      [
        [one, '二组'],
        [three, ''],
      ],
    ]);
    await manager.releases.cancel({ releaseId, version: await version(releaseId), reason: '改期' });
    await expectRefusal(carryOut(releaseId), 'RELEASE_NOT_PLANNED');
    // What was called off holds no home back.
    await plan(everybodys([one]));
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('gives a home to a team that exists, for a time that ends after it began', async () => {
    const [one = 0] = homes;
    await expectRefusal(plan([{ unitId: one, team: '三组' }]), 'RELEASE_TEAM_UNKNOWN');
    await expectRefusal(plan(everybodys([one]), { exclusiveUntil: desk.clock() }), 'RELEASE_TEAMS_END_FIRST');
    expect((await manager.releases.choice({ releaseId: null })).teams).toEqual(['一组', '二组']);
  });

  it('keeps a home for its team until its time is over', async () => {
    const [one = 0, two = 0] = homes;
    const until = desk.clock() + 3 * HOUR_MS;
    const { releaseId } = await plan(
      [
        { unitId: one, team: '一组' },
        { unitId: two, team: '' },
      ],
      { exclusiveUntil: until },
    );
    await carryOut(releaseId);
    const refused = await refusalOf(second.units.lock({ unitId: one }));
    expect(refused).toMatchObject({ code: 'UNIT_OF_OTHER_TEAM', params: { team: '一组', untilAt: until } });
    expect((await second.units.detail({ unitId: one })).can['lock']).toMatchObject({ code: 'UNIT_OF_OTHER_TEAM' });
    await expectRefusal(subscribeHome(second, one, await buildBuyer(second)), 'UNIT_OF_OTHER_TEAM');
    await first.units.lock({ unitId: one });
    await first.units.unlock({ unitId: one });
    await second.units.lock({ unitId: two });
    await second.units.unlock({ unitId: two });
    // Managers answer for every team.
    await manager.units.lock({ unitId: one });
    await manager.units.unlock({ unitId: one });
    desk.clock.advance(3 * HOUR_MS);
    const another = desk.as('consultant');
    await intoTeam(desk, [another.me], '二组');
    await another.units.lock({ unitId: one });
  });

  it('is on Today of the manager from the morning of its day, and never carried out by itself', async () => {
    const { releaseId } = await plan(everybodys());
    const due = async () =>
      (await desk.as('manager').tasks.today({})).tasks.filter(({ kind }) => kind === 'releaseDue');
    expect(await due()).toMatchObject([{ noun: 'releases', subjectId: releaseId, overdue: false }]);
    desk.clock.advance(2 * HOUR_MS);
    await desk.office.clock.tick();
    expect(await due()).toMatchObject([{ overdue: true, params: { name: '首开', units: 4 } }]);
    const answering = desk.as('manager');
    const { version: seen, state } = await answering.releases.detail({ releaseId });
    expect(state).toBe('planned');
    await answering.releases.release({ releaseId, version: seen });
    expect(await due()).toEqual([]);
  });

  it('is opened to every team before its time, by an act', async () => {
    const [one = 0] = homes;
    const { releaseId } = await plan([{ unitId: one, team: '一组' }]);
    await expectRefusal(
      manager.releases.openToAll({ releaseId, version: await version(releaseId) }),
      'RELEASE_NOT_DONE',
    );
    await carryOut(releaseId);
    await expectRefusal(second.units.lock({ unitId: one }), 'UNIT_OF_OTHER_TEAM');
    await manager.releases.openToAll({ releaseId, version: await version(releaseId) });
    await second.units.lock({ unitId: one });
    await expectRefusal(
      manager.releases.openToAll({ releaseId, version: await version(releaseId) }),
      'RELEASE_OPEN_TO_ALL',
    );
  });
});
