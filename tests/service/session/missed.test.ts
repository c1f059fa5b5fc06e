import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headOf, touchedSince } from '#db/repositories/events.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { plansOf } from '#tests/support/query-plans.ts';

describe('A window that was away', () => {
  let desk: TestOffice;
  let window: TestClient;
  let administrator: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    window = desk.as('consultant', '赵敏');
    administrator = desk.as('administrator');
  });
  afterEach(() => desk.close());

  const seq = () => headOf(desk.office.database.client).seq;
  const hire = (loginName: string) => administrator.accounts.create({ name: loginName, loginName, post: 'consultant' });
  /** What the feed tells first to whoever has seen everything up to an event. */
  const first = async (since: number | null) => {
    const leaving = new AbortController();
    const changes = await window.session.changes({ since }, { signal: leaving.signal });
    const { value } = await changes[Symbol.asyncIterator]().next();
    leaving.abort();
    return value;
  };

  it('hears first what was touched meanwhile, each record once, and the newest number', async () => {
    const seen = seq();
    const { accountId } = await hire('qian.er');
    const version = 1;
    await administrator.accounts.update({ accountId, version, name: '钱二', post: 'consultant' });
    const told = await first(seen);
    expect(told).toMatchObject({ seq: seq(), longAct: null });
    expect(told?.touched.filter((one: string) => one === `accounts:${accountId}`)).toHaveLength(1);
    expect(await first(seq())).toMatchObject({ seq: seq(), touched: [] });
  });

  it('misses nothing that comes while it is being told', async () => {
    const seen = seq();
    const changes = await window.session.changes({ since: seen });
    const heard = changes[Symbol.asyncIterator]();
    const [before] = await Promise.all([heard.next(), hire('qian.er')]);
    expect(before.value?.seq).toBe(seen);
    expect((await heard.next()).value?.touched.some((one: string) => one.startsWith('accounts:'))).toBe(true);
    await heard.return?.();
  });

  it('asks for everything anew when it missed very much, or saw more than there is', async () => {
    const { client } = desk.office.database;
    const seen = seq();
    for (let times = 0; times < 4; times += 1) await window.session.setLanguage({ language: times % 2 ? 'en' : null });
    expect(touchedSince(client, seen, 4).touched).not.toEqual(['*']);
    expect(touchedSince(client, seen - 1, 4).touched).toEqual(['*']);
    // As after a backup was restored: the log is shorter than what was seen.
    expect(await first(seq() + 7)).toMatchObject({ seq: seq(), touched: ['*'] });
  });

  it('is answered from the end of the log, however long that is', () => {
    const { database } = desk.office;
    const plans = plansOf(database, () => touchedSince(database.client, 1, 500)).join();
    expect(plans).toContain('SEARCH events USING INTEGER PRIMARY KEY (rowid>?)');
    expect(plans).toMatch(/SEARCH event_changes USING INDEX sqlite_autoindex_event_changes_1 \(seq>\?\)/);
  });
});
