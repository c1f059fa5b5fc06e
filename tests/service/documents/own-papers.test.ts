import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

describe('The file of a deal', () => {
  let desk: TestOffice;
  let seller: TestClient;
  let home: number;
  let subscriptionId: number;
  let documentId: number;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0] = await buildHomes(desk);
    seller = desk.as('consultant', '尉迟敬');
    const buyer = await buildBuyer(seller);
    const created = await subscribeHome(seller, home, buyer);
    subscriptionId = created.subscriptionId;
    await approve(desk, created.approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    ({ documentId } = await seller.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId }));
    await desk.office.press.idle();
  });
  afterEach(() => desk.close());

  it('is open to its consultant and to those who see all deals', async () => {
    for (const client of [seller, desk.as('supervisor'), desk.as('finance'), desk.as('auditor')]) {
      expect((await client.subscriptions.detail({ subscriptionId })).row.id).toBe(subscriptionId);
      expect((await client.documents.pages({ documentId })).pages).toBe(2);
      expect((await client.units.detail({ unitId: home })).subscription?.mayOpen).toBe(true);
    }
  });

  it('is closed to another consultant, who is told whom to ask', async () => {
    const other = desk.as('consultant', '公孙策');
    const refused = { data: { code: 'DEAL_OF_OTHER', params: { by: '尉迟敬' } } };
    const events = () => desk.office.database.client.prepare('select count(*) from events').pluck().get();
    const before = events();
    await expect(other.subscriptions.detail({ subscriptionId })).rejects.toMatchObject(refused);
    await expect(other.documents.ofSubject({ noun: 'subscriptions', subjectId: subscriptionId })).rejects.toMatchObject(
      refused,
    );
    await expect(other.documents.detail({ documentId })).rejects.toMatchObject(refused);
    await expect(other.documents.pages({ documentId })).rejects.toMatchObject(refused);
    await expect(other.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId })).rejects.toMatchObject(
      refused,
    );
    await expect(other.documents.print({ documentId, printer: 'p', copies: 1, reason: '' })).rejects.toMatchObject(
      refused,
    );
    expect((await other.units.detail({ unitId: home })).subscription?.mayOpen).toBe(false);
    expect(events()).toBe(before);
  });
});
