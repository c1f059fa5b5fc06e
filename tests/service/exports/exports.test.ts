import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPersonKey } from '#db/repositories/person-keys.ts';
import { countReadable } from '#electron/server/exports/counted.ts';
import { hasPermission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { exportLists, exportRefusal } from '#shared/domain/exports/lists.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const customers = {
  list: 'customers' as const,
  scope: 'all' as const,
  filter: { rating: 'A', states: ['prospect'] },
  searched: true,
  columns: ['name', 'phone'],
};
/** A list of nothing. */
const none = { ...customers, rows: 0 };

describe('Records that leave the office as a file', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** So many files of customers, of somebody or of nobody, as a list takes them along. */
  const files = (count: number, ownerId: number | null = null) => {
    const { client } = desk.office.database;
    const insert = client
      .prepare<[number, number | null], number>(
        `insert into customers (person_key_id, name, rating, channel, owner_id, created_at, last_contact_at)
           values (?, '某人', 'A', 'passingBy', ?, 0, 0) returning id`,
      )
      .pluck();
    const key = createPersonKey(client);
    const ids = Array.from({ length: count }, () => insert.get(key, ownerId) ?? 0);
    return { rows: count, ids };
  };
  const expectWrong = async (call: Promise<unknown>, rows: number, count: number) =>
    expect(await refusalOf(call)).toEqual({ code: 'EXPORT_ROWS_WRONG', params: { rows, count } });
  const log = () => desk.as('auditor').events.list({ day: null, actorId: null, before: null });
  const told = () =>
    desk.office.database.client
      .prepare<[], string>("select data from events where kind = 'exported' order by seq")
      .pluck()
      .all()
      .map((data) => JSON.parse(data));

  it.each(exportLists)('are counted by the office itself, whatever the list: %s', async (list) => {
    const actor = { id: 1, name: '周宁', post: 'manager' as const, language: null, actingFor: [] };
    const asking = { actor, can: () => true, sees: () => true };
    const count = countReadable(desk.office.database.client, asking, { list, scope: 'all', ids: [987_654] });
    expect([undefined, 0]).toContain(count);
  });

  it('are in the log before they leave: who, which list and filter, which columns, how many', async () => {
    const manager = desk.as('manager', '周宁');
    const taken = { ...customers, ...files(21) };
    const first = await manager.exports.record(taken);
    expect(first).toEqual({ number: 'DC-2026-0001', at: desk.clock(), recipient: null });
    const second = await manager.exports.record({ ...none, list: 'contracts', filter: {}, searched: false });
    expect(second.number).toBe('DC-2026-0002');
    expect(told()[0]).toEqual({ number: first.number, ...customers, rows: 21 });
    const [newest] = (await log()).filter(({ kind }) => kind === 'exported');
    expect(newest).toMatchObject({
      actor: '周宁',
      exported: { list: 'contracts', rows: 0, number: 'DC-2026-0002' },
    });
  });

  it('say in the log whether a file was made or paper printed, and the close of the day counts both', async () => {
    const manager = desk.as('manager', '周宁');
    const printed = await manager.exports.record({ ...customers, ...files(2), form: 'paper' });
    await manager.exports.record({ ...customers, ...files(2) });
    const [file, paper] = (await log()).filter(({ exported }) => exported !== null);
    expect([file?.kind, paper?.kind]).toEqual(['exported', 'listPrinted']);
    expect(paper?.exported).toEqual({ list: 'customers', rows: 2, number: printed.number });
    expect((await manager.days.list({})).next?.figures.exports).toBe(2);
  });

  it('ask for a right of their own: reading a list is not taking it along', async () => {
    const consultant = desk.as('consultant');
    await expectRefusal(consultant.exports.record(none), 'EXPORT_NOT_ALLOWED');
    await expectRefusal(consultant.exports.record({ ...none, scope: 'mine' }), 'EXPORT_NOT_ALLOWED');
    await expectRefusal(consultant.exports.record({ ...none, list: 'receipts' }), 'EXPORT_NOT_ALLOWED');
    await expectRefusal(desk.as('planner').exports.record({ ...none, list: 'loans' }), 'EXPORT_NOT_ALLOWED');
    await desk.as('finance').exports.record({ ...none, list: 'receipts' });
    await desk.as('warrantOfficer').exports.record({ ...none, list: 'loans' });
    expect(told()).toHaveLength(2);
  });

  it('are a consultant’s own deals without asking, and nobody else’s', async () => {
    const consultant = desk.as('consultant');
    for (const list of ['subscriptions', 'contracts'] as const) {
      await consultant.exports.record({ ...none, list, scope: 'mine' });
      await expectRefusal(consultant.exports.record({ ...none, list }), 'EXPORT_NOT_ALLOWED');
    }
    expect(told().map(({ scope }) => scope)).toEqual(['mine', 'mine']);
  });

  it('take no word of a person into the log, whatever is sent', async () => {
    const manager = desk.as('manager');
    for (const filter of [{ text: '王海涛' }, { 王海涛: true }, { names: ['王海涛'] }])
      await expectRefusal(manager.exports.record({ ...none, filter }), 'INVALID_INPUT');
    await expectRefusal(manager.exports.record({ ...none, columns: ['王海涛'] }), 'INVALID_INPUT');
    expect(told()).toEqual([]);
  });

  it('have for each list somebody who may take it along, and somebody who may not', () => {
    for (const list of exportLists) {
      const allowed = posts.filter(
        (post) => exportRefusal(list, 'all', (permission) => hasPermission(post, permission)) === undefined,
      );
      expect(allowed.length, list).toBeGreaterThan(0);
      expect(allowed.length, list).toBeLessThan(posts.length);
    }
  });

  const long = () => ({ ...customers, ...files(200) });
  type Long = ReturnType<typeof long>;
  const askFor = (who: ReturnType<TestOffice['as']>, what: Long) =>
    who.exports.ask({ ...what, reason: '总部季度核对' });

  it('are counted by the office, whatever the window says', async () => {
    const supervisor = desk.as('supervisor');
    const { ids } = files(201, supervisor.me);
    const few = { ...customers, rows: 5 };
    await expectWrong(supervisor.exports.record(few), 5, 0);
    await expectWrong(supervisor.exports.record({ ...few, ids }), 201, 201);
    const twice = { ...customers, rows: 2, ids: [ids[0] ?? 0, ids[0] ?? 0] };
    await expectWrong(supervisor.exports.record(twice), 2, 1);
    await expectWrong(supervisor.exports.record({ ...customers, rows: 1, ids: [99_999] }), 1, 0);
    await expectRefusal(supervisor.exports.ask({ ...few, reason: '总部季度核对' }), 'EXPORT_ROWS_WRONG');
    expect(told()).toEqual([]);
  });

  it('are one’s own only where the office knows them as such, and hold nothing that is put away', async () => {
    const supervisor = desk.as('supervisor');
    const other = files(1);
    const own = files(200, supervisor.me);
    const mixed = { ...customers, scope: 'mine' as const, rows: 201, ids: [...own.ids, ...other.ids] };
    await expectWrong(supervisor.exports.record(mixed), 201, 200);
    await supervisor.exports.record({ ...customers, scope: 'mine', ...own });
    const kept = { ...customers, ...other };
    await supervisor.exports.record(kept);
    await desk.as('compliance').customers.restrict({ customerId: other.ids[0] ?? 0, reason: 'deletionAsked' });
    await expectWrong(supervisor.exports.record(kept), 1, 0);
  });

  it('are nobody’s but the caller’s, deals and papers too', async () => {
    const consultant = desk.as('consultant');
    const stranger = desk.as('consultant');
    const [home = 0] = await buildHomes(desk);
    const customerId = await buildBuyer(consultant);
    const { subscriptionId } = await subscribeHome(consultant, home, customerId);
    const { documentId } = await consultant.documents.issue({ kind: 'consentForm', subjectId: customerId });
    const deal = {
      ...customers,
      list: 'subscriptions' as const,
      scope: 'mine' as const,
      rows: 1,
      ids: [subscriptionId],
    };
    const paper = { ...customers, list: 'papers' as const, scope: 'all' as const, rows: 1, ids: [documentId] };
    for (const what of [deal, paper]) {
      await consultant.exports.record(what);
      await expectWrong(stranger.exports.record(what), 1, 0);
    }
  });

  it('are the board on paper as well, for whoever may take the homes along', async () => {
    const ids = await buildHomes(desk);
    const board = { ...customers, list: 'board' as const, rows: ids.length, ids };
    const { number } = await desk.as('consultant').exports.record(board);
    expect(told().at(-1)).toMatchObject({ number, list: 'board', rows: ids.length });
    await expectRefusal(desk.as('compliance').exports.record(board), 'EXPORT_NOT_ALLOWED');
  });

  it('are what keeps homes as well: each lock, hold and booking once, and no hold in the place of a lock', async () => {
    const supervisor = desk.as('supervisor');
    const [locked = 0, held = 0, other = 0] = await buildHomes(desk);
    await supervisor.units.lock({ unitId: locked });
    const hold = { purpose: 'management' as const, reason: '总部审核', customerId: null };
    const until = addDays(dayOf(desk.clock()), 1);
    for (const unitId of [held, other]) await supervisor.units.hold({ ...hold, unitId, until });
    const claims = await supervisor.units.claims({});
    const idsOf = (kind: 'lock' | 'hold') => claims.filter((one) => one.kind === kind).map(({ id }) => id);
    const locks = { ...customers, list: 'locks' as const, rows: 1, ids: idsOf('lock') };
    await supervisor.exports.record(locks);
    await expectWrong(supervisor.exports.record({ ...locks, rows: 2, ids: idsOf('hold') }), 2, 1);
    await supervisor.exports.record({ ...customers, list: 'holds', rows: 2, ids: idsOf('hold') });
    await expectWrong(supervisor.exports.record({ ...customers, list: 'bookings', rows: 1, ids: [1] }), 1, 0);
    expect(told().map(({ list, rows }) => [list, rows])).toEqual([
      ['locks', 1],
      ['holds', 2],
    ]);
  });

  it('are the log as well, by the right to export it, with no name of a customer in it', async () => {
    await buildBuyer(desk.as('consultant'), '褚遂良');
    const auditor = desk.as('auditor');
    const lines = await auditor.events.list({ day: null, actorId: null, before: null });
    expect(JSON.stringify(lines)).not.toContain('褚遂良');
    const ids = lines.map(({ seq }) => seq);
    const { number } = await auditor.exports.record({ ...customers, list: 'events', rows: ids.length, ids });
    expect(told().at(-1)).toMatchObject({ number, list: 'events' });
    await expectRefusal(
      desk.as('director').exports.record({ ...customers, list: 'events', rows: ids.length, ids }),
      'EXPORT_NOT_ALLOWED',
    );
  });

  it('need a second person from 200 customers or 25 lines of money on, and not for what is one’s own', async () => {
    const manager = desk.as('manager');
    const compliance = desk.as('compliance');
    await manager.exports.record({ ...customers, ...files(199) });
    await expectRefusal(manager.exports.record(long()), 'EXPORT_NEEDS_APPROVAL');
    await manager.exports.record({ ...customers, scope: 'mine', ...files(200, manager.me) });
    // Nobody has to agree; others hear of it all the same.
    expect((await compliance.notices.list({})).rows).toMatchObject([{ kind: 'exported', params: { rows: 200 } }]);
    const finance = desk.as('finance');
    const receipts = await receiptsOf(25);
    const taken = (count: number) => ({
      ...{ ...customers, list: 'receipts' as const, rows: count, ids: receipts.slice(0, count) },
    });
    await finance.exports.record(taken(24));
    await expectRefusal(finance.exports.record(taken(25)), 'EXPORT_NEEDS_APPROVAL');
    const homes = await buildHomes(desk, { name: '9栋' });
    await manager.exports.record({ ...customers, list: 'units', rows: homes.length, ids: homes });
  });

  /** So many receipts of one deal. */
  async function receiptsOf(count: number): Promise<number[]> {
    const consultant = desk.as('consultant');
    const [home = 0] = await buildHomes(desk);
    const payerId = await buildBuyer(consultant);
    const { subscriptionId } = await subscribeHome(consultant, home, payerId);
    const insert = desk.office.database.client
      .prepare<[string, number, number, number], number>(
        `insert into receipts (number, subscription_id, payer_id, item, method, amount, received_on, received_at, cashier_id)
           values (?, ?, ?, 'deposit', 'transfer', 100, '2026-11-23', 0, ?) returning id`,
      )
      .pluck();
    return Array.from({ length: count }, (_, at) => insert.get(`S-${at}`, subscriptionId, payerId, consultant.me) ?? 0);
  }

  it('leave once for each approval, the same list under the same filter, by nobody’s own word', async () => {
    const manager = desk.as('manager', '周宁');
    const director = desk.as('director');
    const what = long();
    const { approvalId } = await askFor(manager, what);
    await expectRefusal(askFor(manager, what), 'EXPORT_ASKED');
    const decide = (who: typeof director) =>
      who.approvals.decide({ approvalId, version: 1, decision: 'approve', opinion: '同意' });
    await expectRefusal(decide(manager), 'APPROVAL_OWN_REQUEST');
    await expectRefusal(decide(desk.as('supervisor')), 'APPROVAL_POST_TOO_LOW');
    await expectRefusal(manager.exports.record(what), 'EXPORT_NEEDS_APPROVAL');
    expect((await director.notices.list({})).rows).toMatchObject([{ kind: 'exportAsked', asks: true }]);
    await decide(director);
    expect((await manager.notices.list({})).rows).toMatchObject([
      { kind: 'approved', params: { approvalKind: 'export' } },
    ]);
    const more = { ...what, rows: 201, ids: [...what.ids, ...files(1).ids] };
    await expectRefusal(manager.exports.record({ ...what, filter: {} }), 'EXPORT_NEEDS_APPROVAL');
    await expectRefusal(manager.exports.record(more), 'EXPORT_NEEDS_APPROVAL');
    await expectRefusal(desk.as('manager').exports.record(what), 'EXPORT_NEEDS_APPROVAL');
    const { number } = await manager.exports.record(what);
    expect(told().at(-1)).toMatchObject({ number, approvalId });
    await expectRefusal(manager.exports.record(what), 'EXPORT_NEEDS_APPROVAL');
  });

  it('leave as a registered report to its recipient, whatever their number, until it is ended', async () => {
    const manager = desk.as('manager');
    const what = long();
    const { reportId } = await desk.as('compliance').privacy.registerReport({
      list: 'customers',
      name: '月度客户报表',
      recipient: '集团营销中心',
      purpose: '集团月度统计',
    });
    expect((await manager.exports.record({ ...what, reportId })).recipient).toBe('集团营销中心');
    await expectRefusal(manager.exports.record({ ...none, list: 'contracts', reportId }), 'NOT_FOUND');
    await expectRefusal(desk.as('consultant').exports.record({ ...what, reportId }), 'EXPORT_NOT_ALLOWED');
    await manager.privacy.dropReport({ reportId, version: 1 });
    await expectRefusal(manager.exports.record({ ...what, reportId }), 'NOT_FOUND');
  });
});
