import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBack } from '#electron/workers/read-back.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, plainTerms, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The discount approval form of a deal', () => {
  let desk: TestOffice;
  let homes: number[];
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk);
    consultant = desk.as('consultant', '罗静');
  });
  afterEach(() => desk.close());

  /** Subscribes a home at 1 000 000 so and so far below list. */
  async function askPrice(unitId: number, ratePpm: number, reason: string) {
    await consultant.units.lock({ unitId });
    const adjustments = [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm }];
    const terms = { ...plainTerms(unitId), adjustments };
    const { price } = await consultant.subscriptions.quote({ terms });
    return consultant.subscriptions.create({
      terms,
      buyers: [{ customerId: await buildBuyer(consultant), sharePpm: 1_000_000 }],
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason,
    });
  }

  async function read(person: TestClient, subscriptionId: number): Promise<string> {
    const { documentId } = await person.documents.issue({ kind: 'discountForm', subjectId: subscriptionId });
    await desk.office.press.idle();
    const { content } = await person.documents.pages({ documentId });
    return (await readBack(Buffer.from(content, 'base64'))).map(({ bare }) => bare).join('');
  }

  it('says how the price came about, where it lies above the floor price, and who decided by which band', async () => {
    const { subscriptionId, approvalId } = await askPrice(homes[0] ?? 0, 45_000, '一次性付款，今日可签');
    const manager = desk.as('manager', '杜建华');
    const waiting = await read(manager, subscriptionId);
    for (const words of ['折扣特批4.5%(45,000.00)955,000.00', '折扣前高于底价¥100,000.00', '折扣后高于底价¥55,000.00'])
      expect(waiting).toContain(words);
    expect(waiting).toContain('销售经理3%至5%本单所在');
    expect(waiting).toContain('2026年11月24日前未决定即失效');
    expect(waiting).toContain('一次性付款，今日可签');
    const id = approvalId ?? 0;
    const { version } = await manager.approvals.detail({ approvalId: id });
    await manager.approvals.decide({ approvalId: id, version, decision: 'approve', opinion: '同意' });
    const decided = await read(manager, subscriptionId);
    expect(decided).toContain('销售经理杜建华2026年11月23日批准同意');
    expect(decided).toContain('至签约期限2026年11月30日');
  });

  it('is there for a discount within the own authority too, and says that nobody else was asked', async () => {
    const { subscriptionId } = await askPrice(homes[1] ?? 0, 10_000, '');
    expect(await read(desk.as('manager'), subscriptionId)).toContain('在提出人权限内');
  });

  it('is shown to nobody who is not told floor prices, and there is none of a deal at list price', async () => {
    const { subscriptionId } = await askPrice(homes[0] ?? 0, 45_000, '今日可签');
    const canOf = async (person: TestClient, id: number) =>
      (await person.subscriptions.detail({ subscriptionId: id })).can;
    expect(await canOf(consultant, subscriptionId)).not.toHaveProperty('issueDiscount');
    await expectRefusal(consultant.documents.issue({ kind: 'discountForm', subjectId: subscriptionId }), 'FORBIDDEN');
    const plain = await subscribeHome(consultant, homes[2] ?? 0, await buildBuyer(consultant));
    const manager = desk.as('manager');
    expect(await canOf(manager, subscriptionId)).toMatchObject({ issueDiscount: true });
    expect(await canOf(manager, plain.subscriptionId)).not.toHaveProperty('issueDiscount');
    const issue = manager.documents.issue({ kind: 'discountForm', subjectId: plain.subscriptionId });
    await expectRefusal(issue, 'DISCOUNT_NONE');
  });
});
