import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { sweepSentBack } from '#electron/server/subscriptions/sweep-sent-back.ts';
import { byHandCode } from '#shared/domain/pricing/catalogue.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, plainTerms, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const HOUR = 3_600_000;

describe('A subscription that its reviewers do not pass', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let home: number;
  let buyer: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant');
    [home = 0] = await buildHomes(desk);
    buyer = await buildBuyer(consultant);
  });
  afterEach(() => desk.close());

  const order = (part: object = {}) => ({
    terms: plainTerms(home),
    buyers: [{ customerId: buyer, sharePpm: 1_000_000 }],
    shownPrice: 100_000_000,
    consent: true,
    mortgageDisclosed: false,
    reason: '',
    ...part,
  });
  const cheaper = {
    terms: {
      ...plainTerms(0),
      adjustments: [{ kind: 'percent' as const, code: byHandCode(0), label: '特批', ratePpm: 20_000 }],
    },
    shownPrice: 98_000_000,
    reason: '老业主',
  };
  async function decide(person: TestClient, approvalId: number | null, decision: 'approve' | 'reject' | 'sendBack') {
    const { version } = await person.approvals.detail({ approvalId: approvalId ?? 0 });
    return person.approvals.decide({ approvalId: approvalId ?? 0, version, decision, opinion: '证件号码有误' });
  }
  const seen = async (subscriptionId: number) => {
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    return { subscriptionId, version };
  };
  const stateOf = async (subscriptionId: number) =>
    (await consultant.subscriptions.detail({ subscriptionId })).row.state;
  const cellOf = async () => (await consultant.units.detail({ unitId: home })).cell;

  it('comes back to be corrected under its number while the home is kept, and goes through its review anew', async () => {
    const { subscriptionId, number, approvalId } = await subscribeHome(consultant, home, buyer);
    await decide(desk.as('backOffice'), approvalId, 'sendBack');
    expect([await stateOf(subscriptionId), (await cellOf()).state]).toEqual(['draft', 'held']);
    expect((await cellOf()).until).toBe(desk.clock() + 24 * HOUR);
    const second = await buildBuyer(consultant, '司徒静');
    const again = await consultant.subscriptions.resubmit({
      ...(await seen(subscriptionId)),
      ...order({
        buyers: [
          { customerId: buyer, sharePpm: 500_000 },
          { customerId: second, sharePpm: 500_000 },
        ],
      }),
    });
    expect(again).toMatchObject({ number, state: 'inReview' });
    await approve(desk, again.approvalId);
    const deal = await consultant.subscriptions.detail({ subscriptionId });
    expect(deal.row).toMatchObject({ number, state: 'approved', buyers: '欧阳询、司徒静' });
    expect((await cellOf()).state).toBe('subscribed');
  });

  it('ends when it is rejected, and when nobody corrects it in time: then the home is free', async () => {
    const rejected = await subscribeHome(consultant, home, buyer);
    await decide(desk.as('backOffice'), rejected.approvalId, 'reject');
    expect([await stateOf(rejected.subscriptionId), (await cellOf()).state]).toEqual(['cancelled', 'available']);
    const returned = await subscribeHome(consultant, home, buyer);
    await decide(desk.as('backOffice'), returned.approvalId, 'sendBack');
    const sweep = () => sweepSentBack(desk.office.corridor, readDb(desk.office.database), desk.clock());
    expect(await sweep()).toBe(0);
    desk.clock.advance(25 * HOUR);
    expect(await sweep()).toBe(1);
    expect((await desk.as('manager').units.detail({ unitId: home })).cell.state).toBe('available');
    const { row, endReason } = await desk.as('manager').subscriptions.detail({
      subscriptionId: returned.subscriptionId,
    });
    expect([row.state, endReason]).toEqual(['cancelled', '证件号码有误']);
  });

  it('is not sent in again while it waits, by nobody else, and not on another home', async () => {
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await expectRefusal(
      consultant.subscriptions.resubmit({ ...(await seen(subscriptionId)), ...order() }),
      'SUBSCRIPTION_NOT_SENT_BACK',
    );
    await decide(desk.as('backOffice'), approvalId, 'sendBack');
    const other = desk.as('consultant');
    await expectRefusal(other.subscriptions.resubmit({ ...(await seen(subscriptionId)), ...order() }), 'DEAL_OF_OTHER');
  });

  it('is read by the back office after its price was agreed to, and nobody agrees to a price twice', async () => {
    await consultant.units.lock({ unitId: home });
    const asked = order({ ...cheaper, terms: { ...cheaper.terms, unitId: home } });
    const { subscriptionId, approvalId, state } = await consultant.subscriptions.create(asked);
    expect(state).toBe('draft');
    const supervisor = desk.as('supervisor');
    await decide(supervisor, approvalId, 'approve');
    const review = (await consultant.subscriptions.detail({ subscriptionId })).approval;
    expect(review).toMatchObject({ kind: 'subscriptionReview', state: 'pending', requiredPost: 'backOffice' });
    expect(await stateOf(subscriptionId)).toBe('inReview');
    await decide(desk.as('backOffice'), review?.id ?? 0, 'sendBack');
    const again = await consultant.subscriptions.resubmit({ ...(await seen(subscriptionId)), ...asked });
    expect(again.state).toBe('inReview');
    await decide(desk.as('backOffice'), again.approvalId, 'approve');
    await decide(supervisor, again.approvalId, 'approve');
    expect(await stateOf(subscriptionId)).toBe('approved');
    expect((await cellOf()).state).toBe('subscribed');
  });
});
