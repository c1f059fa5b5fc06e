import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('A conflict about a customer', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  async function conflict() {
    const first = desk.as('consultant', '唐蕾');
    const second = desk.as('consultant', '罗静');
    const customerId = await buildBuyer(first);
    const { rulingId, number } = await first.rulings.open({
      ...{ customerId, reason: 'sameHousehold', note: '夫妻先后到访' },
      parties: [
        { accountId: first.me, claim: '先接待其配偶' },
        { accountId: second.me, claim: '轮排接待' },
      ],
    });
    return { first, second, customerId, rulingId, number };
  }

  it('waits for a supervisor with its timeline and what the rules propose, and is decided with its slip', async () => {
    const { first, second, customerId, rulingId, number } = await conflict();
    expect(number).toBe('PK-2026-0001');
    const supervisor = desk.as('supervisor');
    const { tasks } = await supervisor.tasks.today({});
    expect(tasks.filter(({ kind }) => kind === 'rulingToDecide')).toMatchObject([{ subjectId: rulingId }]);
    const { row, timeline, parties, can, version } = await supervisor.rulings.detail({ rulingId });
    expect(row).toMatchObject({ state: 'open', proposal: { outcome: 'owner', ownerId: first.me }, departed: false });
    expect(timeline.length).toBeGreaterThan(0);
    expect(parties.map(({ registeredOn }) => registeredOn !== null)).toEqual([true, false]);
    expect(can).toMatchObject({ decide: true, issue: { code: 'RULING_NOT_DECIDED' } });
    const decision = { rulingId, version, ruling: { outcome: 'owner' as const, ownerId: second.me }, grounds: '' };
    expect(await refusalOf(first.rulings.decide(decision))).toMatchObject({ code: 'FORBIDDEN' });
    await expectRefusal(supervisor.rulings.decide(decision), 'RULING_GROUNDS_MISSING');
    await expectRefusal(supervisor.documents.issue({ kind: 'rulingSlip', subjectId: rulingId }), 'RULING_NOT_DECIDED');
    await supervisor.rulings.decide({ ...decision, grounds: '首次接待时隐瞒到访' });
    // The customer went to the second in the same act.
    expect((await second.customers.detail({ customerId })).customer.owner?.id).toBe(second.me);
    await expectRefusal(first.customers.detail({ customerId }), 'NOT_FOUND');
    const { rows, counts } = await supervisor.rulings.list({ view: 'departed', text: '' });
    expect(rows).toMatchObject([{ number, state: 'decided', departed: true, days: 0 }]);
    expect(counts).toMatchObject({ all: 1, open: 0 });
    const { documentId } = await supervisor.documents.issue({ kind: 'rulingSlip', subjectId: rulingId });
    await desk.office.press.idle();
    const { document, differences } = await supervisor.documents.detail({ documentId });
    expect(differences).toBeNull();
    expect(document).toMatchObject({ number, state: 'issued', copiesDue: 2 });
    expectReplayed(desk);
  });

  it('is appealed against once by a party within two days, and a manager who did not rule has the last word', async () => {
    const { first, second, customerId, rulingId } = await conflict();
    const supervisor = desk.as('supervisor');
    const seen = async () => ({ rulingId, version: (await supervisor.rulings.detail({ rulingId })).version });
    const toFirst = { outcome: 'owner' as const, ownerId: first.me };
    const early = { ...(await seen()), reason: '不同意' };
    expect(await refusalOf(first.rulings.appeal(early))).toMatchObject({ code: 'RULING_CLOSED' });
    await supervisor.rulings.decide({ ...(await seen()), ruling: toFirst, grounds: '' });
    const appeal = { ...(await seen()), reason: '轮排记录显示我先问过' };
    expect(await refusalOf(supervisor.rulings.appeal(appeal))).toMatchObject({ code: 'RULING_APPEAL_NOT_PARTY' });
    expect((await second.rulings.detail({ rulingId })).can).toMatchObject({ appeal: true });
    expect(await second.rulings.appeal(appeal)).toEqual({ state: 'appealed' });
    // Until the last word the ruling stands as it was carried out.
    expect((await first.customers.detail({ customerId })).customer.owner?.id).toBe(first.me);
    await expectRefusal(first.rulings.appeal({ ...(await seen()), reason: '再申诉' }), 'RULING_APPEALED');
    const manager = desk.as('manager', '杜建华');
    const { tasks } = await manager.tasks.today({});
    expect(tasks.filter(({ kind }) => kind === 'appealToDecide')).toMatchObject([{ subjectId: rulingId }]);
    const toSecond = { ...(await seen()), ruling: { outcome: 'owner' as const, ownerId: second.me }, grounds: '' };
    expect(await refusalOf(supervisor.rulings.decideAppeal(toSecond))).toMatchObject({ code: 'FORBIDDEN' });
    await expectRefusal(manager.rulings.decideAppeal(toSecond), 'RULING_FINAL_GROUNDS');
    await manager.rulings.decideAppeal({ ...toSecond, grounds: '轮排记录属实，改判' });
    expect((await second.customers.detail({ customerId })).customer.owner?.id).toBe(second.me);
    const { row } = await manager.rulings.detail({ rulingId });
    expect(row).toMatchObject({
      state: 'final',
      decidedBy: '杜建华',
      appeal: { by: '罗静', first: { ruling: toFirst } },
    });
    await expectRefusal(manager.rulings.decideAppeal({ ...(await seen()), ...toSecond }), 'RULING_NOT_APPEALED');
    expect((await manager.rulings.list({ view: 'appealed', text: '' })).rows).toHaveLength(1);
    const { documentId } = await manager.documents.issue({ kind: 'rulingSlip', subjectId: rulingId });
    await desk.office.press.idle();
    expect((await manager.documents.detail({ documentId })).differences).toBeNull();
    expectReplayed(desk);
  });

  it('is named by no paper any more once its customer was made anonymous: the slip goes, its words and the claims too', async () => {
    const { customerId, rulingId } = await conflict();
    const supervisor = desk.as('supervisor');
    const { row, version } = await supervisor.rulings.detail({ rulingId });
    await supervisor.rulings.decide({ rulingId, version, ruling: row.proposal, grounds: '' });
    const { documentId } = await supervisor.documents.issue({ kind: 'rulingSlip', subjectId: rulingId });
    await desk.office.press.idle();
    await desk.as('compliance').customers.anonymise({ customerId });
    const { client } = desk.office.database;
    const paper = client.prepare('select state, erased_at from documents where id = ?').get(documentId);
    expect(paper).toEqual({ state: 'voided', erased_at: expect.any(Number) });
    expect(client.prepare('select note from rulings').pluck().all()).toEqual(['']);
    expect(client.prepare('select claim from ruling_parties').pluck().all()).toEqual(['', '']);
    expectReplayed(desk);
  });

  it('keeps whoever comes waiting for the supervisor’s word, is seen by its parties, and by nobody else', async () => {
    const { first, second, customerId, rulingId, number } = await conflict();
    expect((await second.rulings.list({ view: 'all', text: '' })).rows.map((row) => row.number)).toEqual([number]);
    expect((await second.rulings.detail({ rulingId })).customerId).toBeNull();
    const other = desk.as('consultant', '外人');
    expect((await other.rulings.list({ view: 'all', text: '' })).rows).toEqual([]);
    await expectRefusal(other.rulings.detail({ rulingId }), 'NOT_FOUND');
    await expectRefusal(other.rulings.ofCustomer({ customerId }), 'NOT_FOUND');
    const again = { customerId, reason: 'samePhone' as const, note: '' };
    const parties = [first, second].map(({ me }) => ({ accountId: me, claim: '再提' }));
    await expectRefusal(first.rulings.open({ ...again, parties }), 'RULING_OPEN_ALREADY');
    expect((await first.rulings.ofCustomer({ customerId })).open).toMatchObject({ number });
    await first.rulings.withdraw({ rulingId, version: 1, reason: '登记错了' });
    expect((await first.rulings.ofCustomer({ customerId })).open).toBeNull();
    await expectRefusal(first.rulings.withdraw({ rulingId, version: 2, reason: '再撤' }), 'RULING_CLOSED');
    await expectRefusal(first.rulings.open({ ...again, parties: parties.slice(0, 1) }), 'RULING_PARTIES_FEW');
    expectReplayed(desk);
  });
});
