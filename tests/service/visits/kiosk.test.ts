import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { officeApi } from '#shared/api/index.ts';
import { proceduresOf } from '#shared/api/procedure.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { isOpenTo, kioskProcedures } from '#shared/domain/kiosk/access.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const PASSWORD = 'a long sentence';
const guest = {
  ...{ name: '欧阳倩', phone: '13812340987', interests: ['threeBedroom' as const], agreed: true as const },
  language: 'zh-CN' as const,
};

describe('The screen that faces the customers', () => {
  let desk: TestOffice;
  let screen: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    screen = desk.as('kiosk', '自助屏');
  });
  afterEach(() => desk.close());

  it('may call at most ten procedures, all of them its own, and nobody else may call those', () => {
    const all = proceduresOf(officeApi).map(({ path }) => path);
    const open = all.filter((path) => isOpenTo('kiosk', path));
    expect(open).toEqual(all.filter((path) => kioskProcedures.includes(path)));
    expect(open).toHaveLength(kioskProcedures.length);
    expect(open.length).toBeLessThanOrEqual(10);
    for (const post of posts.filter((one) => one !== 'kiosk'))
      expect(all.filter((path) => path.startsWith('kiosk.') && isOpenTo(post, path))).toEqual([]);
  });

  it('is refused everything else: lists, searches, colleagues, logging in over it, locking, the live feed', async () => {
    await expectRefusal(screen.customers.matchPhone({ phone: '138' } as never), 'FORBIDDEN');
    await expectRefusal(screen.accounts.colleagues({}), 'FORBIDDEN');
    await expectRefusal(screen.units.board({}), 'FORBIDDEN');
    await expectRefusal(screen.search.find({ text: '欧阳' }), 'FORBIDDEN');
    await expectRefusal(screen.visits.waiting({}), 'FORBIDDEN');
    await expectRefusal(screen.session.login({ loginName: 'x', password: 'y' }), 'FORBIDDEN');
    await expectRefusal(screen.session.logout({}), 'FORBIDDEN');
    await expectRefusal(screen.session.stepAside({}), 'FORBIDDEN');
    const feed = await screen.session.changes({});
    await expectRefusal(feed[Symbol.asyncIterator]().next(), 'FORBIDDEN');
    await expectRefusal(desk.as('manager').kiosk.board({}), 'FORBIDDEN');
  });

  it('shows what is published: list prices and whether a home can be had, and nobody’s name', async () => {
    const [first = 0, second = 0, third = 0, fourth = 0] = await buildHomes(desk, { floors: 2, rooms: 2 });
    const consultant = desk.as('consultant', '赵敏');
    const buyer = await buildBuyer(consultant, '欧阳询');
    const { approvalId } = await subscribeHome(consultant, first, buyer);
    await approve(desk, approvalId);
    await consultant.units.lock({ unitId: second });
    await desk.as('manager').units.freeze({ unitId: third, reason: '样板间' });
    const order = {
      court: '渝中区人民法院',
      paperNo: '(2026)渝0103执保88号',
      fromOn: '2026-11-20',
      untilOn: null,
    } as const;
    await desk.as('warrantOfficer').units.seize({ unitId: fourth, ...order });
    const board = await screen.kiosk.board({});
    const stateOf = (id: number) => board.homes.find((home) => home.id === id)?.state;
    expect([first, second, third, fourth].map(stateOf)).toEqual(['reserved', 'reserved', 'paused', 'paused']);
    expect(board.homes).toHaveLength(4);
    for (const secret of ['欧阳询', '赵敏', '样板间', '法院', 'floorPrice', 'filedPrice'])
      expect(JSON.stringify(board)).not.toContain(secret);
    // Without published prices there is nothing to show.
    desk.office.database.client.exec('update buildings set prices_published_on = null');
    expect((await screen.kiosk.board({})).homes).toEqual([]);
  });

  it('shows the plan picture of a home that is published, and no file of anything else', async () => {
    const [home = 0, other = 0] = await buildHomes(desk);
    const planner = desk.as('planner');
    const ranges = { builtFromArea: null, builtToArea: null, innerFromArea: null, innerToArea: null };
    const words = { name: 'A', use: 'home', rooms: '', orientation: '', highlights: '' } as const;
    const { houseTypeId } = await planner.houseTypes.save({ houseTypeId: null, version: null, ...ranges, ...words });
    const { client } = desk.office.database;
    client.prepare('update units set house_type_id = ? where id = ?').run(houseTypeId, home);
    expect(await screen.kiosk.plan({ unitId: home })).toBeNull();
    const file = {
      name: 'A.png',
      content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64'),
    };
    await planner.attachments.add({ noun: 'houseTypes', subjectId: houseTypeId, kind: 'plan', file });
    expect(await screen.kiosk.plan({ unitId: home })).toEqual({ form: 'png', content: file.content });
    expect(await screen.kiosk.plan({ unitId: other })).toBeNull();
    await expectRefusal(screen.kiosk.plan({ unitId: 9999 }), 'NOT_FOUND');
    client.exec('update buildings set prices_published_on = null');
    await expectRefusal(screen.kiosk.plan({ unitId: home }), 'NOT_FOUND');
  });

  it('is told at once that what it shows has changed, how often, and nothing of what else is done', async () => {
    const [home = 0] = await buildHomes(desk);
    const leaving = new AbortController();
    const feed = (await screen.kiosk.changes({}, { signal: leaving.signal }))[Symbol.asyncIterator]();
    const first = feed.next();
    const consultant = desk.as('consultant');
    await buildBuyer(consultant);
    await consultant.units.lock({ unitId: home });
    expect((await first).value).toEqual({ times: 1 });
    await buildBuyer(consultant);
    await consultant.units.unlock({ unitId: home });
    expect((await feed.next()).value).toEqual({ times: 2 });
    leaving.abort();
    const other = await desk.as('consultant').kiosk.changes({});
    await expectRefusal(other[Symbol.asyncIterator]().next(), 'FORBIDDEN');
  });

  it('takes a guest, who waits for the desk; known or not, twice or once, it answers the same', async () => {
    const consultant = desk.as('consultant', '赵敏');
    await buildBuyer(consultant, '欧阳倩');
    const answers = [
      await screen.kiosk.register(guest),
      await screen.kiosk.register(guest),
      await screen.kiosk.register({ ...guest, name: '陌生人', phone: '13900000001' }),
    ];
    expect(answers).toEqual([{}, {}, {}]);
    const waiting = await consultant.visits.waiting({});
    expect(waiting).toMatchObject([
      { name: '欧阳倩', phone: '138****0987', interests: ['threeBedroom'] },
      { name: '陌生人' },
    ]);
    await expectRefusal(screen.kiosk.register({ ...guest, phone: '12' }), 'INVALID_INPUT');
    await expectRefusal(screen.kiosk.register({ ...guest, phone: '1381234' }), 'PHONE_NOT_VALID');
    await expectRefusal(screen.kiosk.register({ ...guest, agreed: false as never }), 'INVALID_INPUT');
  });

  it('leads to a visit when the desk receives the guest, and then forgets what was typed, the log too', async () => {
    await screen.kiosk.register(guest);
    const consultant = desk.as('consultant', '赵敏');
    const [one] = await consultant.visits.waiting({});
    const arrivalId = one?.id ?? 0;
    // The whole number is told to whoever opened it, which is in the log, and for a moment.
    await expectRefusal(consultant.visits.arrival({ arrivalId }), 'REVEAL_NEEDED');
    const manager = desk.as('manager');
    await manager.visits.openArrival({ arrivalId });
    await expectRefusal(consultant.visits.arrival({ arrivalId }), 'REVEAL_NEEDED');
    await consultant.visits.openArrival({ arrivalId });
    const typed = await consultant.visits.arrival({ arrivalId });
    const opened = `select actor_id from events where kind = 'arrivalOpened' and subject_id = ? order by seq`;
    expect(desk.office.database.client.prepare(opened).pluck().all(arrivalId)).toEqual([manager.me, consultant.me]);
    desk.clock.advance(5 * 60_000 + 1);
    await expectRefusal(consultant.visits.arrival({ arrivalId }), 'REVEAL_NEEDED');
    expect(typed).toEqual({ name: '欧阳倩', phone: '13812340987', interests: ['threeBedroom'] });
    const visit = {
      ...{ kind: 'visit' as const, customerId: null, name: typed.name, phone: typed.phone },
      ...{ channel: 'passingBy' as const, rating: 'B' as const, partySize: 2, intent: '', notes: '' },
      ...{ nextFollowUpOn: null, receivedBy: null, arrivalId },
    };
    const { created, visitId } = await consultant.visits.register(visit);
    expect(created).toBe(true);
    const given = `select purpose, method, language, edition from consents order by purpose`;
    expect(desk.office.database.client.prepare(given).all()).toEqual(
      ['followUp', 'service'].map((purpose) => ({ purpose, method: 'screen', language: 'zh-CN', edition: 0 })),
    );
    expect(await consultant.visits.waiting({})).toEqual([]);
    await expectRefusal(consultant.visits.register(visit), 'ARRIVAL_OVER');
    await expectRefusal(consultant.visits.arrival({ arrivalId }), 'ARRIVAL_OVER');
    await expectRefusal(consultant.visits.openArrival({ arrivalId }), 'ARRIVAL_OVER');
    const { client } = desk.office.database;
    const row = client.prepare<[number], Record<string, unknown>>('select * from arrivals where id = ?').get(arrivalId);
    expect(row).toMatchObject({ name: '', phone: '', state: 'received', visit_id: visitId });
    const changes = client.prepare(`select before, after from event_changes where table_name = 'arrivals'`).all();
    expect(changes).toHaveLength(2);
    expect(JSON.stringify(changes)).not.toContain('欧阳倩');
    expect(client.prepare('select key from person_keys where id = ?').pluck().get(row?.['person_key_id'])).toBeNull();
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('forgets a guest who left, and in the night whoever was not received', async () => {
    await screen.kiosk.register(guest);
    await screen.kiosk.register({ ...guest, name: '陌生人', phone: '13900000001' });
    const consultant = desk.as('consultant');
    const [one] = await consultant.visits.waiting({});
    await consultant.visits.arrivalLeft({ arrivalId: one?.id ?? 0 });
    expect(await consultant.visits.waiting({})).toMatchObject([{ name: '陌生人' }]);
    desk.clock.advance(24 * 3_600_000);
    await desk.office.clock.tick();
    expect(await desk.as('consultant').visits.waiting({})).toEqual([]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('takes a dozen guests in ten minutes and no flood', async () => {
    for (let n = 0; n < 12; n += 1) await screen.kiosk.register({ ...guest, phone: `139000000${10 + n}` });
    const { code } = await refusalOf(screen.kiosk.register({ ...guest, phone: '13900000099' }));
    expect(code).toBe('TOO_MANY_REQUESTS');
    desk.clock.advance(10 * 60_000);
    await screen.kiosk.register({ ...guest, phone: '13900000099' });
  });

  it('is never locked by standing there, and is left with the password of a member of staff alone', async () => {
    const administrator = desk.as('administrator');
    await hire(desk, administrator, { name: '赵敏', loginName: 'zhao.min', post: 'consultant', password: PASSWORD });
    await hire(desk, administrator, { name: '二号屏', loginName: 'screen2', post: 'kiosk', password: PASSWORD });
    desk.clock.advance(5 * 3_600_000);
    await screen.kiosk.board({});
    const leave = (loginName: string, password: string) => screen.kiosk.leave({ by: { loginName, password } });
    await expectRefusal(screen.kiosk.leave({ by: null }), 'FORBIDDEN');
    expect(await leave('zhao.min', 'guess')).toEqual({ result: 'wrong', left: 4 });
    expect(await leave('screen2', PASSWORD)).toEqual({ result: 'notAllowed' });
    await screen.kiosk.board({});
    expect(await leave('zhao.min', PASSWORD)).toEqual({ result: 'left' });
    await expectRefusal(screen.kiosk.board({}), 'UNAUTHENTICATED');
    expect(await screen.session.current({})).toMatchObject({ state: 'login' });
  });

  it('keeps whoever guesses the password of a colleague there waiting', async () => {
    const person = { name: '赵敏', loginName: 'zhao.min', post: 'consultant' as const, password: PASSWORD };
    await hire(desk, desk.as('administrator'), person);
    const leave = (password: string) => screen.kiosk.leave({ by: { loginName: 'zhao.min', password } });
    for (let time = 0; time < 5; time += 1) await leave('guess');
    expect(await leave(PASSWORD)).toMatchObject({ result: 'lockedOut' });
    await screen.kiosk.board({});
  });
});
