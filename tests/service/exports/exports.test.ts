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
  rows: 321,
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
    expect(first).toEqual({ number: 'DC-2026-0001', at: desk.clock() });
    const second = await manager.exports.record({ ...customers, list: 'contracts', filter: {}, searched: false });
    expect(second.number).toBe('DC-2026-0002');
    expect(told()[0]).toEqual({ number: first.number, ...customers });
    const [newest] = (await log()).filter(({ kind }) => kind === 'exported');
    expect(newest).toMatchObject({
      actor: '周宁',
      exported: { list: 'contracts', rows: 321, number: 'DC-2026-0002' },
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
});
