import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { currentTables, loggedTables, replay } from '#db/replay.ts';
import { sweepApprovals } from '#electron/server/approvals/sweep-approvals.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { draftedContract, signedContract, subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const extended = (day: string) => ({ kind: 'signingExtension', signBy: localDate(day) }) as const;

describe('A buyer who needs more time to sign', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('is shown the new day and what becomes due with it, and has it with the last yes', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const ask = extended('2026-12-02');
    const shown = await consultant.changes.simulate({ subscriptionId, ask });
    expect(shown).toMatchObject({ decidedBy: 'supervisor', refusals: [], papers: [] });
    expect(shown.simulation.figures).toEqual([{ name: 'signBy', before: '2026-11-30', after: '2026-12-02' }]);
    expect(shown.simulation.plan?.after.map(({ dueOn }) => dueOn)).toEqual(['2026-11-23', '2026-12-02']);
    const { changeId, number, state } = await askFor(consultant, subscriptionId, ask);
    expect([number, state]).toEqual(['BG-2026-0001', 'pending']);
    expect((await consultant.subscriptions.detail({ subscriptionId })).row.signBy).toBe('2026-11-30');
    await decideChange(desk.as('supervisor'), changeId);
    const deal = await consultant.subscriptions.detail({ subscriptionId });
    expect(deal.row.signBy).toBe('2026-12-02');
    expect(deal.plan.map(({ dueOn }) => dueOn)).toEqual(['2026-11-23', '2026-12-02']);
    const change = await consultant.changes.detail({ changeId });
    expect(change.row).toMatchObject({ state: 'executed', requiredPost: null });
    expect(change.history.map(({ kind }) => kind)).toEqual(['approved', 'changeAsked']);
  });

  it('goes up the ladder with the days, all extensions counted together', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const post = async (day: string) =>
      (await consultant.changes.simulate({ subscriptionId, ask: extended(day) })).decidedBy;
    expect(await Promise.all(['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'].map(post))).toEqual([
      'supervisor',
      'manager',
      'manager',
      'director',
    ]);
    const { changeId } = await askFor(consultant, subscriptionId, extended('2026-12-03'));
    await decideChange(desk.as('supervisor'), changeId);
    expect(await post('2026-12-04')).toBe('manager');
  });

  it('has it at once from a supervisor within three days, and nobody else is asked', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const { state, approvalId } = await askFor(desk.as('supervisor'), subscriptionId, extended('2026-12-01'));
    expect([state, approvalId]).toEqual(['executed', null]);
    expect((await consultant.subscriptions.detail({ subscriptionId })).row.signBy).toBe('2026-12-01');
  });

  it('may have it while the contract is drafted, and not once it is signed', async () => {
    const { consultant, subscriptionId, contractId } = await draftedContract(desk);
    const { changeId } = await askFor(consultant, subscriptionId, extended('2026-12-02'));
    await decideChange(desk.as('supervisor'), changeId);
    expect((await consultant.subscriptions.detail({ subscriptionId })).row).toMatchObject({ signBy: '2026-12-02' });
    expect((await consultant.contracts.detail({ contractId })).row.state).toBe('draft');
    const signed = await signedContract(desk);
    const manager = desk.as('manager');
    const ask = extended('2026-12-05');
    expect(await refusalOf(manager.changes.simulate({ subscriptionId: signed.subscriptionId, ask }))).toMatchObject({
      code: 'CHANGE_AFTER_SIGNING',
    });
  });

  it('is sent back, corrected and sent in again, rejected, taken back, or forgotten: four different things', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const supervisor = desk.as('supervisor');
    const { changeId } = await askFor(consultant, subscriptionId, extended('2026-12-03'));
    await decideChange(supervisor, changeId, 'sendBack', '先缩短两天');
    expect((await consultant.changes.detail({ changeId })).row.state).toBe('returned');
    const ask = extended('2026-12-01');
    const { figuresHash } = await consultant.changes.simulate({ subscriptionId, ask, changeId });
    const again = await consultant.changes.resubmit({
      ...(await changeSeen(consultant, changeId)),
      ask,
      figuresHash,
      reasonCode: 'absent',
      reason: '改为一天',
    });
    expect(again.state).toBe('pending');
    await decideChange(supervisor, changeId, 'reject', '不同意延期');
    expect((await consultant.changes.detail({ changeId })).row.state).toBe('rejected');

    const taken = await askFor(consultant, subscriptionId, extended('2026-12-02'));
    expect(await refusalOf(askFor(consultant, subscriptionId, extended('2026-12-03')))).toMatchObject({
      code: 'CHANGE_OPEN',
    });
    await consultant.changes.withdraw({ ...(await changeSeen(consultant, taken.changeId)), reason: '客户不延了' });
    expect((await consultant.changes.detail({ changeId: taken.changeId })).row.state).toBe('withdrawn');
    expect((await consultant.approvals.detail({ approvalId: taken.approvalId ?? 0 })).approval.state).toBe('withdrawn');

    const forgotten = await askFor(consultant, subscriptionId, extended('2026-12-02'));
    desk.clock.advance(49 * 3_600_000);
    await sweepApprovals(desk.office.corridor, readDb(desk.office.database), desk.clock());
    expect((await desk.as('manager').changes.detail({ changeId: forgotten.changeId })).row.state).toBe('lapsed');
    const { client } = desk.office.database;
    const replayed = replay(client);
    for (const name of loggedTables.map((table) => getTableName(table)))
      expect(replayed.get(name), name).toEqual(currentTables(client).get(name));
  });

  it('gets nothing by an earlier day, by the same day, or by figures that nobody has shown', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    expect(await refusalOf(askFor(consultant, subscriptionId, extended('2026-11-30')))).toMatchObject({
      code: 'CHANGE_NOTHING',
    });
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const ask = { subscriptionId, version, ask: extended('2026-12-01'), figuresHash: 'x', reasonCode: 'absent' };
    expect(await refusalOf(consultant.changes.ask(ask))).toMatchObject({ code: 'CHANGE_FIGURES_MOVED' });
  });

  it('loses what was asked for when the deal ends first', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const { changeId } = await askFor(consultant, subscriptionId, extended('2026-12-02'));
    const { client } = desk.office.database;
    const receiptId = Number(client.prepare('select id from receipts').pluck().get());
    const cashier = desk.as('finance');
    const receipts = (await cashier.subscriptions.detail({ subscriptionId })).receipts;
    await cashier.payments.voidReceipt({ receiptId, version: receipts[0]?.version ?? 1, reason: '退还定金' });
    const manager = desk.as('manager');
    const { version } = await manager.subscriptions.detail({ subscriptionId });
    await manager.subscriptions.cancel({ subscriptionId, version, reason: '客户放弃' });
    const change = await manager.changes.detail({ changeId });
    expect([change.row.state, change.approval?.state]).toEqual(['lapsed', 'withdrawn']);
  });

  it('is found in the list by buyer, deal and state', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    await askFor(consultant, subscriptionId, extended('2026-12-02'));
    const list = (text: string) =>
      consultant.changes.list({ scope: 'mine', state: null, kind: null, text, sort: [{ by: 'buyers', desc: false }] });
    const { total, counts, rows } = await list('欧阳');
    expect([total, counts]).toEqual([1, { pending: 1 }]);
    expect(rows[0]).toMatchObject({ deal: 'RG-2026-0001', requiredPost: 'supervisor' });
    expect((await list('司马')).total).toBe(0);
    expect((await list('BG-2026-0001')).total).toBe(1);
  });
});
