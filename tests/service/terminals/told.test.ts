import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { codeShown, pair, windowOf } from '#tests/support/terminals.ts';

const PASSWORD = 'a long sentence';

describe('The page of the terminals', () => {
  let desk: TestOffice;
  let manager: TestClient;
  beforeAll(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
  });
  afterAll(() => desk.close());

  const windowsOf = async (terminalId: number) =>
    (await manager.terminals.list({})).find(({ id }) => id === terminalId)?.windows;

  it('hears within a second that a terminal has come, and that it has gone, without an event of the office', async () => {
    const { token, terminalId } = await pair(desk, { code: await codeShown(manager) });
    const leaving = new AbortController();
    const changes = (await manager.session.changes({}, { signal: leaving.signal }))[Symbol.asyncIterator]();
    const next = async () => (await changes.next()).value as { seq: number; touched: string[] };

    const began = performance.now();
    const heard = next();
    const { connection } = windowOf(desk, token);
    expect(await heard).toEqual(expect.objectContaining({ touched: [`terminals:${terminalId}`] }));
    expect(await windowsOf(terminalId)).toBe(1);

    const gone = next();
    desk.office.terminals.left(connection);
    expect(await gone).toEqual(expect.objectContaining({ touched: [`terminals:${terminalId}`] }));
    expect(await windowsOf(terminalId)).toBe(0);
    expect(performance.now() - began).toBeLessThan(2_000);
    leaving.abort();
  });

  it('hears that somebody locks their screen and opens it again, at a terminal and at the host itself', async () => {
    const { token, terminalId } = await pair(desk, { code: await codeShown(manager), name: '签约室' });
    const { client } = windowOf(desk, token);
    const person = { name: '赵敏', loginName: 'zhao.min', post: 'consultant' as const, password: PASSWORD };
    await hire(desk, desk.as('administrator'), person);
    const standing = async () =>
      (await manager.terminals.sessions({})).find((one) => one.terminalId === terminalId)?.locked;
    const leaving = new AbortController();
    const changes = (await manager.session.changes({}, { signal: leaving.signal }))[Symbol.asyncIterator]();
    // Listens from now on: what is told is not told again to whoever comes later.
    let next: ReturnType<typeof changes.next> | undefined = changes.next();
    const heard = async (place: string): Promise<void> => {
      for (;;) {
        const { value } = (await (next ?? changes.next())) as { value: { touched: string[] } };
        next = undefined;
        if (value.touched.includes(place)) return;
      }
    };
    await client.session.login({ loginName: 'zhao.min', password: PASSWORD });
    await heard(`terminals:${terminalId}`);
    expect(await standing()).toBe(false);

    await client.session.lock({});
    await heard(`terminals:${terminalId}`);
    expect(await standing()).toBe(true);
    await client.session.unlock({ secret: PASSWORD });
    await heard(`terminals:${terminalId}`);
    expect(await standing()).toBe(false);

    await desk.as('consultant').session.lock({});
    await heard('terminals:0');
    leaving.abort();
  });

  it('hears of many that come together once', async () => {
    const tokens: string[] = [];
    for (const name of ['一号', '二号', '三号'])
      tokens.push((await pair(desk, { code: await codeShown(manager), name })).token);
    const changes = (await manager.session.changes({}))[Symbol.asyncIterator]();
    const heard = changes.next();
    for (const token of tokens) windowOf(desk, token);
    expect(((await heard).value as { touched: string[] }).touched).toHaveLength(3);
    await changes.return?.();
  });
});
