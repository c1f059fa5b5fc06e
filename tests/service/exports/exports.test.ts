import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasPermission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { exportLists, exportRefusal } from '#shared/domain/exports/lists.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const customers = {
  list: 'customers' as const,
  scope: 'all' as const,
  filter: { rating: 'A', states: ['prospect'] },
  searched: true,
  columns: ['name', 'phone'],
  rows: 21,
};

describe('Records that leave the office as a file', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const log = () => desk.as('auditor').events.list({ day: null, actorId: null, before: null });
  const told = () =>
    desk.office.database.client
      .prepare<[], string>("select data from events where kind = 'exported' order by seq")
      .pluck()
      .all()
      .map((data) => JSON.parse(data));

  it('are in the log before they leave: who, which list and filter, which columns, how many', async () => {
    const manager = desk.as('manager', '周宁');
    const first = await manager.exports.record(customers);
    expect(first).toEqual({ number: 'DC-2026-0001', at: desk.clock(), recipient: null });
    const second = await manager.exports.record({ ...customers, list: 'contracts', filter: {}, searched: false });
    expect(second.number).toBe('DC-2026-0002');
    expect(told()[0]).toEqual({ number: first.number, ...customers });
    const [newest] = (await log()).filter(({ kind }) => kind === 'exported');
    expect(newest).toMatchObject({
      actor: '周宁',
      exported: { list: 'contracts', rows: 21, number: 'DC-2026-0002' },
    });
  });

  it('ask for a right of their own: reading a list is not taking it along', async () => {
    const consultant = desk.as('consultant');
    await expectRefusal(consultant.exports.record(customers), 'EXPORT_NOT_ALLOWED');
    await expectRefusal(consultant.exports.record({ ...customers, scope: 'mine' }), 'EXPORT_NOT_ALLOWED');
    await expectRefusal(consultant.exports.record({ ...customers, list: 'receipts' }), 'EXPORT_NOT_ALLOWED');
    await expectRefusal(desk.as('planner').exports.record({ ...customers, list: 'loans' }), 'EXPORT_NOT_ALLOWED');
    await desk.as('finance').exports.record({ ...customers, list: 'receipts' });
    await desk.as('warrantOfficer').exports.record({ ...customers, list: 'loans' });
    expect(told()).toHaveLength(2);
  });

  it('are a consultant’s own deals without asking, and nobody else’s', async () => {
    const consultant = desk.as('consultant');
    for (const list of ['subscriptions', 'contracts'] as const) {
      await consultant.exports.record({ ...customers, list, scope: 'mine' });
      await expectRefusal(consultant.exports.record({ ...customers, list }), 'EXPORT_NOT_ALLOWED');
    }
    expect(told().map(({ scope }) => scope)).toEqual(['mine', 'mine']);
  });

  it('take no word of a person into the log, whatever is sent', async () => {
    const manager = desk.as('manager');
    for (const filter of [{ text: '王海涛' }, { 王海涛: true }, { names: ['王海涛'] }])
      await expectRefusal(manager.exports.record({ ...customers, filter }), 'INVALID_INPUT');
    await expectRefusal(manager.exports.record({ ...customers, columns: ['王海涛'] }), 'INVALID_INPUT');
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

  const long = { ...customers, rows: 200 };
  const askFor = (who: ReturnType<TestOffice['as']>, what = long) =>
    who.exports.ask({ ...what, reason: '总部季度核对' });

  it('need a second person from 200 customers or 25 lines of money on, and not for what is one’s own', async () => {
    const manager = desk.as('manager');
    const compliance = desk.as('compliance');
    await manager.exports.record({ ...customers, rows: 199 });
    await expectRefusal(manager.exports.record(long), 'EXPORT_NEEDS_APPROVAL');
    await manager.exports.record({ ...long, scope: 'mine' });
    // Nobody has to agree; others hear of it all the same.
    expect((await compliance.notices.list({})).rows).toMatchObject([{ kind: 'exported', params: { rows: 200 } }]);
    const finance = desk.as('finance');
    await finance.exports.record({ ...customers, list: 'receipts', rows: 24 });
    await expectRefusal(finance.exports.record({ ...customers, list: 'receipts', rows: 25 }), 'EXPORT_NEEDS_APPROVAL');
    await manager.exports.record({ ...customers, list: 'units', rows: 5_000 });
  });

  it('leave once for each approval, the same list under the same filter, by nobody’s own word', async () => {
    const manager = desk.as('manager', '周宁');
    const director = desk.as('director');
    const { approvalId } = await askFor(manager);
    await expectRefusal(askFor(manager), 'EXPORT_ASKED');
    const decide = (who: typeof director) =>
      who.approvals.decide({ approvalId, version: 1, decision: 'approve', opinion: '同意' });
    await expectRefusal(decide(manager), 'APPROVAL_OWN_REQUEST');
    await expectRefusal(decide(desk.as('supervisor')), 'APPROVAL_POST_TOO_LOW');
    await expectRefusal(manager.exports.record(long), 'EXPORT_NEEDS_APPROVAL');
    expect((await director.notices.list({})).rows).toMatchObject([{ kind: 'exportAsked', asks: true }]);
    await decide(director);
    expect((await manager.notices.list({})).rows).toMatchObject([
      { kind: 'approved', params: { approvalKind: 'export' } },
    ]);
    await expectRefusal(manager.exports.record({ ...long, filter: {} }), 'EXPORT_NEEDS_APPROVAL');
    await expectRefusal(manager.exports.record({ ...long, rows: 201 }), 'EXPORT_NEEDS_APPROVAL');
    await expectRefusal(desk.as('manager').exports.record(long), 'EXPORT_NEEDS_APPROVAL');
    const { number } = await manager.exports.record(long);
    expect(told().at(-1)).toMatchObject({ number, approvalId });
    await expectRefusal(manager.exports.record(long), 'EXPORT_NEEDS_APPROVAL');
  });

  it('leave as a registered report to its recipient, whatever their number, until it is ended', async () => {
    const manager = desk.as('manager');
    const { reportId } = await desk.as('compliance').privacy.registerReport({
      list: 'customers',
      name: '月度客户报表',
      recipient: '集团营销中心',
      purpose: '集团月度统计',
    });
    expect((await manager.exports.record({ ...long, reportId })).recipient).toBe('集团营销中心');
    await expectRefusal(manager.exports.record({ ...long, list: 'contracts', reportId }), 'NOT_FOUND');
    await expectRefusal(desk.as('consultant').exports.record({ ...long, reportId }), 'EXPORT_NOT_ALLOWED');
    await manager.privacy.dropReport({ reportId, version: 1 });
    await expectRefusal(manager.exports.record({ ...long, reportId }), 'NOT_FOUND');
  });
});
