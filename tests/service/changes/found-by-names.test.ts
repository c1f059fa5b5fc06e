import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { subscribedHome } from '#tests/support/contract-desk.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

describe('A change that is looked for', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let subscriptionId: number;
  beforeEach(async () => {
    desk = await testOffice();
    ({ consultant, subscriptionId } = await subscribedHome(desk));
  });
  afterEach(() => desk.close());

  const rename = async () => {
    const customerId = await buildBuyer(consultant, '诸葛亮');
    return askFor(consultant, subscriptionId, {
      kind: 'nameChange',
      buyers: [{ customerId, sharePpm: 1_000_000 }],
      relation: 'other',
      proof: 'none',
      consent: true,
    });
  };
  const listed = async (text: string) =>
    (await consultant.changes.list({ scope: 'mine', state: null, kind: null, text, sort: [] })).rows.map(
      ({ id }) => id,
    );
  const searched = async (text: string) =>
    (await consultant.search.find({ text })).filter(({ noun }) => noun === 'changes').map(({ id }) => id);

  it('is found by whoever buys now and by whoever is to buy, and by both once it is carried out', async () => {
    const { changeId } = await rename();
    const all = () => Promise.all(['欧阳询', '诸葛', 'zgl'].flatMap((text) => [listed(text), searched(text)]));
    expect(await all()).toEqual(Array.from({ length: 6 }, () => [changeId]));
    await decideChange(desk.as('director'), changeId);
    expect(await all()).toEqual(Array.from({ length: 6 }, () => [changeId]));
    expect([await listed('司徒'), await searched('司徒')]).toEqual([[], []]);
  });

  it('is found by the name that the file of a buyer has now', async () => {
    const { changeId } = await askFor(consultant, subscriptionId, { kind: 'planChange', planCode: 'mortgage' });
    const { buyers } = await consultant.subscriptions.detail({ subscriptionId });
    const customerId = buyers[0]?.customerId ?? 0;
    const { version, customer } = await consultant.customers.detail({ customerId });
    await consultant.customers.update({
      customerId,
      version,
      name: '欧阳修',
      secondPhone: null,
      address: '渝中区某路 1 号',
      intent: '三房',
      rating: customer.rating,
      nextFollowUpOn: null,
    });
    expect([await listed('欧阳修'), await searched('欧阳修')]).toEqual([[changeId], [changeId]]);
  });

  it('is not found by a colleague who does not see the deal', async () => {
    await rename();
    const other = desk.as('consultant');
    const { rows } = await other.changes.list({ scope: 'mine', state: null, kind: null, text: '诸葛亮', sort: [] });
    const found = await other.search.find({ text: '诸葛亮' });
    expect([rows, found.filter(({ noun }) => noun === 'changes')]).toEqual([[], []]);
  });
});
