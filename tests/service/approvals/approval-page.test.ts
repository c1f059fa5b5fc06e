import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, plainTerms, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('The page of a request', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** Subscribes a home so and so far below list; answers the request for it. */
  async function askPrice(consultant: TestClient, unitId: number, customerId: number, ratePpm: number) {
    await consultant.units.lock({ unitId });
    const adjustments = [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm }];
    const terms = { ...plainTerms(unitId), adjustments };
    const { price } = await consultant.subscriptions.quote({ terms });
    const { approvalId } = await consultant.subscriptions.create({
      terms,
      buyers: [{ customerId, sharePpm: 1_000_000 }],
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason: '一次性付款，今日可签',
    });
    return approvalId ?? 0;
  }

  /** The back office and a supervisor read what was agreed to below authority. */
  async function passReview(subscriptionId: number) {
    const { approval } = await desk.as('manager').subscriptions.detail({ subscriptionId });
    await approve(desk, approval?.id ?? null);
  }

  it('ties the deal to what it was approved on condition of, its day to sign among it', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '罗静');
    const approvalId = await askPrice(consultant, home, await buildBuyer(consultant), 45_000);
    const manager = desk.as('manager', '杜建华');
    const { deal, version } = await manager.approvals.detail({ approvalId });
    const subscriptionId = deal?.subscriptionId ?? 0;
    const approved = (signBy: string) =>
      manager.approvals.decide({
        approvalId,
        version,
        decision: 'approve',
        opinion: '',
        conditions: { signBy: signBy as never, planKept: true, noFurtherDiscount: false, text: '补交收入证明' },
      });
    await expectRefusal(approved('2026-12-01'), 'CONDITION_DAY_WRONG');
    await expectRefusal(approved('2026-11-22'), 'CONDITION_DAY_WRONG');
    await approved('2026-11-25');
    const tied = {
      by: '杜建华',
      signBy: '2026-11-25',
      depositBy: null,
      firstPaymentBy: null,
      planKept: true,
      noFurtherDiscount: false,
      text: '补交收入证明',
    };
    const after = await consultant.subscriptions.detail({ subscriptionId });
    expect([after.row.signBy, after.conditions]).toEqual(['2026-11-25', [tied]]);
    expect((await manager.approvals.detail({ approvalId })).conditions).toEqual([tied]);
    expectReplayed(desk);
  });

  it('sets the days of deposit and first payment: Today counts to them, and the plan carries them', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '罗静');
    const buyer = await buildBuyer(consultant);
    const approvalId = await askPrice(consultant, home, buyer, 45_000);
    const manager = desk.as('manager', '杜建华');
    const { deal, version } = await manager.approvals.detail({ approvalId });
    const subscriptionId = deal?.subscriptionId ?? 0;
    const approved = (depositBy: string, firstPaymentBy: string) =>
      manager.approvals.decide({
        approvalId,
        version,
        decision: 'approve',
        opinion: '',
        conditions: {
          signBy: '2026-11-27' as never,
          depositBy: depositBy as never,
          firstPaymentBy: firstPaymentBy as never,
          planKept: false,
          noFurtherDiscount: false,
          text: '',
        },
      });
    await expectRefusal(approved('2026-11-28', '2026-11-28'), 'CONDITION_PAYMENT_DAY_WRONG');
    await expectRefusal(approved('2026-11-24', '2026-11-23'), 'CONDITION_PAYMENT_DAY_WRONG');
    await approved('2026-11-24', '2026-11-25');
    await passReview(subscriptionId);
    const due = async () =>
      (await consultant.tasks.today({})).tasks
        .filter(({ kind }) => kind === 'depositDue' || kind === 'paymentDue')
        .map(({ kind, dueOn }) => [kind, dueOn]);
    expect(await due()).toEqual([['depositDue', '2026-11-24']]);
    await takeDeposit(desk, subscriptionId, buyer);
    expect(await due()).toEqual([['paymentDue', '2026-11-25']]);
    const { plan } = await consultant.subscriptions.detail({ subscriptionId });
    expect(plan.map(({ item, dueOn }) => [item, dueOn])).toEqual([
      ['deposit', '2026-11-24'],
      ['finalPayment', '2026-11-25'],
    ]);
    expectReplayed(desk);
  });

  it('still lets nobody sign without the first payment where only the day to sign moved up', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '罗静');
    const approvalId = await askPrice(consultant, home, await buildBuyer(consultant), 45_000);
    const manager = desk.as('manager', '杜建华');
    const { deal, version } = await manager.approvals.detail({ approvalId });
    const conditions = { signBy: '2026-11-25' as never, planKept: false, noFurtherDiscount: false, text: '' };
    await manager.approvals.decide({ approvalId, version, decision: 'approve', opinion: '', conditions });
    const { plan } = await consultant.subscriptions.detail({ subscriptionId: deal?.subscriptionId ?? 0 });
    expect(plan.map(({ item, dueOn }) => [item, dueOn])).toEqual([
      ['deposit', '2026-11-23'],
      ['finalPayment', '2026-11-25'],
    ]);
  });

  it('ties nobody where it is refused, or approved without a condition', async () => {
    const [first = 0, second = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '罗静');
    const manager = desk.as('manager', '杜建华');
    const conditions = { signBy: null, planKept: true, noFurtherDiscount: true, text: '' };
    for (const [home, decision] of [
      [first, 'reject'],
      [second, 'approve'],
    ] as const) {
      const approvalId = await askPrice(consultant, home, await buildBuyer(consultant), 45_000);
      const { version, deal } = await manager.approvals.detail({ approvalId });
      const tied = decision === 'reject' ? conditions : { ...conditions, planKept: false, noFurtherDiscount: false };
      await manager.approvals.decide({ approvalId, version, decision, opinion: '不合适', conditions: tied });
      const { conditions: kept } = await consultant.subscriptions.detail({ subscriptionId: deal?.subscriptionId ?? 0 });
      expect(kept).toEqual([]);
    }
  });

  it('shows the price on the scale of authority and what it changes against the nearest lower post', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '罗静');
    const buyer = await buildBuyer(consultant, '刘俊杰');
    const approvalId = await askPrice(consultant, home, buyer, 45_000);
    const page = await desk.as('manager').approvals.detail({ approvalId });
    expect(page.approval).toMatchObject({
      kind: 'priceBelowAuthority',
      unit: '1-1-101',
      customer: '刘俊杰',
      measure: 'ppmBelowList',
      amount: 45_000,
      requiredPost: 'manager',
    });
    expect(page.price).toMatchObject({
      listPrice: 100_000_000,
      price: 95_500_000,
      belowList: 4_500_000,
      belowListPpm: 45_000,
      lower: { post: 'supervisor', limitPpm: 30_000 },
      filed: { belowPpm: 45_000, within: true },
      belowFloor: false,
    });
    expect(page.price?.scale).toMatchObject({ band: 2, share: 0.75 });
    expect(page.price?.scale.bands.map(({ post, toPpm }) => [post, toPpm])).toEqual([
      ['consultant', 10_000],
      ['supervisor', 30_000],
      ['manager', 50_000],
      ['director', 100_000],
      ['director', null],
    ]);
    expect(page.price?.effects).toEqual([
      { key: 'total', list: 100_000_000, lower: 97_000_000, asked: 95_500_000, difference: -1_500_000 },
      { key: 'unitPrice', list: 1_250_000, lower: 1_212_500, asked: 1_193_750, difference: -18_750 },
      { key: 'aboveFloor', list: 10_000_000, lower: 7_000_000, asked: 5_500_000, difference: -1_500_000 },
      { key: 'againstFiled', list: 0, lower: -3_000_000, asked: -4_500_000, difference: -1_500_000 },
    ]);
    expect(page.ladder.rungs.map(({ post, status }) => [post, status])).toEqual([
      ['consultant', 'asked'],
      ['supervisor', 'tooLow'],
      ['manager', 'current'],
      ['director', 'notNeeded'],
    ]);
    expect(page.deal).toMatchObject({ number: 'RG-2026-0001', deposit: 5_000_000, buyers: [{ name: '刘俊杰' }] });
    expect(page.unit).toMatchObject({ id: home, state: 'held' });
    expect(page.customer).toMatchObject({ id: buyer, name: '刘俊杰', rating: 'A', visits: 1, earlierRequests: [] });
    expect([page.can['approve'], page.can['reject']]).toEqual([true, true]);
  });

  it('keeps the floor price from whoever may not know it', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const approvalId = await askPrice(consultant, home, await buildBuyer(consultant), 45_000);
    const { price, can } = await consultant.approvals.detail({ approvalId });
    expect(price?.effects.map(({ key }) => key)).toEqual(['total', 'unitPrice', 'againstFiled']);
    expect([price?.belowFloor, price?.scale.bands.at(-1)?.belowFloor]).toEqual([null, false]);
    expect(can['approve']).toMatchObject({ code: 'APPROVAL_OWN_REQUEST' });
    expect(can['withdraw']).toBe(true);
  });

  it('compares with the standing deals of the same house type and says who agreed to their price', async () => {
    const homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    const [first = 0, second = 0, third = 0, fourth = 0] = homes;
    const consultant = desk.as('consultant', '罗静');
    const manager = desk.as('manager');
    const plain = await subscribeHome(consultant, first, await buildBuyer(consultant));
    await approve(desk, plain.approvalId);
    const cheap = await askPrice(consultant, second, await buildBuyer(consultant), 40_000);
    const { version } = await manager.approvals.detail({ approvalId: cheap });
    await manager.approvals.decide({ approvalId: cheap, version, decision: 'approve', opinion: '' });
    await passReview((await manager.approvals.detail({ approvalId: cheap })).approval.subjectId);
    // Neither a deal that only waits nor the asked one itself is a price that was reached.
    await subscribeHome(consultant, third, await buildBuyer(consultant));
    const asked = await askPrice(consultant, fourth, await buildBuyer(consultant), 45_000);
    const { similar } = await manager.approvals.detail({ approvalId: asked });
    expect(similar).toMatchObject({ houseType: '三室两厅', averagePpm: 20_000 });
    expect(similar.deals.map(({ unit, belowListPpm, approvedBy }) => [unit, belowListPpm, approvedBy])).toEqual([
      ['1-1-102', 40_000, 'manager'],
      ['1-1-101', 0, null],
    ]);
  });

  it('tells what the customer asked for before', async () => {
    const [first = 0, second = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const before = await askPrice(consultant, first, buyer, 25_000);
    await consultant.approvals.withdraw({ approvalId: before, version: 1 });
    const approvalId = await askPrice(consultant, second, buyer, 45_000);
    const { customer } = await desk.as('manager').approvals.detail({ approvalId });
    expect(customer?.earlierRequests).toMatchObject([{ state: 'withdrawn', belowListPpm: 25_000 }]);
  });

  it('shows a review of a subscription at list price without a lower authority', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { approvalId } = await subscribeHome(consultant, home, await buildBuyer(consultant));
    const page = await desk.as('supervisor').approvals.detail({ approvalId: approvalId ?? 0 });
    expect(page.price).toMatchObject({ belowListPpm: 0, lower: null });
    expect(page.price?.effects[0]).toMatchObject({ key: 'total', lower: null, difference: 0 });
    expect(page.ladder).toMatchObject({
      measure: 'none',
      rungs: [
        { post: 'backOffice', status: 'current' },
        { post: 'supervisor', status: 'waiting' },
      ],
    });
  });

  it('says who decided it, also when a higher post did', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const director = desk.as('director', '杜建华');
    const approvalId = await askPrice(consultant, home, await buildBuyer(consultant), 45_000);
    await director.approvals.decide({ approvalId, version: 1, decision: 'approve', opinion: '同意' });
    const page = await consultant.approvals.detail({ approvalId });
    expect(page).toMatchObject({ decidedBy: { name: '杜建华' }, opinion: '同意', approval: { state: 'approved' } });
    expect(page.ladder.rungs.map(({ post, status }) => [post, status])).toEqual([
      ['consultant', 'asked'],
      ['supervisor', 'tooLow'],
      ['manager', 'notNeeded'],
      ['director', 'approved'],
    ]);
  });

  it('is open to the requester and to whoever sees the whole office, to no other consultant', async () => {
    const [home = 0] = await buildHomes(desk);
    const [one, two] = [desk.as('consultant'), desk.as('consultant')];
    const approvalId = await askPrice(one, home, await buildBuyer(one), 45_000);
    await expectRefusal(two.approvals.detail({ approvalId }), 'FORBIDDEN');
    expect((await desk.as('finance').approvals.detail({ approvalId })).can['approve']).toMatchObject({
      code: 'APPROVAL_POST_TOO_LOW',
    });
    const count = async (person: TestClient, scope: 'forMe' | 'mine' | 'all') =>
      (await person.approvals.list({ scope, state: null })).length;
    expect([await count(one, 'all'), await count(two, 'all'), await count(desk.as('finance'), 'all')]).toEqual([
      1, 0, 1,
    ]);
    expect([await count(one, 'mine'), await count(two, 'forMe'), await count(desk.as('manager'), 'forMe')]).toEqual([
      1, 0, 1,
    ]);
  });

  it('lists under “for me” what waits for one’s post and what one has decided, not what others did', async () => {
    const [first = 0, second = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const [one, two] = [desk.as('supervisor'), desk.as('supervisor')];
    const decided = await subscribeHome(consultant, first, await buildBuyer(consultant));
    await approve(desk, decided.approvalId, 'backOffice');
    await subscribeHome(consultant, second, await buildBuyer(consultant));
    const decide = { approvalId: decided.approvalId ?? 0, version: 2, decision: 'approve' as const, opinion: '' };
    await one.approvals.decide(decide);
    const states = async (person: TestClient) =>
      (await person.approvals.list({ scope: 'forMe', state: null })).map(({ state }) => state);
    expect([await states(one), await states(two)]).toEqual([['pending', 'approved'], ['pending']]);
  });

  it('goes through a review level by level: the back office first, then a supervisor who is somebody else', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { approvalId: filed, subscriptionId } = await subscribeHome(consultant, home, await buildBuyer(consultant));
    const approvalId = filed ?? 0;
    const backOffice = desk.as('backOffice', '蒋雪梅');
    const supervisor = desk.as('supervisor', '陈立群');
    const answer = { approvalId, decision: 'approve' as const };
    const first = await backOffice.approvals.decide({ ...answer, version: 1, opinion: '资料齐全' });
    expect(first.state).toBe('pending');
    await expectRefusal(backOffice.approvals.decide({ ...answer, version: 2, opinion: '' }), 'APPROVAL_POST_TOO_LOW');
    const page = await supervisor.approvals.detail({ approvalId });
    expect(page.approval.requiredPost).toBe('supervisor');
    expect(page.ladder.rungs).toMatchObject([
      { post: 'backOffice', status: 'approved', entry: { name: '蒋雪梅', opinion: '资料齐全' } },
      { post: 'supervisor', status: 'current', entry: null },
    ]);
    await supervisor.approvals.decide({ ...answer, version: 2, opinion: '' });
    const { row, history } = await consultant.subscriptions.detail({ subscriptionId });
    expect(row.state).toBe('approved');
    expect(history.map(({ kind }) => kind)).toEqual(['approved', 'levelPassed', 'submitted']);
  });

  it('lets nobody pass two levels of the same request', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { approvalId: filed } = await subscribeHome(consultant, home, await buildBuyer(consultant));
    const manager = desk.as('manager');
    const answer = { approvalId: filed ?? 0, decision: 'approve' as const, opinion: '' };
    await manager.approvals.decide({ ...answer, version: 1 });
    await expectRefusal(manager.approvals.decide({ ...answer, version: 2 }), 'REVIEWED_BEFORE');
    expect((await manager.approvals.detail({ approvalId: filed ?? 0 })).can['approve']).toMatchObject({
      code: 'REVIEWED_BEFORE',
    });
    await desk.as('supervisor').approvals.decide({ ...answer, version: 2 });
  });

  it('is handed to the next higher post with an opinion, and not by the highest', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const supervisor = desk.as('supervisor', '陈立群');
    const approvalId = await askPrice(consultant, home, await buildBuyer(consultant), 25_000);
    const up = { approvalId, version: 1, decision: 'passUp' as const };
    await expectRefusal(supervisor.approvals.decide({ ...up, opinion: '' }), 'APPROVAL_OPINION_MISSING');
    await supervisor.approvals.decide({ ...up, opinion: '同户型第三套，请经理定' });
    const page = await desk.as('manager').approvals.detail({ approvalId });
    expect(page.approval).toMatchObject({ state: 'pending', requiredPost: 'manager' });
    expect(page.ladder.rungs.find(({ post }) => post === 'supervisor')).toMatchObject({
      status: 'passedUp',
      entry: { name: '陈立群', opinion: '同户型第三套，请经理定' },
    });
    await expectRefusal(
      supervisor.approvals.decide({ ...up, version: 2, decision: 'approve', opinion: '' }),
      'APPROVAL_POST_TOO_LOW',
    );
    expect((await supervisor.approvals.list({ scope: 'forMe', state: null })).map(({ id }) => id)).toEqual([
      approvalId,
    ]);
    const director = desk.as('director').approvals;
    await director.decide({ approvalId, version: 2, decision: 'approve', opinion: '同意' });
  });
});
