import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { keyPermits } from '#electron/server/key-changes/permits.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('Leave to change the keys of an office', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('takes the password once more, and stands in the log with the reason', async () => {
    const password = '江边有座白房子 1976';
    const loginName = 'guanli';
    await hire(desk, desk.as('administrator'), { name: '管理员', loginName, post: 'administrator', password });
    const administrator = desk.stranger('host');
    await administrator.session.login({ loginName, password });
    const reason = '保管恢复码的人离职了';
    expect(await administrator.keys.permit({ reason, password: 'not the password' })).toEqual({ result: 'wrong' });
    expect(await administrator.keys.permit({ reason, password })).toEqual({ result: 'permitted' });
    const told = desk.office.database.client.prepare("select data from events where kind = 'keyChangeBegun'").all();
    expect(told).toEqual([{ data: JSON.stringify({ reason }) }]);
  });

  it('is the administrator’s alone', async () => {
    for (const post of ['manager', 'director', 'auditor'] as const)
      await expectRefusal(desk.as(post).keys.permit({ reason: '换人', password: 'x' }), 'FORBIDDEN');
  });

  it('tells since when the office has its key: from its first entry, where it was never changed', async () => {
    const first = desk.office.database.client.prepare('select happened_at from events where seq = 1').pluck().get();
    expect(await desk.as('administrator').keys.state({})).toEqual({ since: first, changed: null });
  });

  it('is good for half an hour, at this window, for this person, and once', () => {
    const permits = keyPermits(desk.clock);
    const [here, there] = [desk.office.connect('host'), desk.office.connect('elsewhere')];
    const { me } = desk.as('administrator');
    const permit = { actorId: me, reason: '换人' };
    for (const connection of [here, there]) openSession(connection, me, desk.clock());
    permits.give(here, permit);
    expect(permits.good(there)).toBeUndefined();
    expect(permits.good(here)).toEqual(permit);
    expect(permits.take(here)).toEqual(permit);
    expect(permits.take(here)).toBeUndefined();
    permits.give(here, permit);
    desk.clock.advance(31 * 60_000);
    expect(permits.good(here)).toBeUndefined();
    permits.give(here, permit);
    openSession(here, desk.as('administrator').me, desk.clock());
    expect(permits.good(here)).toBeUndefined();
  });
});
