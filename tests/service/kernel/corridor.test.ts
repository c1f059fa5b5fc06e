import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The corridor', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('answers nobody who has not logged in', async () => {
    await expectRefusal(desk.stranger().accounts.list({}), 'UNAUTHENTICATED');
  });

  it('refuses a consultant what only the administrator may do', async () => {
    await expectRefusal(desk.as('consultant').accounts.list({}), 'FORBIDDEN');
  });

  it('refuses unknown keys and says where', async () => {
    const call = desk.as('administrator').accounts.create({
      name: '王一',
      loginName: 'wang.yi',
      post: 'consultant',
      // @ts-expect-error a key that the declaration does not know
      salary: 1,
    });
    await expectRefusal(call, 'INVALID_INPUT');
  });

  it('gives the first answer again and does nothing twice for the same request id', async () => {
    const administrator = desk.as('administrator');
    const id = requestId();
    const wish = { name: '王一', loginName: 'wang.yi', post: 'consultant' as const };
    const first = await administrator.accounts.create(wish, id);
    expect(await administrator.accounts.create(wish, id)).toEqual(first);
    expect(await administrator.accounts.list({})).toHaveLength(2);
  });

  it('refuses a request id that was used for something else', async () => {
    const administrator = desk.as('administrator');
    const id = requestId();
    await administrator.session.setLanguage({ language: 'en' }, id);
    await expectRefusal(administrator.session.setLanguage({ language: 'zh-CN' }, id), 'REQUEST_REUSED');
  });

  it('refuses a change to a record that somebody changed meanwhile', async () => {
    const administrator = desk.as('administrator');
    const { accountId } = await administrator.accounts.create({
      name: '王一',
      loginName: 'wang.yi',
      post: 'consultant',
    });
    await administrator.accounts.update({ accountId, version: 1, name: '王乙', post: 'consultant' });
    const late = administrator.accounts.update({ accountId, version: 1, name: '王二', post: 'consultant' });
    await expectRefusal(late, 'STALE');
  });

  it('undoes only the refused one of several commands that share a commit', async () => {
    const administrator = desk.as('administrator');
    const { accountId } = await administrator.accounts.create({
      name: '王一',
      loginName: 'wang.yi',
      post: 'consultant',
    });
    const outcomes = await Promise.allSettled([
      administrator.accounts.update({ accountId, version: 1, name: '王乙', post: 'consultant' }),
      administrator.accounts.update({ accountId, version: 1, name: '王二', post: 'consultant' }),
      administrator.session.setLanguage({ language: 'en' }),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const names = (await administrator.accounts.list({})).map((account) => account.name);
    expect(names).toContain('王乙');
  });

  it('ends a session as soon as the account is disabled', async () => {
    const administrator = desk.as('administrator');
    const consultant = desk.as('consultant');
    await consultant.accounts.colleagues({});
    await administrator.accounts.disable({ accountId: consultant.me, version: 1 });
    await expectRefusal(consultant.accounts.colleagues({}), 'UNAUTHENTICATED');
  });

  it('tells every window what was changed', async () => {
    const administrator = desk.as('administrator');
    const heard: string[] = [];
    const stop = desk.office.live.onChange((change) => heard.push(...change.touched));
    await administrator.session.setLanguage({ language: 'en' });
    stop();
    expect(heard).toContain(`accounts:${administrator.me}`);
  });

  it('keeps a log whose chain fits and whose replay is the tables', async () => {
    const administrator = desk.as('administrator');
    const { accountId } = await administrator.accounts.create({
      name: '王一',
      loginName: 'wang.yi',
      post: 'consultant',
    });
    await administrator.accounts.disable({ accountId, version: 1 });
    const { client } = desk.office.database;
    expect(verifyLog(client).events).toBe(4);
    const current = currentTables(client).get('accounts')?.get(accountId);
    expect(replay(client).get('accounts')?.get(accountId)).toEqual(current);
  });

  it('cannot change or shorten its log', () => {
    const { client } = desk.office.database;
    expect(() => client.exec(`update events set kind = 'nothing'`)).toThrow('append-only');
    expect(() => client.exec('delete from events')).toThrow('append-only');
  });
});
