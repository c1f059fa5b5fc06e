import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { comeWithCode, hire } from '#tests/support/people.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const HOUR_MS = 3_600_000;
const PASSWORD = 'a long sentence';

describe('Somebody new', () => {
  let desk: TestOffice;
  let administrator: TestClient & { me: number };
  let accountId: number;
  let code: string;
  const loginName = 'zhao.min';
  beforeEach(async () => {
    desk = await testOffice();
    administrator = desk.as('administrator');
    ({ accountId } = await administrator.accounts.create({ name: '赵敏', loginName, post: 'consultant' }));
    code = (await administrator.accounts.code({ accountId })).shown?.code ?? '';
  });
  afterEach(() => desk.close());

  const come = (password: string, newPassword?: string) =>
    desk.stranger().session.login({ loginName, password, ...(newPassword === undefined ? {} : { newPassword }) });
  const listed = async () => (await administrator.accounts.list({})).find(({ id }) => id === accountId);

  it('comes with a code, which opens nothing but the choice of a password that nobody else knows', async () => {
    expect(code).toMatch(/^[0-9A-HJ-NP-TV-Z]{5}-[0-9A-HJ-NP-TV-Z]{5}$/);
    expect((await listed())?.codeUntil).toBe(desk.clock() + 72 * HOUR_MS);
    const window = desk.stranger();
    expect(await window.session.login({ loginName, password: code })).toEqual({ result: 'choose' });
    await expectRefusal(window.tasks.today({}), 'UNAUTHENTICATED');
    const typed = code.toLowerCase().replace('-', ' ');
    expect(await come(typed, PASSWORD)).toEqual({ result: 'open' });
    expect((await listed())?.codeUntil).toBeNull();
    // Used once, it is nothing but a wrong password, and no other password of somebody's can be set that way.
    expect(await come(code, 'another sentence')).toMatchObject({ result: 'wrong' });
    expect(await come(PASSWORD, 'another sentence')).toEqual({ result: 'open' });
    expect(await come('another sentence')).toMatchObject({ result: 'wrong' });
    expect(await come(PASSWORD)).toEqual({ result: 'open' });
    expectReplayed(desk);
  });

  it('has their choice refused when it is easily guessed, and still has the code', async () => {
    await expectRefusal(come(code, 'short'), 'PASSWORD_WEAK');
    await expectRefusal(come(code, 'password1'), 'PASSWORD_COMMON');
    await expectRefusal(come(code, '测试花园2026'), 'PASSWORD_KNOWN_WORDS');
    await expectRefusal(come(code, '赵敏 20260301'), 'PASSWORD_KNOWN_WORDS');
    // Whether a password is a weak one is told to nobody who has not shown the code.
    expect(await come('guess', 'short')).toMatchObject({ result: 'wrong' });
    expect(await come(code, PASSWORD)).toEqual({ result: 'open' });
  });

  it('finds the code run out after three days, and is given another one', async () => {
    desk.clock.advance(72 * HOUR_MS);
    expect(await come(code, PASSWORD)).toEqual({ result: 'codeOver' });
    administrator = desk.as('administrator');
    await administrator.accounts.resetPassword({ accountId, version: (await listed())?.version ?? 0 });
    await comeWithCode(desk, administrator, { accountId, loginName, password: PASSWORD });
    expect(await come(PASSWORD)).toEqual({ result: 'open' });
  });

  it('has a code that only who had it made may see, for as long as it takes to write it down', async () => {
    expect(await desk.as('manager').accounts.code({ accountId })).toEqual({ shown: null });
    await expectRefusal(desk.as('consultant').accounts.code({ accountId }), 'FORBIDDEN');
    desk.clock.advance(4 * 60_000);
    expect((await administrator.accounts.code({ accountId })).shown?.code).toBe(code);
    desk.clock.advance(7 * 60_000);
    await administrator.session.unlock({ secret: 'x' }).catch(() => undefined);
    administrator = desk.as('administrator');
    expect(await administrator.accounts.code({ accountId })).toEqual({ shown: null });
  });

  it('has a code that is kept nowhere: not in the log, not in an answer, not on the disk', async () => {
    const { client } = desk.office.database;
    for (const table of ['events', 'event_changes', 'requests', 'accounts'])
      for (const secret of [code, code.replace('-', '')])
        expect(JSON.stringify(client.prepare(`select * from ${table}`).all())).not.toContain(secret);
  });

  it('loses code, PIN, windows and what waits with a reset', async () => {
    await come(code, PASSWORD);
    const window = desk.stranger('terminal:1');
    await window.session.login({ loginName, password: PASSWORD });
    await window.session.setPin({ password: PASSWORD, pin: '258036' });
    await administrator.accounts.resetPassword({ accountId, version: (await listed())?.version ?? 0 });
    await expectRefusal(window.tasks.today({}), 'UNAUTHENTICATED');
    expect(await window.session.current({})).toMatchObject({ state: 'login', known: [] });
    expect(await window.session.enterByPin({ accountId, pin: '258036' })).toEqual({ result: 'password' });
    await comeWithCode(desk, administrator, { accountId, loginName, password: 'another sentence' });
    await window.session.login({ loginName, password: 'another sentence' });
    expect(await window.session.current({})).toMatchObject({ person: { hasPin: false } });
  });
});

describe('The list of people', () => {
  let desk: TestOffice;
  let administrator: TestClient;
  let zhao: number;
  beforeEach(async () => {
    desk = await testOffice();
    administrator = desk.as('administrator');
    const person = { name: '赵敏', loginName: 'zhao.min', post: 'consultant' as const, password: PASSWORD };
    zhao = await hire(desk, administrator, person);
  });
  afterEach(() => desk.close());

  const guess = async (place: string | undefined) => {
    const window = desk.stranger(place);
    for (let time = 0; time < 5; time += 1) await window.session.login({ loginName: 'zhao.min', password: 'guess' });
  };
  const waits = async () => (await administrator.accounts.list({})).find(({ id }) => id === zhao)?.waits;

  it('says where somebody is locked out and until when, and whoever keeps it lets them try again', async () => {
    expect(await waits()).toEqual([]);
    await guess('pc');
    const until = desk.clock() + 15 * 60_000;
    expect(await waits()).toEqual([{ place: null, until }]);
    await guess('terminal:7');
    expect(await waits()).toHaveLength(2);
    await expectRefusal(desk.as('consultant').accounts.liftWaits({ accountId: zhao }), 'FORBIDDEN');
    await administrator.accounts.liftWaits({ accountId: zhao });
    expect(await waits()).toEqual([]);
    expect(await desk.stranger('pc').session.login({ loginName: 'zhao.min', password: PASSWORD })).toEqual({
      result: 'open',
    });
    const [newest] = await administrator.events.list({ day: null, actorId: null, before: null });
    expect(newest).toMatchObject({ kind: 'loggedIn' });
    const log = await administrator.events.list({ day: null, actorId: null, before: null });
    expect(log.find(({ kind }) => kind === 'waitsLifted')).toMatchObject({ subject: '赵敏' });
  });

  it('shows no wait that is over, and says so to whoever would lift it', async () => {
    await guess('pc');
    desk.clock.advance(15 * 60_000);
    administrator = desk.as('administrator');
    expect(await waits()).toEqual([]);
    await expectRefusal(administrator.accounts.liftWaits({ accountId: zhao }), 'NO_WAIT');
  });
});
