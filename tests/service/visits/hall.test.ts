import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const day = '2026-11-23';

const visit = {
  kind: 'visit' as const,
  customerId: null,
  name: '欧阳询',
  phone: '100 1234 5678',
  channel: 'referral' as const,
  rating: 'B' as const,
  partySize: 2,
  intent: '',
  notes: '',
  nextFollowUpOn: null,
  receivedBy: null,
};
const guest = (number: number) => ({
  ...visit,
  name: `来宾${number}`,
  phone: `1000000${String(number).padStart(4, '0')}`,
});

describe('The sales hall', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('shows who is here, since when and with whom, until somebody sees them off', async () => {
    const consultant = desk.as('consultant', '赵敏');
    const { visitId } = await consultant.visits.register({ ...visit, transport: 'metro' });
    desk.clock.advance(4 * MINUTE_MS);
    const before = await consultant.visits.day({ day });
    expect(before.counts.here).toBe(1);
    expect(before.rows[0]).toMatchObject({ receivedBy: '赵敏', transport: 'metro', leftAt: null });
    expect((await consultant.tasks.today({})).visitors[0]).toMatchObject({ name: '欧阳询', leftAt: null });
    await consultant.visits.leave({ visitId });
    const after = await consultant.visits.day({ day });
    expect(after.counts.here).toBe(0);
    expect(after.rows[0]).toMatchObject({ leftAt: desk.clock(), ending: 'seenOff' });
    await expectRefusal(consultant.visits.leave({ visitId }), 'VISIT_OVER');
    await consultant.visits.stillHere({ visitId });
    expect((await consultant.visits.day({ day })).counts.here).toBe(1);
  });

  it('knows no end of a call', async () => {
    const consultant = desk.as('consultant');
    const { visitId } = await consultant.visits.register({ ...visit, kind: 'call' });
    expect((await consultant.visits.day({ day })).counts.here).toBe(0);
    await expectRefusal(consultant.visits.leave({ visitId }), 'NOT_FOUND');
  });

  it('asks the receiver about guests who have been here for long', async () => {
    const consultant = desk.as('consultant');
    await consultant.visits.register(visit);
    const kinds = async () => {
      // The screen of a quiet afternoon has locked itself: the consultant logs in anew.
      const connection = desk.office.connect('terminal of the afternoon');
      openSession(connection, consultant.me, desk.clock());
      const again = createRouterClient(desk.office.router, { context: { connection } }) as unknown as typeof consultant;
      return (await again.tasks.today({})).tasks.map(({ kind }) => kind);
    };
    expect(await kinds()).not.toContain('guestsToSeeOff');
    desk.clock.advance(180 * MINUTE_MS);
    expect(await kinds()).toContain('guestsToSeeOff');
  });

  it('is emptied when the day is closed, or by the office when nobody did it', async () => {
    const consultant = desk.as('consultant');
    await consultant.visits.register(guest(1));
    await consultant.visits.register(guest(2));
    expect(await consultant.visits.closeDay({})).toEqual({ closed: 2 });
    expect(await consultant.visits.closeDay({})).toEqual({ closed: 0 });
    await consultant.visits.register(guest(3));
    desk.clock.advance(DAY_MS);
    await desk.office.clock.tick();
    const { rows } = await desk.as('supervisor').visits.day({ day });
    expect(rows.map(({ ending }) => ending)).toEqual(['dayClosed', 'dayClosed', 'dayClosed']);
    const { client } = desk.office.database;
    const replayed = replay(client);
    for (const [table, stored] of currentTables(client)) expect(replayed.get(table), table).toEqual(stored);
  });
});

