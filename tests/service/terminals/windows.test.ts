import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ended } from '#electron/server/terminals/presence.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { hire as hirePerson } from '#tests/support/people.ts';
import { expectRefusal, heardToTheEnd, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';
import { codeShown, pair, windowOf } from '#tests/support/terminals.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PASSWORD = 'a long sentence';

describe('A window of a terminal', () => {
  let desk: TestOffice;
  let manager: TestClient & { me: number };
  let token: string;
  let terminalId: number;
  let zhao: number;
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager', '郑凯');
    ({ token, terminalId } = await pair(desk, { code: await codeShown(manager), name: '前台' }));
    zhao = await hire('zhao.min');
  });
  afterEach(() => desk.close());

  const hire = (loginName: string, post: Post = 'consultant') =>
    hirePerson(desk, desk.as('administrator'), { name: loginName, loginName, post, password: PASSWORD });
  const login = (client: TestClient, password = PASSWORD, loginName = 'zhao.min') =>
    client.session.login({ loginName, password });
  const atWork = async (resume?: string) => {
    const window = windowOf(desk, token, resume);
    expect(await login(window.client)).toEqual({ result: 'open' });
    return window;
  };
  const kept = () =>
    desk.office.database.client
      .prepare('select account_id as account, locked, ended_by as by from terminal_sessions')
      .all();
  const tick = () => desk.office.clock.tick();

  it('comes in with the token of its terminal alone', () => {
    expect(() => windowOf(desk, 'x'.repeat(43))).toThrow('TERMINAL_UNKNOWN');
    expect(() => windowOf(desk, '')).toThrow('TERMINAL_UNKNOWN');
    expect(windowOf(desk, token).connection).toMatchObject({ terminal: '前台', place: `terminal:${terminalId}` });
  });

  it('gets its session back when the wire was cut, and another window does not', async () => {
    const window = await atWork();
    desk.office.terminals.left(window.connection);
    const back = windowOf(desk, token, window.resume);
    expect(back.resume).toBe(window.resume);
    expect(back.connection).toBe(window.connection);
    await back.client.tasks.today({});
    const other = windowOf(desk, token);
    expect(other.resume).not.toBe(window.resume);
    await expectRefusal(other.client.tasks.today({}), 'UNAUTHENTICATED');
  });

  it('keeps its session when it comes back before the old wire was known to be dead', async () => {
    const window = await atWork();
    const back = windowOf(desk, token, window.resume);
    desk.office.terminals.left(window.connection);
    desk.clock.advance(11 * MINUTE_MS);
    await tick();
    expect(desk.office.terminals.present()).toMatchObject([{ id: terminalId, windows: 1 }]);
    expect(back.connection.session?.accountId).toBe(zhao);
  });

  it('belongs to its terminal: the token of a window opens nothing at another', async () => {
    const window = await atWork();
    const other = await pair(desk, { code: await codeShown(manager), name: '财务' });
    const thief = windowOf(desk, other.token, window.resume);
    expect(thief.connection).not.toBe(window.connection);
    await expectRefusal(thief.client.tasks.today({}), 'UNAUTHENTICATED');
    desk = await desk.restart();
    await expectRefusal(windowOf(desk, other.token, window.resume).client.tasks.today({}), 'UNAUTHENTICATED');
  });

  describe('when the host was switched off and on again', () => {
    it('goes on with its session, once', async () => {
      const window = await atWork();
      desk = await desk.restart();
      const back = windowOf(desk, token, window.resume);
      expect(await back.client.session.current({})).toMatchObject({ state: 'open', person: { id: zhao } });
      await back.client.session.logout({});
      expect(kept()).toEqual([]);
      desk = await desk.restart();
      await expectRefusal(windowOf(desk, token, window.resume).client.tasks.today({}), 'UNAUTHENTICATED');
    });

    it('is as locked as it was, and locked when nobody was there for long', async () => {
      const window = await atWork();
      await window.client.session.lock({});
      expect(kept()).toEqual([{ account: zhao, locked: 1, by: null }]);
      desk = await desk.restart();
      const locked = windowOf(desk, token, window.resume);
      await expectRefusal(locked.client.tasks.today({}), 'SESSION_LOCKED');
      expect(await locked.client.session.unlock({ secret: PASSWORD })).toEqual({ result: 'open' });
      desk = await desk.restart();
      await windowOf(desk, token, window.resume).client.tasks.today({});
      desk.clock.advance(5 * HOUR_MS);
      desk = await desk.restart();
      await expectRefusal(windowOf(desk, token, window.resume).client.tasks.today({}), 'SESSION_LOCKED');
    });

    it('remembers that somebody was there a moment ago', async () => {
      const window = await atWork();
      for (let minute = 0; minute < 40; minute += 1) {
        desk.clock.advance(MINUTE_MS);
        await window.client.session.touch({});
        await tick();
      }
      desk = await desk.restart();
      await windowOf(desk, token, window.resume).client.tasks.today({});
      expect(desk.log.filter((line) => line.startsWith('error'))).toEqual([]);
    });

    it('has no session any more after twelve hours, of a disabled account, or ended by three wrong PINs', async () => {
      const window = await atWork();
      await window.client.session.lock({});
      for (let time = 0; time < 3; time += 1) await window.client.session.unlock({ secret: '000000' });
      expect(kept()).toEqual([]);
      await login(window.client);
      desk.clock.advance(12 * HOUR_MS + 1);
      await expectRefusal(window.client.tasks.today({}), 'UNAUTHENTICATED');
      desk = await desk.restart();
      await expectRefusal(windowOf(desk, token, window.resume).client.tasks.today({}), 'UNAUTHENTICATED');
      const fresh = await atWork();
      const administrator = desk.as('administrator');
      const account = (await administrator.accounts.list({})).find(({ id }) => id === zhao);
      await administrator.accounts.disable({ accountId: zhao, version: account?.version ?? 0 });
      expect(kept()).toEqual([]);
      desk = await desk.restart();
      await expectRefusal(windowOf(desk, token, fresh.resume).client.tasks.today({}), 'UNAUTHENTICATED');
    });
  });

  it('is left without a session at once when its person is disabled, with the feed and the socket', async () => {
    const window = await atWork();
    const ended: Ended[] = [];
    desk.office.terminals.onEnded((one) => ended.push(one));
    const heard = (await window.client.session.changes({}))[Symbol.asyncIterator]();
    const told = expectRefusal(heardToTheEnd(heard), 'UNAUTHENTICATED');
    const administrator = desk.as('administrator');
    const account = (await administrator.accounts.list({})).find(({ id }) => id === zhao);
    const started = performance.now();
    await administrator.accounts.disable({ accountId: zhao, version: account?.version ?? 0 });
    await told;
    await expectRefusal(window.client.tasks.today({}), 'UNAUTHENTICATED');
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(ended).toEqual([{ connectionId: window.connection.id }]);
  });

  it('does only what its desks carry, from the moment they are said, and shows no more', async () => {
    await hire('guan.li', 'administrator');
    const { client } = windowOf(desk, token);
    await login(client, PASSWORD, 'guan.li');
    await client.accounts.list({});
    await manager.terminals.limit({ terminalId, version: 1, desks: ['reception', 'reception'] });
    await expectRefusal(client.accounts.list({}), 'TERMINAL_LIMITED');
    // What the post may not do is refused for that reason, at any terminal.
    await expectRefusal(client.payments.due({ until: '2026-11-30' }), 'FORBIDDEN');
    const current = await client.session.current({});
    const permissions = current.state === 'open' ? current.person.permissions : [];
    expect(permissions).toContain('settings.read');
    expect(permissions).not.toContain('accounts.read');
    expect(await manager.terminals.list({})).toMatchObject([{ desks: ['reception'], people: [{ name: 'guan.li' }] }]);
    await manager.terminals.limit({ terminalId, version: 2, desks: null });
    await client.accounts.list({});
    expectReplayed(desk);
  });

  it('is cut off for good when its terminal is revoked', async () => {
    const window = await atWork();
    const ended: Ended[] = [];
    desk.office.terminals.onEnded((one) => ended.push(one));
    await manager.terminals.revoke({ terminalId, version: 1 });
    expect(ended).toEqual([{ terminalId }]);
    expect(kept()).toEqual([]);
    await expectRefusal(window.client.tasks.today({}), 'UNAUTHENTICATED');
    expect(() => windowOf(desk, token, window.resume)).toThrow('TERMINAL_REVOKED');
    expect(await manager.terminals.list({})).toMatchObject([{ state: 'revoked', windows: 0, revokedBy: '郑凯' }]);
    await expectRefusal(manager.terminals.revoke({ terminalId, version: 2 }), 'TERMINAL_REVOKED');
    const atTerminals = (await manager.terminals.sessions({})).filter((one) => one.terminalId !== null);
    expect(atTerminals).toEqual([]);
    // The name is free for the PC when it is paired anew.
    const again = await pair(desk, { code: await codeShown(manager), name: '前台', token });
    expect(again.terminalId).not.toBe(terminalId);
    expectReplayed(desk);
  });

  it('tells its person who ended their session, there and after the host was switched off and on', async () => {
    const [window, away] = [await atWork(), await atWork()];
    desk.office.terminals.left(away.connection);
    const sessions = await manager.terminals.sessions({});
    expect(sessions.filter(({ person }) => person.id === zhao)).toMatchObject([
      { terminalId, terminal: '前台', connected: true, locked: false, own: false },
      { terminalId, terminal: '前台', connected: false },
    ]);
    const heard = (await window.client.session.changes({}))[Symbol.asyncIterator]();
    const told = refusalOf(heardToTheEnd(heard));
    for (const { key, person } of sessions)
      if (person.id === zhao) {
        await expectRefusal(manager.terminals.endSession({ key, accountId: manager.me }), 'NOT_FOUND');
        await manager.terminals.endSession({ key, accountId: zhao });
      }
    expect(await told).toEqual({ code: 'SESSION_ENDED_BY', params: { name: '郑凯' } });
    expect(await refusalOf(window.client.tasks.today({}))).toMatchObject({ code: 'SESSION_ENDED_BY' });
    expect(await window.client.session.current({})).toMatchObject({ state: 'login', endedBy: '郑凯', known: [] });
    desk = await desk.restart();
    const back = windowOf(desk, token, away.resume);
    expect(await back.client.session.current({})).toMatchObject({ state: 'login', endedBy: '郑凯' });
    await login(back.client);
    expect(await back.client.session.current({})).toMatchObject({ state: 'open' });
    await back.client.session.logout({});
    expect(await back.client.session.current({})).toMatchObject({ state: 'login', endedBy: null });
  });

  it('is named anew at once, by a name that no other has', async () => {
    const window = await atWork();
    await pair(desk, { code: await codeShown(manager), name: '财务' });
    await expectRefusal(manager.terminals.rename({ terminalId, version: 1, name: '财务' }), 'TERMINAL_NAME_TAKEN');
    await manager.terminals.rename({ terminalId, version: 1, name: '接待一' });
    await window.client.session.setLanguage({ language: 'en' });
    const [last] = await manager.events.list({ day: null, actorId: zhao, before: null });
    expect(last).toMatchObject({ terminal: '接待一', kind: 'languageChosen' });
    const [renamed] = (await manager.events.list({ day: null, actorId: manager.me, before: null })).filter(
      ({ kind }) => kind === 'terminalRenamed',
    );
    expect(renamed).toMatchObject({ noun: 'terminals', subject: '接待一' });
  });

  it('is one of forty at most, of which those that went first give their place up', async () => {
    const windows = Array.from({ length: 40 }, () => windowOf(desk, token));
    expect(() => windowOf(desk, token)).toThrow('TOO_MANY_REQUESTS');
    const [first] = windows;
    if (first !== undefined) desk.office.terminals.left(first.connection);
    windowOf(desk, token);
    expect(desk.office.terminals.present()).toMatchObject([{ windows: 40 }]);
  });

  it('is forgotten when it stays away: soon without a session, after twelve hours with one', async () => {
    const [idle, working] = [windowOf(desk, token), await atWork()];
    desk.office.terminals.left(idle.connection);
    desk.office.terminals.left(working.connection);
    const remembered = async () => {
      await tick();
      return desk.office.terminals.presence.windows().map(({ connection }) => connection.id);
    };
    expect(await remembered()).toEqual([idle.connection.id, working.connection.id]);
    desk.clock.advance(10 * MINUTE_MS + 1);
    expect(await remembered()).toEqual([working.connection.id]);
    desk.clock.advance(12 * HOUR_MS);
    expect(await remembered()).toEqual([]);
    await expectRefusal(windowOf(desk, token, working.resume).client.tasks.today({}), 'UNAUTHENTICATED');
  });

  it('is seen with its address and program, also after the host was switched off', async () => {
    windowOf(desk, token);
    await tick();
    desk.clock.advance(HOUR_MS);
    const seen = { at: desk.clock() - HOUR_MS, address: '192.168.1.20', program: '0.1.0' };
    desk = await desk.restart();
    const [terminal] = await desk.as('manager').terminals.list({});
    expect(terminal).toMatchObject({ windows: 0, seen });
  });
});
