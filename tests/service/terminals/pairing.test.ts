import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSameProof } from '#electron/lan/pairing-proof.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';
import { beginPairing, codeShown, pair, windowOf } from '#tests/support/terminals.ts';

const MINUTE_MS = 60_000;

describe('Pairing a terminal', () => {
  let desk: TestOffice;
  let manager: TestClient & { me: number };
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager', '郑凯');
  });
  afterEach(() => desk.close());

  const refusedWith = (code: string, params = {}) => ({ code, params });
  const outcome = async (work: Promise<unknown>) => {
    try {
      await work;
      return 'done';
    } catch (error) {
      if (error instanceof DomainError) return refusedWith(error.code, error.params);
      throw error;
    }
  };
  const wrong = async (code = '00000000') => outcome(pair(desk, { code }));

  it('lets one in by the code on the host’s screen, once, and tells everybody who manages them', async () => {
    const administrator = desk.as('administrator');
    const code = await codeShown(manager);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const { terminalId, token } = await pair(desk, { code, name: '前台接待' });
    expect(await manager.terminals.pairing({})).toEqual({
      open: null,
      ended: 'paired',
      paired: [{ id: terminalId, name: '前台接待' }],
    });
    expect(await manager.terminals.list({})).toMatchObject([
      { id: terminalId, name: '前台接待', desks: null, state: 'active', windows: 0, seen: null, pairedBy: '郑凯' },
    ]);
    expect(await outcome(pair(desk, { code }))).toEqual(refusedWith('PAIRING_CLOSED'));
    expect(windowOf(desk, token).terminalId).toBe(terminalId);
    for (const person of [manager, administrator])
      expect((await person.notices.list({})).rows).toMatchObject([
        { kind: 'terminalPaired', noun: 'terminals', params: { number: '前台接待' } },
      ]);
    expect((await desk.as('consultant').notices.list({})).rows).toEqual([]);
    expectReplayed(desk);
  });

  it('keeps the code and the token out of the log, of the answers that are kept, and of everybody else’s screen', async () => {
    const code = await codeShown(manager);
    await expectRefusal(desk.as('consultant').terminals.pairing({}), 'FORBIDDEN');
    const { token } = await pair(desk, { code });
    const { client } = desk.office.database;
    const plain = [code, code.replace('-', ''), token];
    for (const table of ['events', 'event_changes', 'requests', 'terminals']) {
      const text = JSON.stringify(client.prepare(`select * from ${table}`).all());
      for (const secret of plain) expect([table, text.includes(secret)]).toEqual([table, false]);
    }
  });

  it('ends after five wrong codes, however many come at once, and says how many are left', async () => {
    const code = await codeShown(manager);
    expect(await wrong()).toEqual(refusedWith('PAIRING_CODE_WRONG', { left: 4 }));
    expect((await manager.terminals.pairing({})).open).toMatchObject({ left: 4, openedBy: '郑凯' });
    const all = await Promise.all(Array.from({ length: 8 }, () => wrong()));
    expect(all.filter((one) => one !== 'done' && one.code === 'PAIRING_CODE_WRONG')).toHaveLength(3);
    expect(await outcome(pair(desk, { code }))).toEqual(refusedWith('PAIRING_CLOSED'));
    expect(await manager.terminals.pairing({})).toEqual({ open: null, ended: 'wrongCodes', paired: [] });
    const log = await manager.events.list({ day: null, actorId: null, before: null });
    expect(log.filter(({ kind }) => kind === 'pairingCodeWrong')).toHaveLength(5);
  });

  it('is closed until somebody opens it, after ten minutes, and when it is closed by hand', async () => {
    expect(await wrong()).toEqual(refusedWith('PAIRING_CLOSED'));
    const code = await codeShown(manager);
    desk.clock.advance(10 * MINUTE_MS);
    expect(await outcome(pair(desk, { code }))).toEqual(refusedWith('PAIRING_CLOSED'));
    const later = desk.as('manager');
    expect(await later.terminals.pairing({})).toMatchObject({ open: null, ended: 'runOut' });
    const next = await codeShown(later);
    expect(next).not.toBe(code);
    await later.terminals.closePairing({});
    expect(await outcome(pair(desk, { code: next }))).toEqual(refusedWith('PAIRING_CLOSED'));
  });

  it('lets all terminals of a moved office in with one code; each keeps its number, name and desks', async () => {
    const first = await pair(desk, { code: await codeShown(manager), name: '前台' });
    await manager.terminals.limit({ terminalId: first.terminalId, version: 1, desks: ['reception'] });
    const code = await codeShown(manager, 'all');
    desk.clock.advance(119 * MINUTE_MS);
    const again = await pair(desk, { code, name: 'PC-7', token: first.token });
    const other = await pair(desk, { code, name: '前台' });
    expect(again.terminalId).toBe(first.terminalId);
    expect((await desk.as('manager').terminals.list({})).map(({ id, name, desks }) => ({ id, name, desks }))).toEqual([
      { id: first.terminalId, name: '前台', desks: ['reception'] },
      { id: other.terminalId, name: '前台 2', desks: null },
    ]);
    // The token from before is worth nothing any more.
    expect(() => windowOf(desk, first.token)).toThrow('TERMINAL_UNKNOWN');
    windowOf(desk, again.token);
    const { rows } = await desk.as('manager').notices.list({});
    const told = rows.filter(({ kind }) => kind === 'terminalPaired').map(({ params }) => params['again']);
    expect(told.toSorted()).toEqual([false, true]);
  });

  it('answers a terminal whose answer was lost the same again, and nobody who only saw it pass', async () => {
    const { asked } = await beginPairing(desk, { code: await codeShown(manager) });
    const twice = [0, 1].map(() => desk.office.terminals.finishEnrolment(asked, '10.0.0.7'));
    const [one, two] = await Promise.all(twice);
    expect(two).toEqual(one);
    expect(await desk.office.terminals.finishEnrolment(asked, '10.0.0.7')).toEqual(one);
    const proof = randomBytes(32).toString('base64');
    expect(await outcome(desk.office.terminals.finishEnrolment({ ...asked, proof }, '10.0.0.7'))).toEqual(
      refusedWith('PAIRING_CLOSED'),
    );
    expect(await manager.terminals.list({})).toHaveLength(1);
  });

  it('believes no claim that was changed on its way, and no other version', async () => {
    const { asked } = await beginPairing(desk, { code: await codeShown(manager) });
    const finish = (claim: Partial<typeof asked>) =>
      outcome(desk.office.terminals.finishEnrolment({ ...asked, ...claim }, '10.0.0.7'));
    expect(await finish({ protocol: 2 })).toEqual(refusedWith('PROTOCOL_HOST_OLDER', { host: 1, terminal: 2 }));
    expect(await finish({ nonce: randomBytes(32).toString('base64') })).toEqual(refusedWith('PAIRING_CLOSED'));
    expect(await finish({ name: '经理室' })).toEqual(refusedWith('PAIRING_CODE_WRONG', { left: 4 }));
    expect(isSameProof(asked.proof, asked.proof)).toBe(true);
    expect(await finish({})).toBe('done');
  });
});
