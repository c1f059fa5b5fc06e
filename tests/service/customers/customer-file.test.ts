import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY_MS = 86_400_000;

describe('The file of a customer', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
  });
  afterEach(() => desk.close());

  const followUp = (customerId: number, content = '约好周六带父母再来看一次样板房') =>
    consultant.customers.followUp({ customerId, method: 'phone', content, rating: 'A', nextOn: '2026-12-01' });

  it('shows deal, money due, paid and open, receipts and history', async () => {
    const customerId = await buildBuyer(consultant);
    const [home] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home ?? 0, customerId);
    await approve(desk, approvalId);
    const receipt = await takeDeposit(desk, subscriptionId, customerId);
    const detail = await consultant.customers.detail({ customerId });
    expect(detail.subscriptions).toMatchObject([
      { unit: '1-1-101', unitState: 'subscribed', state: 'depositComplete', builtArea: 10_000 },
    ]);
    expect(detail.subscriptions[0]?.history.map(({ what }) => what)).toEqual(['approved', 'submitted']);
    expect(detail.money).toMatchObject({
      due: 100_000_000,
      paid: 5_000_000,
      open: 95_000_000,
      receipts: [{ number: receipt.number, amount: 5_000_000, state: 'valid' }],
    });
    expect(detail.money?.lines.find(({ item }) => item === 'deposit')).toMatchObject({ open: 0, unit: '1-1-101' });
  });

  it('leads from what happened in a deal, and from each receipt, to its entry in the log', async () => {
    const customerId = await buildBuyer(consultant);
    const [home] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home ?? 0, customerId);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, customerId);
    const { subscriptions, money } = await consultant.customers.detail({ customerId });
    const entries = [...(subscriptions[0]?.history ?? []), ...(money?.receipts ?? [])].map(({ seq }) => seq ?? 0);
    const auditor = desk.as('auditor');
    const kinds: string[] = [];
    for (const seq of entries) kinds.push((await auditor.events.entry({ seq })).kind);
    expect(kinds).toEqual(['approved', 'submitted', 'depositCompleted']);
  });

  it('shows money only to who may read payments', async () => {
    const customerId = await buildBuyer(consultant);
    expect((await desk.as('compliance').customers.detail({ customerId })).money).toBeNull();
    expect((await desk.as('finance').customers.detail({ customerId })).money).toMatchObject({ due: 0, lines: [] });
  });

  it('tells who asked to see the numbers today, and until when one may', async () => {
    const customerId = await buildBuyer(consultant);
    const supervisor = desk.as('supervisor', '陈立群');
    const { until } = await supervisor.customers.reveal({ customerId, reason: 'callCustomer', words: '顾问请假' });
    expect((await supervisor.customers.detail({ customerId })).reveals).toEqual({
      today: [{ at: desk.clock(), by: '陈立群', reason: 'callCustomer', words: '顾问请假' }],
      openUntil: until,
    });
    expect((await consultant.customers.detail({ customerId })).reveals.openUntil).toBeNull();
    desk.clock.advance(DAY_MS);
    const later = await desk.as('supervisor').customers.detail({ customerId });
    expect(later.reveals).toEqual({ today: [], openUntil: null });
  });

  it('tells when the next contact is due by rating', async () => {
    const customerId = await buildBuyer(consultant);
    const { nextContacts } = await consultant.customers.detail({ customerId });
    expect(nextContacts).toEqual({ A: '2026-11-25', B: '2026-11-27', C: '2026-12-03', D: '2026-12-23' });
  });

  it('protects for 15 days after a call once the customer has been here', async () => {
    const customerId = await buildBuyer(consultant);
    await followUp(customerId);
    expect((await consultant.customers.detail({ customerId })).customer.protectedUntil).toBe('2026-12-08');
  });

  it('is not prolonged by a note that says nothing', async () => {
    const customerId = await buildBuyer(consultant);
    await followUp(customerId, '打过电话');
    expect((await consultant.customers.detail({ customerId })).customer.protectedUntil).toBe('2026-11-30');
  });

  it('takes over what the owner writes down about the intent when the customer comes again', async () => {
    const customerId = await buildBuyer(consultant);
    const { customer } = await consultant.customers.detail({ customerId });
    const again = {
      kind: 'visit' as const,
      customerId,
      name: customer.name,
      phone: customer.phone,
      channel: 'passingBy' as const,
      rating: 'A' as const,
      partySize: 1,
      intent: '四房、车位',
      notes: '',
      nextFollowUpOn: null,
      receivedBy: null,
    };
    await consultant.visits.register(again);
    expect((await consultant.customers.detail({ customerId })).intent).toBe('四房、车位');
    await consultant.visits.register({ ...again, intent: '' });
    expect((await consultant.customers.detail({ customerId })).intent).toBe('四房、车位');
  });

  it('keeps the second phone when somebody edits the file who sees it masked', async () => {
    const customerId = await buildBuyer(consultant);
    const rest = { name: '王海涛', address: '', intent: '', rating: 'A' as const, nextFollowUpOn: null };
    await consultant.customers.update({ customerId, version: 2, secondPhone: '023-63000000', ...rest });
    const supervisor = desk.as('supervisor');
    const { version, secondPhone } = await supervisor.customers.detail({ customerId });
    expect(secondPhone).toBe('023****0000');
    await supervisor.customers.update({ customerId, version, ...rest, name: '王海淘' });
    expect((await consultant.customers.detail({ customerId })).secondPhone).toBe('02363000000');
  });

  it('joins a family and takes one out again, and replays to the same tables', async () => {
    const [husband, wife, father] = [
      await buildBuyer(consultant, '王海涛'),
      await buildBuyer(consultant, '李雪'),
      await buildBuyer(consultant, '王德富'),
    ];
    await consultant.customers.joinHousehold({ customerId: husband, memberId: wife });
    await consultant.customers.joinHousehold({ customerId: father, memberId: wife });
    const names = async () =>
      (await consultant.customers.detail({ customerId: husband })).household.map(({ name }) => name);
    expect(await names()).toEqual(['李雪', '王德富']);
    await consultant.customers.leaveHousehold({ customerId: husband, memberId: father });
    expect(await names()).toEqual(['李雪']);
    await consultant.customers.leaveHousehold({ customerId: husband, memberId: wife });
    expect(await names()).toEqual([]);
    await expectRefusal(
      consultant.customers.joinHousehold({ customerId: husband, memberId: husband }),
      'HOUSEHOLD_OF_ONE',
    );
    const { client } = desk.office.database;
    expect(replay(client).get('customers')).toEqual(currentTables(client).get('customers'));
    expect(replay(client).get('households')).toEqual(currentTables(client).get('households'));
  });

  it('is joined to no family by a colleague', async () => {
    const customerId = await buildBuyer(consultant);
    const colleague = desk.as('consultant');
    const own = await buildBuyer(colleague);
    await expectRefusal(colleague.customers.joinHousehold({ customerId, memberId: own }), 'NOT_FOUND');
    await expectRefusal(colleague.customers.joinHousehold({ customerId: own, memberId: customerId }), 'NOT_FOUND');
  });
});
