import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { draftedContract } from '#tests/support/contract-desk.ts';
import { buildBuyer, plainTerms } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

describe('The file of a household', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(() => desk.close());

  /** A home that two people buy, half each. */
  async function buyTogether(buyers: readonly number[]): Promise<number> {
    const [unitId = 0] = await buildHomes(desk);
    await consultant.units.lock({ unitId });
    const terms = plainTerms(unitId);
    const { price } = await consultant.subscriptions.quote({ terms });
    const { subscriptionId } = await consultant.subscriptions.create({
      terms,
      buyers: buyers.map((customerId) => ({ customerId, sharePpm: 1_000_000 / buyers.length })),
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    });
    return subscriptionId;
  }

  it('shows the contract of a deal, and in the history that it was drafted', async () => {
    const { buyer, contractId, number } = await draftedContract(desk, consultant);
    const { subscriptions, cases } = await consultant.customers.detail({ customerId: buyer });
    expect(subscriptions).toMatchObject([
      { mayOpen: true, buyers: '欧阳询', contract: { id: contractId, number, state: 'draft', signedOn: null } },
    ]);
    expect(subscriptions[0]?.history).toContainEqual(
      expect.objectContaining({ what: 'contractDrafted', number, by: '赵敏' }),
    );
    expect(cases).toEqual([]);
  });

  it('is one for all of its members: deals, visits, contacts and plans of each', async () => {
    const [husband, wife] = [await buildBuyer(consultant, '王海涛'), await buildBuyer(consultant, '李雪')];
    const subscriptionId = await buyTogether([husband]);
    await consultant.customers.joinHousehold({ customerId: husband, memberId: wife });
    const file = await consultant.customers.detail({ customerId: wife });
    expect(file.household).toMatchObject([{ id: husband, mayOpen: true }]);
    expect(file.subscriptions).toMatchObject([{ id: subscriptionId, buyers: '王海涛' }]);
    expect(file.visits.map(({ of }) => of).toSorted()).toEqual(['王海涛', null].toSorted());
    expect(file.money?.lines.length).toBeGreaterThan(0);
    expect(file.coBuyers).toEqual([]);
  });

  it('names those who buy together with the household without belonging to it, each once', async () => {
    const [one, friend] = [await buildBuyer(consultant, '王海涛'), await buildBuyer(consultant, '周琳')];
    await buyTogether([one, friend]);
    const { coBuyers, subscriptions } = await consultant.customers.detail({ customerId: one });
    expect(coBuyers).toMatchObject([{ id: friend, name: '周琳', unit: '1-1-101', mayOpen: true }]);
    expect(subscriptions).toMatchObject([{ buyers: '王海涛、周琳' }]);
    expect((await consultant.customers.detail({ customerId: friend })).subscriptions).toHaveLength(1);
  });

  it('tells of a colleague’s deal what the board tells, and no money, papers, cases or history', async () => {
    const { buyer } = await draftedContract(desk, consultant);
    // The file went to a colleague; the deal did not.
    const colleague = desk.as('consultant');
    const { client } = desk.office.database;
    client.prepare('update customers set owner_id = ? where id = ?').run(colleague.me, buyer);
    const file = await colleague.customers.detail({ customerId: buyer });
    expect(file.subscriptions).toMatchObject([
      { mayOpen: false, unitState: 'drafting', consultant: '赵敏', price: null, contract: null, history: [] },
    ]);
    expect(file.money).toMatchObject({ due: 0, lines: [], receipts: [] });
    expect([file.documents, file.cases, file.coBuyers]).toEqual([[], [], []]);
    const whole = await desk.as('supervisor').customers.detail({ customerId: buyer });
    expect(whole.subscriptions).toMatchObject([{ mayOpen: true, price: 100_000_000 }]);
    expect(whole.money?.receipts).toHaveLength(1);
  });

  it('leaves money and cases out for who may not read them', async () => {
    const { buyer } = await draftedContract(desk, consultant);
    const file = await desk.as('compliance').customers.detail({ customerId: buyer });
    expect([file.cases, file.money, file.documents]).toEqual([[], null, []]);
    expect(file.subscriptions[0]?.contract).not.toBeNull();
  });
});
