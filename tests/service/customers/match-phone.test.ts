import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const DAY_MS = 86_400_000;

const visit = {
  kind: 'visit' as const,
  customerId: null,
  name: '王海涛',
  phone: '100 2360 6021',
  channel: 'referral' as const,
  rating: 'A' as const,
  partySize: 2,
  intent: '三房',
  notes: '看了样板房',
  nextFollowUpOn: null,
  receivedBy: null,
};

describe('A number typed at the desk', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('belongs to somebody new, who goes to the next in turn', async () => {
    const found = await desk.as('consultant').customers.matchPhone({ phone: '10012345678' });
    expect(found).toMatchObject({
      normal: '10012345678',
      verdict: { code: 'new', rule: 10, answer: 'new', owner: null, served: 'rota' },
      matches: [],
    });
  });

  it('is no verdict while half of it is missing, but narrows to those who have it', async () => {
    const consultant = desk.as('consultant');
    await consultant.visits.register(visit);
    const half = await consultant.customers.matchPhone({ phone: '100 2360' });
    expect(half).toMatchObject({ normal: null, problem: 'incomplete', verdict: null });
    expect(half.matches).toMatchObject([{ exact: false, customer: { name: '王海涛' } }]);
  });

  it('may be a landline', async () => {
    const consultant = desk.as('consultant');
    await consultant.visits.register({ ...visit, phone: '(023) 6300 0000' });
    const found = await consultant.customers.matchPhone({ phone: '023-63000000' });
    expect(found).toMatchObject({ normal: '02363000000', problem: null, matches: [{ exact: true }] });
  });

  it('tells a colleague who serves and no more', async () => {
    const owner = desk.as('consultant', '何佳怡');
    const { customerId } = await owner.visits.register(visit);
    await owner.customers.followUp({
      customerId,
      method: 'phone',
      content: '预算两百万，首付六十万',
      rating: 'A',
      nextOn: null,
    });
    const found = await desk.as('consultant').customers.matchPhone({ phone: visit.phone });
    expect(found.verdict).toMatchObject({ code: 'owned', rule: 3, answer: 'ours', owner: { name: '何佳怡' } });
    expect(found.matches).toMatchObject([
      { open: false, deal: null, household: [], customer: { rating: null, phone: '100****6021' } },
    ]);
    expect(found.matches[0]?.recent).toMatchObject([{ what: 'firstVisit', text: '', by: '何佳怡' }]);
  });

  it('tells the owner what was said last, the deal and the day to sign by', async () => {
    const owner = desk.as('consultant', '何佳怡');
    const { customerId } = await owner.visits.register(visit);
    const [home] = await buildHomes(desk);
    const { version } = await owner.customers.detail({ customerId });
    await owner.customers.update({
      customerId,
      version,
      name: visit.name,
      secondPhone: null,
      identity: { kind: 'other', number: '9999990001' },
      address: '渝中区某路 1 号',
      intent: '三房',
      rating: 'A',
      nextFollowUpOn: null,
    });
    desk.clock.advance(60_000);
    await subscribeHome(owner, home ?? 0, customerId);
    const found = await owner.customers.matchPhone({ phone: visit.phone });
    expect(found.matches).toMatchObject([{ open: true, mine: true, deal: { unit: '1-1-101', signBy: '2026-11-30' } }]);
    expect(found.matches[0]?.recent.map(({ what }) => what)).toEqual(['subscribed', 'firstVisit']);
  });

  it('names a lapsed owner to the supervisor only', async () => {
    await desk.as('consultant', '何佳怡').visits.register(visit);
    desk.clock.advance(8 * DAY_MS);
    const colleague = await desk.as('consultant').customers.matchPhone({ phone: visit.phone });
    expect(colleague.verdict).toMatchObject({ code: 'lapsed', answer: 'askSupervisor', owner: null, served: 'rota' });
    expect(colleague.matches[0]?.customer.owner).toBeNull();
    const supervisor = await desk.as('supervisor').customers.matchPhone({ phone: visit.phone });
    expect(supervisor.verdict).toMatchObject({ code: 'lapsed', owner: { name: '何佳怡' } });
  });

  it('of a member of the family leads to the consultant of the household', async () => {
    const owner = desk.as('consultant', '何佳怡');
    const husband = await owner.visits.register(visit);
    const wife = await owner.visits.register({ ...visit, name: '李雪', phone: '10023606022' });
    await owner.customers.joinHousehold({ customerId: husband.customerId, memberId: wife.customerId });
    await owner.customers.followUp({
      customerId: husband.customerId,
      method: 'phone',
      content: '约好周六带父母再来看一次样板房',
      rating: 'A',
      nextOn: '2026-12-02',
    });
    desk.clock.advance(10 * DAY_MS);
    const receiver = desk.as('consultant');
    const found = await receiver.customers.matchPhone({ phone: '10023606022' });
    expect(found.verdict).toMatchObject({ code: 'ownedHousehold', rule: 4, owner: { name: '何佳怡' } });
    const answer = await receiver.visits.register({ ...visit, name: '李雪', phone: '10023606022' });
    expect(answer.owner).toBe('other');
    const detail = await desk.as('supervisor').customers.detail({ customerId: wife.customerId });
    expect(detail.customer.owner?.name).toBe('何佳怡');
  });
});
