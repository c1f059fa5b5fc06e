import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OfficeClient } from '#shared/api/index.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { comeWithCode, hire as hirePerson } from '#tests/support/people.ts';
import { expectRefusal, heardToTheEnd } from '#tests/support/refusals.ts';

const MINUTE_MS = 60_000;
const PASSWORD = 'a long sentence';

describe('Logging in', () => {
  let desk: TestOffice;
  let administrator: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    administrator = desk.as('administrator');
  });
  afterEach(() => desk.close());

  const hire = async (loginName: string, post: Post = 'consultant') => ({
    accountId: await hirePerson(desk, administrator, { name: loginName, loginName, post, password: PASSWORD }),
  });
  const account = (accountId: number) =>
    desk.office.database.client
      .prepare<[number], Record<string, unknown>>('select * from accounts where id = ?')
      .get(accountId);
  const enter = async (loginName: string) => {
    const window = desk.stranger();
    expect(await window.session.login({ loginName, password: PASSWORD })).toEqual({ result: 'open' });
    return window;
  };

  it('asks for a password that is kept only as an argon2id hash, another one for everybody', async () => {
    const { accountId } = await hire('zhao.min');
    const { accountId: other } = await hire('qian.er');
    const [first, second] = [account(accountId)?.['password_hash'], account(other)?.['password_hash']];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
    const window = await enter('zhao.min');
    expect(await window.session.current({})).toMatchObject({ state: 'open', person: { name: 'zhao.min' } });
  });

  it('knows no default password: an empty office asks for its first administrator and lets nobody in', async () => {
    const bare = await testOffice({ bare: true });
    const window = bare.stranger();
    expect(await window.session.current({})).toEqual({ state: 'setup' });
    for (const loginName of ['admin', 'administrator', 'root'])
      expect(await window.session.login({ loginName, password: 'admin' })).toEqual({ result: 'wrong', left: 4 });
    await expectRefusal(window.session.enterDemo({ accountId: 1 }), 'FORBIDDEN');
    await bare.close();
  });

  it('refuses a short password, and one that is the login name', async () => {
    const one = { name: '王一', loginName: 'wang.yi.wang', post: 'consultant' as const };
    const { accountId } = await administrator.accounts.create(one);
    const choose = (password: string) =>
      comeWithCode(desk, administrator, { accountId, loginName: one.loginName, password });
    await expectRefusal(choose('1234567'), 'PASSWORD_WEAK');
    await expectRefusal(choose('Wang.Yi.Wang'), 'PASSWORD_WEAK');
    await hire('wang.yi');
    await expectRefusal(hire('wang.yi'), 'LOGIN_NAME_TAKEN');
  });

  it('waits after five wrong passwords, for the right one too, and says until when', async () => {
    await hire('zhao.min');
    const window = desk.stranger();
    const attempt = (password: string) => window.session.login({ loginName: 'zhao.min', password });
    for (const left of [4, 3, 2, 1]) expect(await attempt('guess')).toEqual({ result: 'wrong', left });
    const until = desk.clock() + 15 * MINUTE_MS;
    expect(await attempt('guess')).toEqual({ result: 'lockedOut', until });
    expect(await attempt(PASSWORD)).toEqual({ result: 'lockedOut', until });
    desk.clock.set(until - 1);
    expect(await attempt(PASSWORD)).toEqual({ result: 'lockedOut', until });
    desk.clock.set(until);
    expect(await attempt('guess')).toEqual({ result: 'wrong', left: 4 });
    expect(await attempt(PASSWORD)).toEqual({ result: 'open' });
    const kinds = desk.office.database.client
      .prepare(`select kind from events where procedure = 'session.login' order by seq`)
      .pluck()
      .all()
      .filter((kind) => kind !== 'passwordChosen');
    expect(kinds).toEqual([...Array(4).fill('loginFailed'), 'lockedOut', 'loginFailed', 'loggedIn']);
  });

  it('counts guesses that come all at once', async () => {
    await hire('zhao.min');
    const guesses = Array.from({ length: 12 }, () =>
      desk.stranger().session.login({ loginName: 'zhao.min', password: 'guess' }),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ result }) => result === 'wrong')).toHaveLength(4);
    expect(answers.filter(({ result }) => result === 'lockedOut')).toHaveLength(8);
  });

  it('is undone by the administrator, who cannot read the password but sets another', async () => {
    const { accountId } = await hire('zhao.min');
    const window = desk.stranger();
    for (let time = 0; time < 5; time += 1) await window.session.login({ loginName: 'zhao.min', password: 'guess' });
    const version = Number(account(accountId)?.['version']);
    await administrator.accounts.resetPassword({ accountId, version });
    await comeWithCode(desk, administrator, { accountId, loginName: 'zhao.min', password: 'another sentence' });
    expect(await window.session.login({ loginName: 'zhao.min', password: PASSWORD })).toMatchObject({
      result: 'wrong',
    });
    expect(await window.session.login({ loginName: 'zhao.min', password: 'another sentence' })).toEqual({
      result: 'open',
    });
  });

  it('tells a disabled account so only to whoever knows its password', async () => {
    const { accountId } = await hire('zhao.min');
    await administrator.accounts.disable({ accountId, version: Number(account(accountId)?.['version']) });
    const window = desk.stranger();
    const attempt = (password: string) => window.session.login({ loginName: 'zhao.min', password });
    expect(await attempt('guess')).toMatchObject({ result: 'wrong' });
    expect(await attempt(PASSWORD)).toEqual({ result: 'disabled' });
    await administrator.accounts.enable({ accountId, version: Number(account(accountId)?.['version']) });
    expect(await attempt(PASSWORD)).toEqual({ result: 'open' });
  });

  it('never leaves the office without an administrator', async () => {
    const [only] = await administrator.accounts.list({});
    await expectRefusal(administrator.accounts.disable({ accountId: only?.id ?? 0, version: 1 }), 'LAST_ADMINISTRATOR');
    const asConsultant = { accountId: only?.id ?? 0, version: 1, name: '王一', post: 'consultant' as const };
    await expectRefusal(administrator.accounts.update(asConsultant), 'LAST_ADMINISTRATOR');
  });

  it('counts a changed post at once, in the middle of a session', async () => {
    const { accountId } = await hire('zhao.min', 'manager');
    const window = await enter('zhao.min');
    await window.events.list({ day: null, actorId: null, before: null });
    const version = Number(account(accountId)?.['version']);
    await administrator.accounts.update({ accountId, version, name: '赵敏', post: 'consultant' });
    await expectRefusal(window.events.list({ day: null, actorId: null, before: null }), 'FORBIDDEN');
  });

  it('ends with the window that logs out, and no other', async () => {
    await hire('zhao.min');
    const [one, other] = [await enter('zhao.min'), await enter('zhao.min')];
    await one.session.logout({});
    await expectRefusal(one.tasks.today({}), 'UNAUTHENTICATED');
    await other.tasks.today({});
  });

  it('ends everywhere when the account is disabled, and so does what was still listening', async () => {
    const { accountId } = await hire('zhao.min');
    const windows = [await enter('zhao.min'), await enter('zhao.min')] as const;
    const changes = await windows[0].session.changes({});
    const heard = changes[Symbol.asyncIterator]();
    const first = heard.next();
    await administrator.session.setLanguage({ language: 'en' });
    expect((await first).value).toMatchObject({ touched: expect.any(Array) });
    const ended = heardToTheEnd(heard);
    await administrator.accounts.disable({ accountId, version: Number(account(accountId)?.['version']) });
    await expectRefusal(ended, 'UNAUTHENTICATED');
    for (const window of windows) await expectRefusal(window.tasks.today({}), 'UNAUTHENTICATED');
    expect(await windows[0].session.current({})).toMatchObject({ state: 'login' });
  });
});