describe('The rota at the desk', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  async function nextOf(client: ReturnType<TestOffice['as']>): Promise<string | undefined> {
    return (await client.visits.rota({ day })).find(({ next }) => next)?.person.name;
  }

  it('goes round with every new guest and leaves the owner of an old one his place', async () => {
    const a = desk.as('consultant', '甲');
    const b = desk.as('consultant', '乙');
    desk.as('consultant', '丙');
    expect(await nextOf(a)).toBe('甲');
    const first = await a.visits.register(guest(1));
    expect(await nextOf(a)).toBe('乙');
    await a.visits.leave({ visitId: first.visitId });
    // His own guest comes back: no turn is used, and while he serves he gets nobody new.
    await a.visits.register(guest(1));
    const rows = await b.visits.rota({ day });
    expect(rows.find(({ person }) => person.name === '甲')).toMatchObject({ status: 'servingOld', turn: null });
    await b.visits.register(guest(2));
    expect(await nextOf(a)).toBe('丙');
    expect((await a.visits.day({ day })).rows.map(({ turn }) => turn)).toEqual(['turn', 'owner', 'turn']);
  });

  it('makes up for whoever was at lunch, and not for private business', async () => {
    const a = desk.as('consultant', '甲');
    const b = desk.as('consultant', '乙');
    const c = desk.as('consultant', '丙');
    await a.visits.press({ accountId: a.me, status: 'lunch' });
    await a.visits.press({ accountId: b.me, status: 'private' });
    expect(await nextOf(a)).toBe('丙');
    const { visitId } = await c.visits.register(guest(1));
    await c.visits.leave({ visitId });
    await a.visits.press({ accountId: a.me, status: 'ready' });
    await a.visits.press({ accountId: b.me, status: 'ready' });
    const seats = await a.visits.rota({ day });
    expect(seats.find(({ next }) => next)).toMatchObject({ person: { name: '甲' }, makeUps: 1 });
    await a.visits.register(guest(2));
    expect((await a.visits.day({ day })).rows[0]?.turn).toBe('makeUp');
  });

  it('lets go who is off and takes them back at the tail', async () => {
    const a = desk.as('consultant', '甲');
    desk.as('consultant', '乙');
    await a.visits.press({ accountId: a.me, status: 'off' });
    expect((await a.visits.rota({ day })).map(({ person, status }) => [person.name, status])).toEqual([
      ['乙', 'ready'],
      ['甲', 'off'],
    ]);
    await a.visits.press({ accountId: a.me, status: 'ready' });
    expect((await a.visits.rota({ day })).map(({ person }) => person.name)).toEqual(['乙', '甲']);
  });

  it('forfeits a turn and gives one back only by a supervisor, with a reason', async () => {
    const a = desk.as('consultant', '甲');
    desk.as('consultant', '乙');
    const supervisor = desk.as('supervisor');
    await expectRefusal(a.visits.forfeit({ accountId: a.me, reason: '没有问首访' }), 'FORBIDDEN');
    await supervisor.visits.forfeit({ accountId: a.me, reason: '没有问首访' });
    expect((await a.visits.rota({ day }))[0]).toMatchObject({ person: { name: '甲' }, forfeits: 1 });
    const { visitId } = await a.visits.register(guest(1));
    await supervisor.visits.giveBack({ visitId, reason: '是同行踩盘' });
    await expectRefusal(supervisor.visits.giveBack({ visitId, reason: '是同行踩盘' }), 'ROTA_TURN_NONE');
  });

  it('goes on the next morning where the evening left it', async () => {
    const a = desk.as('consultant', '甲');
    desk.as('consultant', '乙');
    await a.visits.register(guest(1));
    desk.clock.advance(DAY_MS);
    const seats = await desk.as('supervisor').visits.rota({ day: '2026-11-24' });
    expect(seats.map(({ person, status }) => [person.name, status])).toEqual([
      ['乙', 'ready'],
      ['甲', 'ready'],
    ]);
  });
});

describe('A referrer', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('is shown on both files, whether chosen or known by the number', async () => {
    const consultant = desk.as('consultant');
    const { customerId } = await consultant.visits.register(guest(1));
    const chosen = { customerId, name: '', phone: null };
    const one = await consultant.visits.register({ ...guest(2), referrer: chosen });
    const typed = { customerId: null, name: '来宾一', phone: '10000000001' };
    const two = await consultant.visits.register({ ...guest(3), referrer: typed });
    const { referrals } = await consultant.customers.detail({ customerId });
    expect(referrals.sent.map((sent) => sent.customerId).toSorted()).toEqual([one.customerId, two.customerId]);
    const file = await consultant.customers.detail({ customerId: one.customerId });
    expect(file.referrals.by).toMatchObject({ customerId, name: '来宾1', mayOpen: true });
  });

  it('who is no customer yet is found once a file has the number', async () => {
    const consultant = desk.as('consultant');
    const referrer = { customerId: null, name: '李建国', phone: '100 9999 8888' };
    await consultant.visits.register({ ...visit, referrer });
    const { customerId } = await consultant.visits.register({ ...guest(1), name: '李建国', phone: '10099998888' });
    const { referrals } = await consultant.customers.detail({ customerId });
    expect(referrals.sent.map(({ name }) => name)).toEqual(['欧阳询']);
  });

  it('is nobody’s own self, has a name, and is no file that one may not see', async () => {
    const consultant = desk.as('consultant');
    const other = await desk.as('consultant').visits.register(guest(7));
    const named = (referrer: { customerId: number | null; name: string; phone: string | null }) =>
      consultant.visits.register({ ...visit, referrer });
    await expectRefusal(named({ customerId: null, name: '本人', phone: visit.phone }), 'REFERRER_SELF');
    await expectRefusal(named({ customerId: null, name: '', phone: '10099998888' }), 'REFERRER_NAME_MISSING');
    await expectRefusal(named({ customerId: other.customerId, name: '', phone: null }), 'NOT_FOUND');
    expect((await consultant.visits.day({ day })).rows).toHaveLength(1);
  });
});
