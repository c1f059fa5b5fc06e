import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildings, permits } from '#db/schema/inventory.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, plainTerms, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

describe('The terms of a subscription', () => {
  let desk: TestOffice;
  let consultant: TestClient & { readonly me: number };
  let home: number;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0] = await buildHomes(desk);
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(() => desk.close());

  const order = (customerId: number, part: object = {}) => ({
    terms: plainTerms(home),
    buyers: [{ customerId, sharePpm: 1_000_000 }],
    shownPrice: 100_000_000,
    consent: true,
    mortgageDisclosed: false,
    reason: '',
    ...part,
  });
  const mortgage = (part: object = {}) =>
    desk.office.corridor.act({
      procedure: 'tests.mortgage',
      run: ({ tx, happened }) => {
        tx.update(buildings, 1, { mortgaged: true, ...part });
        happened({ kind: 'buildingChanged', noun: 'buildings', id: 1 });
      },
    });

  it('say beforehand that the home is not reserved, and nothing once the caller has locked it', async () => {
    const terms = plainTerms(home);
    expect((await consultant.subscriptions.quote({ terms })).refusals.map(({ code }) => code)).toEqual([
      'UNIT_NOT_RESERVED',
    ]);
    await consultant.units.lock({ unitId: home });
    expect((await consultant.subscriptions.quote({ terms })).refusals).toEqual([]);
    const other = await desk.as('consultant').subscriptions.quote({ terms });
    expect(other.refusals.map(({ code }) => code)).toEqual(['LOCK_NOT_YOURS']);
  });

  it('name every refusal once, the law with its article', async () => {
    const [bare = 0] = await buildHomes(desk, { name: '无证楼', permit: false });
    const { refusals } = await consultant.subscriptions.quote({ terms: { ...plainTerms(bare), deposit: 0 } });
    expect(refusals.map(({ code }) => code)).toEqual([
      'PERMIT_MISSING',
      'DEPOSIT_MISSING',
      'PRICE_NOT_PUBLISHED',
      'UNIT_NOT_RESERVED',
    ]);
    expect(refusals[0]?.params?.['article']).toBe('spcSale2');
  });

  it('tell whoever comes second who has the home and since when', async () => {
    const since = desk.clock();
    await subscribeHome(consultant, home, await buildBuyer(consultant));
    desk.clock.advance(60_000);
    const other = desk.as('consultant');
    const second = await refusalOf(other.subscriptions.create(order(await buildBuyer(other))));
    expect(second).toMatchObject({ code: 'UNIT_TAKEN', params: { by: '赵敏', takenAt: since } });
    expect(second.params['unit']).toContain('101');
  });

  it('refuse a subscription without a deposit, which nobody could ever complete', async () => {
    await consultant.units.lock({ unitId: home });
    const buyer = await buildBuyer(consultant);
    await expectRefusal(
      consultant.subscriptions.create(order(buyer, { terms: { ...plainTerms(home), deposit: 0 } })),
      'DEPOSIT_MISSING',
    );
  });

  it('refuse discounts of the catalogue that do not go together', async () => {
    const manager = desk.as('manager');
    const discount = { kind: 'percent' as const, ratePpm: 10_000, from: null, until: null };
    await manager.settings.set({
      key: 'discounts',
      value: [
        { ...discount, code: 'A', label: '按期签约', stackable: true },
        { ...discount, code: 'B', label: '员工内购', stackable: false },
      ],
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '销售会议',
    });
    await consultant.units.lock({ unitId: home });
    const { discounts } = await consultant.subscriptions.offer({ unitId: home });
    const adjustments = discounts.map(({ code }) => ({ kind: 'listed' as const, code }));
    expect(adjustments).toHaveLength(2);
    const { refusals } = await consultant.subscriptions.quote({ terms: { ...plainTerms(home), adjustments } });
    expect(refusals.map(({ code }) => code)).toContain('DISCOUNTS_NOT_COMBINABLE');
  });

  it('take a discount of the catalogue at the catalogue’s word, whatever a screen says of it', async () => {
    await desk.as('manager').settings.set({
      key: 'discounts',
      value: [
        {
          kind: 'percent',
          code: 'vip',
          label: '老业主九九折',
          ratePpm: 10_000,
          from: null,
          until: null,
          stackable: true,
          authority: null,
        },
      ],
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '销售会议',
    });
    const posing = { kind: 'percent' as const, code: 'vip', label: '老业主九九折', ratePpm: 50_000 };
    const posed = await consultant.subscriptions.quote({ terms: { ...plainTerms(home), adjustments: [posing] } });
    expect([posed.price, posed.refusals[0]?.code]).toEqual([100_000_000, 'DISCOUNT_NOT_AS_LISTED']);

    await consultant.units.lock({ unitId: home });
    const terms = { ...plainTerms(home), adjustments: [{ kind: 'listed' as const, code: 'vip' }] };
    const buyer = await buildBuyer(consultant);
    const { subscriptionId } = await consultant.subscriptions.create(order(buyer, { terms, shownPrice: 99_000_000 }));
    const { lines } = await consultant.subscriptions.detail({ subscriptionId });
    expect(lines.find(({ kind }) => kind === 'percent')).toMatchObject({ label: '老业主九九折', ratePpm: 10_000 });
    // The price list may move on: the deal is read against the price it was made from.
    expect((await consultant.units.detail({ unitId: home })).subscription).toMatchObject({
      listPrice: 100_000_000,
      price: 99_000_000,
    });
  });

  it('keep a discount for the post that may give it', async () => {
    await desk.as('manager').settings.set({
      key: 'discounts',
      value: [
        {
          kind: 'reduction',
          code: 'kin',
          label: '关系客户',
          amount: 500_000,
          from: null,
          until: null,
          stackable: true,
          authority: 'supervisor',
        },
      ],
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '销售会议',
    });
    const terms = { ...plainTerms(home), adjustments: [{ kind: 'listed' as const, code: 'kin' }] };
    const { refusals } = await consultant.subscriptions.quote({ terms });
    expect(refusals[0]).toEqual({ code: 'DISCOUNT_ABOVE_AUTHORITY', params: { name: '关系客户', post: 'supervisor' } });
    const above = await desk.as('supervisor').subscriptions.quote({ terms });
    expect([above.price, above.refusals.map(({ code }) => code)]).toEqual([99_500_000, ['UNIT_NOT_RESERVED']]);
  });

  it('warn of a longer time to sign, a permit that ends before, and a consent that signing will ask for', async () => {
    await mortgage();
    await desk.office.corridor.act({
      procedure: 'tests.permitEnds',
      run: ({ tx, happened }) => {
        tx.update(permits, 1, { validTo: localDate('2026-12-01') });
        happened({ kind: 'permitChanged', noun: 'permits', id: 1 });
      },
    });
    const terms = { ...plainTerms(home), signBy: localDate('2026-12-10') };
    const { warnings } = await consultant.subscriptions.quote({ terms });
    expect(warnings.map(({ code }) => code)).toEqual([
      'LENDER_CONSENT_MISSING',
      'PERMIT_ENDS_BEFORE_SIGNING',
      'SIGNING_LATER_THAN_USUAL',
    ]);
    expect((await consultant.subscriptions.quote({ terms: plainTerms(home) })).warnings).toHaveLength(1);
  });

  it('ask for the disclosure of a mortgage and refuse without it', async () => {
    await mortgage({ lenderConsentOn: localDate('2026-01-01') });
    expect((await consultant.subscriptions.offer({ unitId: home })).mortgaged).toBe(true);
    await consultant.units.lock({ unitId: home });
    const buyer = await buildBuyer(consultant);
    const { code, params } = await refusalOf(consultant.subscriptions.create(order(buyer)));
    expect([code, params['article']]).toEqual(['MORTGAGE_NOT_DISCLOSED', 'shandong35']);
    expect((await consultant.subscriptions.create(order(buyer, { mortgageDisclosed: true }))).state).toBe('inReview');
  });

  it('ask nobody for a price while the consent or the buyers’ documents are missing', async () => {
    await consultant.units.lock({ unitId: home });
    const buyer = await buildBuyer(consultant);
    const adjustments = [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm: 40_000 }];
    const wish = order(buyer, {
      terms: { ...plainTerms(home), adjustments },
      shownPrice: 96_000_000,
      reason: '老客户',
    });
    await expectRefusal(consultant.subscriptions.create({ ...wish, consent: false }), 'CONSENT_MISSING');
    const { customerId } = await consultant.customers.openFile({
      name: '周琳',
      phone: '10099990000',
      channel: 'referral',
      identity: null,
      address: '',
    });
    const buyers = [
      { customerId: buyer, sharePpm: 500_000 },
      { customerId, sharePpm: 500_000 },
    ];
    await expectRefusal(consultant.subscriptions.create({ ...wish, buyers }), 'BUYERS_INCOMPLETE');
    expect(await desk.as('manager').approvals.list({ scope: 'all', state: null })).toEqual([]);
  });

  it('cannot be subscribed again while a request keeps the home', async () => {
    await subscribeHome(consultant, home, await buildBuyer(consultant));
    const { can } = await desk.as('consultant').units.detail({ unitId: home });
    expect(can['subscribe']).toMatchObject({ code: 'UNIT_PARKED', params: { by: expect.any(String) } });
  });

  it('leave no open request behind when the subscription is cancelled in review', async () => {
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, await buildBuyer(consultant));
    const supervisor = desk.as('supervisor');
    const { version } = await supervisor.subscriptions.detail({ subscriptionId });
    await supervisor.subscriptions.cancel({ subscriptionId, version, reason: '客户改选' });
    const { approval, can } = await supervisor.approvals.detail({ approvalId: approvalId ?? 0 });
    expect(approval.state).toBe('withdrawn');
    expect(can['approve']).not.toBe(true);
    const ended = await supervisor.subscriptions.detail({ subscriptionId });
    expect(ended.can['issueBook']).toEqual({ code: 'SUBSCRIPTION_ENDED' });
    expect((await supervisor.tasks.today({})).tasks).toEqual([]);
  });

  it('are shown on the record with price, unit price, filed band and who decided', async () => {
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    expect(await consultant.subscriptions.detail({ subscriptionId })).toMatchObject({
      unitPrice: 1_250_000,
      basis: 'innerArea',
      belowListPpm: 0,
      filedPosition: 'within',
      depositRemaining: 5_000_000,
      receivedInAll: 0,
      approval: { kind: 'subscriptionReview', state: 'approved', opinion: '同意' },
    });
  });
});
