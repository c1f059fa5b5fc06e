import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const MINUTE_MS = 60_000;
const PASSWORD = 'a long sentence';

describe('The password of the only administrator, forgotten', () => {
  let desk: TestOffice;
  let only: number;
  beforeEach(async () => {
    desk = await testOffice({ bare: true });
    await desk.stranger().setup.createOffice({
      ...{ officeName: '江北案场', companyName: '江北置业有限公司', projectName: '江北花园', projectAddress: '' },
      ...{ cityPack: 'chongqing' as const, administratorName: '王一', loginName: 'wang.yi', password: PASSWORD },
    });
    const administrator = desk.stranger();
    await administrator.session.login({ loginName: 'wang.yi', password: PASSWORD });
    const current = await administrator.session.current({});
    only = current.state === 'open' ? current.person.id : 0;
    for (const [name, loginName, post] of [
      ['郑凯', 'zheng.kai', 'manager'],
      ['方敏', 'fang.min', 'finance'],
      ['赵敏', 'zhao.min', 'consultant'],
    ] as const)
      await hire(desk, administrator, { name, loginName, post, password: PASSWORD });
    await administrator.session.logout({});
  });
  afterEach(() => desk.close());

  const help = (window: TestClient, loginName: string, password = PASSWORD, forgotten = 'wang.yi') =>
    window.recoveries.help({ forgotten, loginName, password });
  const halfAt = async (window: TestClient) => (await window.recoveries.half({})).shown?.half ?? '';
  const login = (password: string, newPassword?: string) =>
    desk
      .stranger()
      .session.login({ loginName: 'wang.yi', password, ...(newPassword === undefined ? {} : { newPassword }) });
  const kinds = () =>
    desk.office.database.client.prepare('select kind from events order by seq').pluck().all().slice(-4);

  it('is recovered by two others from the log-in screens, and nobody ever knows the new one', async () => {
    const [here, there] = [desk.stranger('terminal:1'), desk.stranger('terminal:2')];
    expect((await here.recoveries.helpers({})).posts).toEqual(['manager', 'director', 'finance', 'administrator']);
    expect(await help(here, 'zheng.kai')).toEqual({ result: 'begun', until: desk.clock() + 30 * MINUTE_MS });
    // One alone has half a code, which is nothing: the old password still stands.
    expect(await login(PASSWORD)).toEqual({ result: 'open' });
    desk.clock.advance(29 * MINUTE_MS);
    expect(await help(there, 'fang.min')).toMatchObject({ result: 'done' });
    expect(await login(PASSWORD)).toMatchObject({ result: 'wrong' });
    const second = await halfAt(there);
    expect(second).toHaveLength(5);
  });

  it('is chosen with both halves of the code, by the person alone', async () => {
    const [here, there] = [desk.stranger('terminal:1'), desk.stranger('terminal:2')];
    await help(here, 'zheng.kai');
    const first = await halfAt(here);
    await help(there, 'fang.min');
    const second = await halfAt(there);
    expect([await halfAt(desk.stranger('terminal:1')), await halfAt(desk.stranger('terminal:2'))]).toEqual(['', '']);
    expect(await login(first)).toMatchObject({ result: 'wrong' });
    expect(await login(`${first}-${second}`)).toEqual({ result: 'choose' });
    expect(await login(`${first}${second}`, 'another sentence')).toEqual({ result: 'open' });
    expect(await login('another sentence')).toEqual({ result: 'open' });
    expectReplayed(desk);
    const { client } = desk.office.database;
    for (const table of ['events', 'event_changes', 'requests'])
      for (const secret of [first, second])
        expect(JSON.stringify(client.prepare(`select * from ${table}`).all())).not.toContain(`"${secret}"`);
  });

  it('ends the sessions of whoever may sit there with it, and tells them and the management', async () => {
    const thief = desk.stranger();
    await thief.session.login({ loginName: 'wang.yi', password: PASSWORD });
    const [here, there] = [desk.stranger('terminal:1'), desk.stranger('terminal:2')];
    await help(here, 'zheng.kai');
    const own = (await thief.notices.list({})).rows;
    expect(own[0]).toMatchObject({ kind: 'recoveryBegun', params: { helper: '郑凯', person: '王一' } });
    await help(there, 'fang.min');
    await expectRefusal(thief.tasks.today({}), 'UNAUTHENTICATED');
    const manager = desk.stranger('terminal:3');
    await manager.session.login({ loginName: 'zheng.kai', password: PASSWORD });
    expect((await manager.notices.list({})).rows.map(({ kind }) => kind)).toEqual([
      'passwordRecovered',
      'recoveryBegun',
      'postAsked',
    ]);
    const consultant = desk.stranger('terminal:4');
    await consultant.session.login({ loginName: 'zhao.min', password: PASSWORD });
    expect((await consultant.notices.list({})).rows).toEqual([]);
  });

  it('is not recovered by one, by the same one twice, by oneself, by a post without that duty, or too late', async () => {
    const [here, there] = [desk.stranger('terminal:1'), desk.stranger('terminal:2')];
    expect(await help(here, 'wang.yi')).toEqual({ result: 'own' });
    expect(await help(here, 'zhao.min')).toEqual({ result: 'notAllowed' });
    expect(await help(here, 'zheng.kai', PASSWORD, 'mei.you')).toEqual({ result: 'nobody' });
    const { until } = await help(here, 'zheng.kai');
    const half = await halfAt(here);
    expect(await help(there, 'zheng.kai')).toEqual({ result: 'begun', until });
    expect(await halfAt(there)).toBe(half);
    desk.clock.advance(30 * MINUTE_MS);
    expect(await help(there, 'fang.min')).toMatchObject({ result: 'begun' });
    expect(await login(PASSWORD)).toEqual({ result: 'open' });
    expect(
      desk.office.database.client.prepare('select code_until from accounts where id = ?').pluck().get(only),
    ).toBeNull();
  });

  it('counts a helper’s wrong passwords like any other, at that place alone', async () => {
    const here = desk.stranger('terminal:1');
    for (const left of [4, 3, 2, 1]) expect(await help(here, 'fang.min', 'guess')).toEqual({ result: 'wrong', left });
    expect(await help(here, 'fang.min', 'guess')).toMatchObject({ result: 'lockedOut' });
    expect(await here.session.login({ loginName: 'fang.min', password: PASSWORD })).toMatchObject({
      result: 'lockedOut',
    });
    expect(await help(desk.stranger('terminal:2'), 'fang.min')).toMatchObject({ result: 'begun' });
    expect(kinds()).toEqual(['loginFailed', 'loginFailed', 'lockedOut', 'recoveryBegun']);
  });

  it('is begun anew after the host was switched off: nothing of it was written down', async () => {
    await help(desk.stranger('terminal:1'), 'zheng.kai');
    desk = await desk.restart();
    expect(await help(desk.stranger('terminal:2'), 'fang.min')).toMatchObject({ result: 'begun' });
  });
});