describe('A screen that is left alone', () => {
  let desk: TestOffice;
  let window: TestClient<OfficeClient>;
  let zhao: number;
  beforeEach(async () => {
    desk = await testOffice();
    const person = { name: '赵敏', loginName: 'zhao.min', post: 'consultant' as const, password: PASSWORD };
    zhao = await hirePerson(desk, desk.as('administrator'), person);
    window = desk.stranger();
    await window.session.login({ loginName: 'zhao.min', password: PASSWORD });
    await window.session.setPin({ password: PASSWORD, pin: '258036' });
  });
  afterEach(() => desk.close());

  const idle = async () => {
    const { value } = (await window.settings.list({})).find(({ key }) => key === 'idleLockMinutes') ?? {};
    return Number(Reflect.get(Object(value), 'consultant')) * MINUTE_MS;
  };

  it('locks by the office’s clock after the minutes of the post, and stays open while somebody is there', async () => {
    const limit = await idle();
    expect(limit).toBeGreaterThan(0);
    desk.clock.advance(limit - 1);
    await window.session.touch({});
    desk.clock.advance(limit - 1);
    await window.tasks.today({});
    desk.clock.advance(1);
    await expectRefusal(window.tasks.today({}), 'SESSION_LOCKED');
    // A locked screen cannot be kept awake, shows whose it is, and nothing else.
    await expectRefusal(window.session.touch({}), 'SESSION_LOCKED');
    expect(await window.session.current({})).toMatchObject({ state: 'locked', person: { name: '赵敏' } });
  });

  it('opens with the PIN or the password, from there on for the full time', async () => {
    for (const secret of ['258036', PASSWORD]) {
      await window.session.lock({});
      await expectRefusal(window.tasks.today({}), 'SESSION_LOCKED');
      expect(await window.session.unlock({ secret })).toEqual({ result: 'open' });
      await window.tasks.today({});
    }
    desk.clock.advance(await idle());
    await expectRefusal(window.tasks.today({}), 'SESSION_LOCKED');
    expect(await window.session.unlock({ secret: '258036' })).toEqual({ result: 'open' });
    desk.clock.advance((await idle()) - 1);
    await window.tasks.today({});
  });

  it('asks for the full log-in after three wrong PINs, where the attempts are counted', async () => {
    await window.session.lock({});
    expect(await window.session.unlock({ secret: '000000' })).toEqual({ result: 'wrong' });
    expect(await window.session.unlock({ secret: '111111' })).toEqual({ result: 'wrong' });
    expect(await window.session.unlock({ secret: '222222' })).toEqual({ result: 'loggedOut' });
    await expectRefusal(window.session.unlock({ secret: '258036' }), 'UNAUTHENTICATED');
    expect(await window.session.current({})).toMatchObject({ state: 'login' });
  });

  it('lets somebody back by PIN to the PC that has seen their password today, after another has sat there', async () => {
    const qian = { name: '钱宁', loginName: 'qian.ning', post: 'consultant' as const, password: PASSWORD };
    await hirePerson(desk, desk.as('administrator'), qian);
    const elsewhere = desk.stranger('another PC');
    const knownTo = async (pc: TestClient) => {
      const current = await pc.session.current({});
      return current.state === 'login' ? current.known.map(({ name }) => name) : undefined;
    };
    await window.session.stepAside({});
    await expectRefusal(window.tasks.today({}), 'UNAUTHENTICATED');
    expect([await knownTo(window), await knownTo(elsewhere)]).toEqual([['赵敏'], []]);
    await window.session.login({ loginName: 'qian.ning', password: PASSWORD });
    await window.session.stepAside({});
    // Without a PIN there is nothing to come back by.
    expect(await knownTo(window)).toEqual(['赵敏']);
    const accountId = zhao;
    expect(await elsewhere.session.enterByPin({ accountId, pin: '258036' })).toEqual({ result: 'password' });
    expect(await window.session.enterByPin({ accountId, pin: '000000' })).toEqual({ result: 'wrong' });
    expect(await window.session.enterByPin({ accountId, pin: '258036' })).toEqual({ result: 'open' });
    expect(await window.session.current({})).toMatchObject({ state: 'open', person: { name: '赵敏' } });
  });

  it('asks for the password again after three wrong PINs, a log-out, a new password or a night', async () => {
    const enter = (pin: string) => window.session.enterByPin({ accountId: zhao, pin });
    const login = (password = PASSWORD) => window.session.login({ loginName: 'zhao.min', password });
    await window.session.stepAside({});
    expect([await enter('000000'), await enter('111111'), await enter('222222'), await enter('258036')]).toEqual(
      ['wrong', 'wrong', 'password', 'password'].map((result) => ({ result })),
    );
    await login();
    await window.session.logout({});
    expect(await enter('258036')).toEqual({ result: 'password' });
    await login();
    await window.session.setPassword({ password: PASSWORD, newPassword: 'another sentence' });
    await window.session.stepAside({});
    expect(await enter('258036')).toEqual({ result: 'password' });
    await login('another sentence');
    await window.session.stepAside({});
    desk.clock.advance(24 * 60 * MINUTE_MS);
    expect(await enter('258036')).toEqual({ result: 'password' });
  });

  it('takes no PIN for a log-in, and no new PIN or password without the old password', async () => {
    const other = desk.stranger();
    await expectRefusal(window.session.setPin({ password: PASSWORD, pin: '2580' }), 'PIN_DIGITS');
    expect(await other.session.login({ loginName: 'zhao.min', password: '258036' })).toMatchObject({ result: 'wrong' });
    expect(await window.session.setPin({ password: 'guess', pin: '111111' })).toEqual({ result: 'wrong' });
    expect(await window.session.setPassword({ password: '258036', newPassword: 'another sentence' })).toEqual({
      result: 'wrong',
    });
    await expectRefusal(window.session.setPassword({ password: PASSWORD, newPassword: 'short' }), 'PASSWORD_WEAK');
    expect(await window.session.setPassword({ password: PASSWORD, newPassword: 'another sentence' })).toEqual({
      result: 'set',
    });
    expect(await other.session.login({ loginName: 'zhao.min', password: 'another sentence' })).toEqual({
      result: 'open',
    });
  });

  it('speaks as the computer does until the person chooses a language, and again when they take that back', async () => {
    const person = async () => {
      const current = await window.session.current({});
      return current.state === 'open' ? current.person.language : undefined;
    };
    expect(await person()).toBeNull();
    await window.session.setLanguage({ language: 'en' });
    expect(await person()).toBe('en');
    await window.session.setLanguage({ language: null });
    expect(await person()).toBeNull();
  });

  it('keeps its live feed while it is locked, and loses it with the session', async () => {
    const changes = await window.session.changes({});
    const heard = changes[Symbol.asyncIterator]();
    const first = heard.next();
    await desk.as('administrator').session.setLanguage({ language: 'en' });
    expect((await first).done).toBe(false);
    await window.session.lock({});
    const whileLocked = heard.next();
    await desk.as('administrator').session.setLanguage({ language: 'en' });
    expect((await whileLocked).done).toBe(false);
    const ended = heardToTheEnd(heard);
    await window.session.unlock({ secret: '258036' });
    await window.session.logout({});
    await expectRefusal(ended, 'UNAUTHENTICATED');
  });
});
