import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byHandCode } from '#shared/domain/pricing/catalogue.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import {
  draftedContract,
  fillIn,
  passReview,
  seen,
  submittedContract,
  subscribedHome,
} from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('A contract at the desk', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('begins from a subscription whose deposit is whole, which is converted; the home is in drafting', async () => {
    const { consultant, subscriptionId, unitId, contractId, number } = await draftedContract(desk);
    expect(number).toBe('HT-2026-0001');
    expect((await consultant.subscriptions.detail({ subscriptionId })).row.state).toBe('converted');
    expect((await consultant.units.detail({ unitId })).cell.state).toBe('drafting');
    const { row, draft, plan } = await consultant.contracts.detail({ contractId });
    expect(row).toMatchObject({ state: 'draft', price: 100_000_000, received: 5_000_000, unit: expect.any(String) });
    expect(draft.fields).toMatchObject({ total: 100_000_000, deposit: 5_000_000, builtArea: 10_000 });
    expect(plan).toHaveLength(2);
    expectReplayed(desk);
  });

  it('is told in the history of its subscription too, newest first', async () => {
    const { consultant, subscriptionId } = await submittedContract(desk);
    const kinds = async (person: typeof consultant) =>
      (await person.subscriptions.detail({ subscriptionId })).history.map(({ kind }) => kind);
    expect((await kinds(consultant))[0]).toBe('contractSubmitted');
    expect(await kinds(consultant)).toEqual(
      expect.arrayContaining(['contractDrafted', 'depositCompleted', 'submitted']),
    );
    const seqs = (await consultant.subscriptions.detail({ subscriptionId })).history.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
  });

  it('is not begun twice, nor before the deposit is whole, nor from an old look at the subscription', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    await expectRefusal(consultant.contracts.draft({ subscriptionId, version: version - 1 }), 'STALE');
    await consultant.contracts.draft({ subscriptionId, version });
    await expectRefusal(consultant.contracts.draft({ subscriptionId, version: version + 1 }), 'NOT_IN_THIS_STATE');
  });

  it('measures the filed band by the price of the home, not by what is bought with it', async () => {
    const fitted = { kind: 'addOn' as const, code: byHandCode(0), label: '精装升级包', amount: yuan(60_000) };
    const { consultant, subscriptionId } = await subscribedHome(desk, desk.as('consultant'), [fitted]);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const { contractId } = await consultant.contracts.draft({ subscriptionId, version });
    const { draft, preflight } = await consultant.contracts.detail({ contractId });
    expect(draft.fields.total).toBe(106_000_000);
    expect(preflight.open.map(({ problem }) => problem)).not.toContain('priceOutsideBand');
  });

  it('is its consultant’s file: another consultant neither finds nor opens it', async () => {
    const { contractId, number } = await draftedContract(desk, desk.as('consultant', '赵敏'));
    const other = desk.as('consultant');
    const refused = await refusalOf(other.contracts.detail({ contractId }));
    expect([refused.code, refused.params['by']]).toEqual(['DEAL_OF_OTHER', '赵敏']);
    expect((await other.contracts.list({ scope: 'all', states: null, text: '' })).rows).toEqual([]);
    const backOffice = desk.as('backOffice');
    const found = await backOffice.contracts.list({ scope: 'all', states: ['draft'], text: '0001' });
    expect(found.rows.map((row) => row.number)).toEqual([number]);
    expect((await backOffice.contracts.list({ scope: 'all', states: ['signed'], text: '' })).total).toBe(0);
  });

  it('lets nobody type over what the records say', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    const edit = consultant.contracts.edit({
      ...(await seen(consultant, contractId)),
      changes: { fields: { total: 1 } },
    });
    await expectRefusal(edit, 'CONTRACT_FIELD_GIVEN');
  });

  it('is overtaken by whoever saved first', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    const look = await seen(consultant, contractId);
    await consultant.contracts.edit({ ...look, changes: { signingPlace: '售楼处二楼' } });
    await expectRefusal(consultant.contracts.edit({ ...look, changes: { signingPlace: '别处' } }), 'STALE');
  });

  it('keeps what it says of a buyer sealed: neither file nor log shows the agent in clear', async () => {
    const { consultant, contractId, buyer } = await draftedContract(desk);
    const look = await seen(consultant, contractId);
    await consultant.contracts.edit({
      ...look,
      changes: {
        buyer: {
          customerId: buyer,
          nationality: '中国',
          residence: '',
          birthOn: null,
          sex: null,
          postcode: '400010',
          email: '',
          representative: '',
          agent: {
            kind: 'entrusted',
            name: '上官婉儿',
            identityKind: 'other',
            identityNumber: '9999990000000000077',
            address: '',
            phone: '',
            relation: '',
            power: { coversSigning: true, validUntil: null },
          },
        },
      },
    });
    const { draft, version } = await consultant.contracts.detail({ contractId });
    expect(draft.buyers[0]?.agent).toMatchObject({ name: '上官婉儿' });
    expect(draft.buyers[0]?.agent?.identityNumber).toContain('*');
    expect(version).toBeGreaterThan(look.version);
    const { client } = desk.office.database;
    const told = client.prepare('select group_concat(coalesce(after, ?)) from event_changes').pluck().get('');
    expect(String(told)).not.toContain('上官婉儿');
    expectReplayed(desk);
  });

  it('goes to the reviewers only when nothing is open, and passes three people of three posts', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    const open = await consultant.contracts.detail({ contractId });
    expect(open.preflight.open.length).toBeGreaterThan(0);
    expect(open.can['submit']).toMatchObject({ code: 'PREFLIGHT_OPEN' });
    await expectRefusal(consultant.contracts.submit(await seen(consultant, contractId)), 'PREFLIGHT_OPEN');
    await fillIn(consultant, contractId);
    // What is shown to the buyers is asked before the print, not before the review.
    expect((await consultant.contracts.detail({ contractId })).preflight.open.map(({ rule }) => rule)).toEqual(['P36']);
    await consultant.contracts.submit(await seen(consultant, contractId));
    const backOffice = desk.as('backOffice');
    const supervisor = desk.as('supervisor');
    const waiting = await backOffice.contracts.list({ scope: 'all', states: ['inReview'], text: '' });
    expect(waiting.rows[0]?.review).toEqual({ level: 1, levels: 3, post: 'backOffice' });
    await backOffice.contracts.approve({ ...(await seen(backOffice, contractId)), opinion: '资料齐' });
    // The same person does not take two levels, and a post below the level does not take it.
    await expectRefusal(
      backOffice.contracts.approve({ ...(await seen(backOffice, contractId)), opinion: '' }),
      'REVIEWED_BEFORE',
    );
    await expectRefusal(
      desk.as('backOffice').contracts.approve({ ...(await seen(backOffice, contractId)), opinion: '' }),
      'APPROVAL_NEEDED',
    );
    await supervisor.contracts.approve({ ...(await seen(supervisor, contractId)), opinion: '' });
    const manager = desk.as('manager');
    const { state } = await manager.contracts.approve({ ...(await seen(manager, contractId)), opinion: '' });
    expect(state).toBe('approved');
    const { review } = await manager.contracts.detail({ contractId });
    expect(review.given.map(({ level, verdict }) => [level, verdict])).toEqual([
      [1, 'passed'],
      [2, 'passed'],
      [3, 'passed'],
    ]);
    expectReplayed(desk);
  });

  it('is not reviewed by whoever drafted or submitted it', async () => {
    const manager = desk.as('manager');
    const { subscriptionId } = await subscribedHome(desk);
    const { version } = await manager.subscriptions.detail({ subscriptionId });
    const { contractId } = await manager.contracts.draft({ subscriptionId, version });
    await fillIn(manager, contractId);
    await manager.contracts.submit(await seen(manager, contractId));
    await expectRefusal(manager.contracts.approve({ ...(await seen(manager, contractId)), opinion: '' }), 'OWN_WORK');
  });

  it('comes back with its defects, is corrected, and goes round again from the first level', async () => {
    const { consultant, contractId } = await submittedContract(desk);
    const backOffice = desk.as('backOffice', '蒋雪梅');
    await backOffice.contracts.sendBack({
      ...(await seen(backOffice, contractId)),
      opinion: '请改正后再交',
      defects: [
        { kind: 'address', part: 'buyers', article: null, annex: null, field: null, text: '送达地址与证件地址不一致' },
      ],
    });
    const back = await consultant.contracts.detail({ contractId });
    expect(back.row).toMatchObject({ state: 'draft', openDefects: 1 });
    expect(back.defects[0]).toMatchObject({ raisedBy: '蒋雪梅', state: 'open', part: 'buyers', round: 1 });
    await expectRefusal(consultant.contracts.submit(await seen(consultant, contractId)), 'DEFECTS_OPEN');
    const [defect] = back.defects;
    await consultant.contracts.settleDefect({
      defectId: defect?.id ?? 0,
      version: defect?.version ?? 0,
      state: 'corrected',
    });
    await consultant.contracts.submit(await seen(consultant, contractId));
    const again = await consultant.contracts.detail({ contractId });
    expect(again.review).toMatchObject({ round: 2, level: 1 });
    await passReview(desk, contractId);
    expect((await consultant.contracts.detail({ contractId })).row.state).toBe('approved');
    expectReplayed(desk);
  });

  it('says of each defect of what kind it is, at which clause or field, and who had let it through', async () => {
    const { contractId } = await submittedContract(desk);
    const clerk = desk.as('backOffice', '蒋雪梅');
    const supervisor = desk.as('supervisor', '陈立群');
    const manager = desk.as('manager', '杜建华');
    await clerk.contracts.approve({ ...(await seen(clerk, contractId)), opinion: '' });
    await supervisor.contracts.approve({ ...(await seen(supervisor, contractId)), opinion: '' });
    const sendBack = async (
      ...defects: Parameters<typeof manager.contracts.sendBack>[0]['defects']
    ): Promise<unknown> =>
      manager.contracts.sendBack({ ...(await seen(manager, contractId)), opinion: '请改正', defects });
    const field = { part: 'terms', article: 'lateDelivery', annex: null, field: 'deliveryRate' } as const;
    const text = '逾期交付的违约金低于逾期付款';
    await expectRefusal(sendBack({ kind: 'none', ...field, text }), 'DEFECT_KIND_NOT_LISTED');
    await expectRefusal(sendBack({ kind: 'date', ...field, article: 'latePayment', text }), 'DEFECT_PLACE_WRONG');
    await sendBack(
      { kind: 'choice', ...field, text },
      { kind: 'annex', part: 'annexes', article: null, annex: 'fitOut', field: null, text: '入户门品牌未填' },
    );
    const { defects } = await supervisor.contracts.detail({ contractId });
    const passedBy = [
      { level: 1, reviewer: '蒋雪梅' },
      { level: 2, reviewer: '陈立群' },
    ];
    expect(defects).toMatchObject([
      { kind: '选项选择不当', ...field, passedBy },
      { kind: '附件缺漏', part: 'annexes', article: null, annex: 'fitOut', field: null, passedBy },
    ]);
    const report = await supervisor.contracts.defects({ from: localDate('2026-01-01'), to: localDate('2026-12-31') });
    expect(report.rows).toHaveLength(2);
    expect(report.kinds).toEqual([
      { name: '附件缺漏', defects: 1, contracts: 1 },
      { name: '选项选择不当', defects: 1, contracts: 1 },
    ]);
    expect(report.letThrough).toEqual([
      { name: '蒋雪梅', defects: 2, contracts: 1 },
      { name: '陈立群', defects: 2, contracts: 1 },
    ]);
    expect(report.drafters).toMatchObject([{ defects: 2, contracts: 1 }]);
    const before = await supervisor.contracts.defects({ from: localDate('2026-01-01'), to: localDate('2026-01-31') });
    expect(before).toEqual({ rows: [], kinds: [], drafters: [], letThrough: [] });
    await expectRefusal(
      clerk.contracts.defects({ from: localDate('2026-01-01'), to: localDate('2026-12-31') }),
      'FORBIDDEN',
    );
    expectReplayed(desk);
  });

  it('loses its review when a record behind it changes', async () => {
    const { consultant, contractId, buyer } = await submittedContract(desk);
    const file = await consultant.customers.detail({ customerId: buyer });
    await consultant.customers.update({
      customerId: buyer,
      version: file.version,
      name: file.customer.name,
      secondPhone: null,
      identity: null,
      address: '渝中区另一条路 2 号',
      intent: '',
      rating: 'A',
      nextFollowUpOn: null,
    });
    const backOffice = desk.as('backOffice');
    const approve = backOffice.contracts.approve({ ...(await seen(backOffice, contractId)), opinion: '' });
    await expectRefusal(approve, 'CONTRACT_CHANGED_SINCE_REVIEW');
    await consultant.contracts.withdraw(await seen(consultant, contractId));
    await consultant.contracts.submit(await seen(consultant, contractId));
    await passReview(desk, contractId);
  });

  it('is dropped before anybody signs: its number stays with the reason, the subscription lives on', async () => {
    const { consultant, contractId, subscriptionId, unitId } = await submittedContract(desk);
    const supervisor = desk.as('supervisor');
    await expectRefusal(
      consultant.contracts.drop({ ...(await seen(consultant, contractId)), reason: '客户改名' }),
      'FORBIDDEN',
    );
    await supervisor.contracts.drop({ ...(await seen(supervisor, contractId)), reason: '客户要求改付款方式' });
    const { row, endReason } = await supervisor.contracts.detail({ contractId });
    expect([row.state, endReason]).toEqual(['superseded', '客户要求改付款方式']);
    const subscription = await consultant.subscriptions.detail({ subscriptionId });
    expect(subscription.row.state).toBe('depositComplete');
    expect((await consultant.units.detail({ unitId })).cell.state).toBe('subscribed');
    const { number } = await consultant.contracts.draft({ subscriptionId, version: subscription.version });
    expect(number).toBe('HT-2026-0002');
    expectReplayed(desk);
  });
});
