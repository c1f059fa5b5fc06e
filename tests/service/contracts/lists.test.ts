import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sumFen } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { draftedContract, fillIn, seen } from '#tests/support/contract-desk.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const all = { scope: 'all' as const, text: '' };

describe('The long lists of deals', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** Four contracts: two of 赵敏, two of 钱伟, one of which is in review. */
  async function fourContracts() {
    const [one, two] = [desk.as('consultant', '赵敏'), desk.as('consultant', '钱伟')];
    const ids: number[] = [];
    for (const consultant of [one, two, one, two]) ids.push((await draftedContract(desk, consultant)).contractId);
    const last = ids.at(-1) ?? 0;
    await fillIn(two, last);
    await two.contracts.submit(await seen(two, last));
    return { one, two, ids };
  }

  it('come part by part, newest first, and say of the whole how much it is', async () => {
    const { ids } = await fourContracts();
    const manager = desk.as('manager');
    const whole = await manager.contracts.list({ ...all, states: null });
    expect(whole.rows.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(whole.sums).toEqual({
      price: sumFen(whole.rows.map(({ price }) => price)),
      received: sumFen(whole.rows.map(({ received }) => received)),
    });
    const part = await manager.contracts.list({ ...all, states: null, offset: 1, limit: 2 });
    expect(part).toMatchObject({ total: 4, sums: whole.sums, rows: whole.rows.slice(1, 3) });
    expect((await manager.contracts.list({ ...all, states: null, offset: 4 })).rows).toEqual([]);
  });

  it('count each view under the same search, whichever is shown', async () => {
    await fourContracts();
    const manager = desk.as('manager');
    const review = await manager.contracts.list({ ...all, states: null, view: 'toReview' });
    expect(review).toMatchObject({ total: 1, counts: { all: 4, toReview: 1, toCorrect: 0, toSign: 0 } });
    expect(review.rows.map(({ state }) => state)).toEqual(['inReview']);
    const subscribed = await manager.subscriptions.list({ ...all, state: 'approved' });
    expect(subscribed).toMatchObject({ total: 0, counts: { converted: 4 }, sums: { price: 0 } });
  });

  it('are ordered by the office: people as a register has them, homes as they stand, empty ones last', async () => {
    await fourContracts();
    const manager = desk.as('manager');
    const order = async (sort: { by: 'consultant' | 'number' | 'signedOn' | 'unit' | 'state'; desc: boolean }[]) =>
      (await manager.contracts.list({ ...all, states: null, sort })).rows;
    const names = (await order([{ by: 'consultant', desc: false }])).map(({ consultant }) => consultant.name);
    expect(names).toEqual(['钱伟', '钱伟', '赵敏', '赵敏']);
    const numbers = (
      await order([
        { by: 'consultant', desc: true },
        { by: 'number', desc: false },
      ])
    ).map(({ number }) => Number(number.slice(-1)));
    expect(numbers).toEqual([1, 3, 2, 4]);
    expect((await order([{ by: 'state', desc: true }]))[0]?.state).toBe('inReview');
    expect((await order([{ by: 'signedOn', desc: true }])).map(({ signedOn }) => signedOn)).toEqual(
      Array(4).fill(null),
    );
    const homes = (await order([{ by: 'unit', desc: false }])).map(({ unit }) => unit);
    expect(homes).toEqual(homes.toSorted());
    const subscribed = await manager.subscriptions.list({ ...all, state: null, sort: [{ by: 'number', desc: false }] });
    expect(subscribed.rows.map(({ number }) => Number(number.slice(-1)))).toEqual([1, 2, 3, 4]);
  });

  it('sum what is still to be paid for: ended deals are listed and told apart, and summed where they are asked for', async () => {
    const { ids } = await fourContracts();
    const manager = desk.as('manager');
    const whole = await manager.contracts.list({ ...all, states: null });
    const [dropped = 0] = ids;
    await manager.contracts.drop({ ...(await seen(manager, dropped)), reason: '买受人改用贷款，重新拟定' });
    const after = await manager.contracts.list({ ...all, states: null });
    const price = whole.rows.find(({ id }) => id === dropped)?.price ?? 0;
    expect(price).toBeGreaterThan(0);
    expect(after).toMatchObject({ total: 4, ended: 1, counts: { all: 4, ended: 1 } });
    expect(after.sums.price).toBe(whole.sums.price - price);
    // Its money is that of the deal, which goes on.
    expect(after.sums.received).toBe(sumFen(after.rows.filter(({ id }) => id !== dropped).map((row) => row.received)));
    for (const asked of [{ view: 'ended' as const, states: null }, { states: ['superseded' as const] }])
      expect(await manager.contracts.list({ ...all, ...asked })).toMatchObject({ total: 1, ended: 0, sums: { price } });
  });

  it('sum subscriptions the same way: one that was cancelled brings nothing', async () => {
    const [first = 0, second = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const deals = [];
    for (const home of [first, second])
      deals.push(await subscribeHome(consultant, home, await buildBuyer(consultant, '王海涛')));
    const supervisor = desk.as('supervisor');
    const before = await supervisor.subscriptions.list({ ...all, state: null });
    const subscriptionId = deals[0]?.subscriptionId ?? 0;
    const { version } = await supervisor.subscriptions.detail({ subscriptionId });
    await supervisor.subscriptions.cancel({ subscriptionId, version, reason: '客户家庭变故' });
    const after = await supervisor.subscriptions.list({ ...all, state: null });
    const price = before.rows.find(({ id }) => id === subscriptionId)?.price ?? 0;
    expect(after).toMatchObject({ total: 2, ended: 1, counts: { cancelled: 1 } });
    expect(after.sums.price).toBe(before.sums.price - price);
    expect(await supervisor.subscriptions.list({ ...all, state: 'cancelled' })).toMatchObject({
      ended: 0,
      sums: { price },
    });
  });

  it('hold nothing of other consultants, neither rows nor counts nor sums', async () => {
    const { one } = await fourContracts();
    const mine = await one.contracts.list({ ...all, states: null });
    expect(mine).toMatchObject({ total: 2, counts: { all: 2, toReview: 0 }, sums: { price: 200_000_000 } });
    expect(mine.rows.every(({ consultant }) => consultant.name === '赵敏')).toBe(true);
    expect(await one.subscriptions.list({ ...all, state: null })).toMatchObject({ total: 2, counts: { converted: 2 } });
    await expectRefusal(desk.as('planner').contracts.list({ ...all, states: null }), 'FORBIDDEN');
  });

  it('follow what happens between two looks', async () => {
    const { two, ids } = await fourContracts();
    const manager = desk.as('manager');
    const review = { ...all, states: null, view: 'toReview' as const };
    expect((await manager.contracts.list(review)).total).toBe(1);
    await two.contracts.withdraw(await seen(two, ids.at(-1) ?? 0));
    expect((await manager.contracts.list(review)).total).toBe(0);
  });
});
