import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { addDays, addMonths, dayOf } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

describe('A contract with a partner', () => {
  let desk: TestOffice;
  let office: TestClient & { readonly me: number };
  let manager: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    office = desk.as('backOffice');
    manager = desk.as('manager');
  });
  afterEach(() => desk.close());

  const draft = (
    over: Partial<Parameters<TestClient['partnerAgreements']['save']>[0]> = {},
    person: TestClient = office,
  ) => {
    const today = dayOf(desk.clock());
    return person.partnerAgreements.save({
      agreement: null,
      renewsId: null,
      kind: 'groupPurchase',
      title: '渝中区职工团购',
      partner: '样本集团工会',
      creditCode: '',
      contact: '',
      phone: '',
      fromOn: today,
      toOn: addDays(addMonths(today, 6), -1),
      amount: yuan(100_000),
      quotaUnits: 2,
      quotaAmount: null,
      terms: '九八折，凭工作证明',
      ownerId: office.me,
      ...over,
    });
  };
  const submit = async (agreementId: number) => {
    const { agreement } = await office.partnerAgreements.detail({ agreementId });
    return office.partnerAgreements.submit({ agreementId, version: agreement.version, reason: '年度合作' });
  };
  const decide = async (approvalId: number, decision: 'approve' | 'reject', person: TestClient = manager) => {
    const { version } = await person.approvals.detail({ approvalId });
    await person.approvals.decide({ approvalId, version, decision, opinion: '已阅' });
  };
  const inForce = async (over: Parameters<typeof draft>[0] = {}) => {
    const { agreementId } = await draft(over);
    await decide((await submit(agreementId)).approvalId, 'approve');
    return agreementId;
  };
  const stateOf = async (agreementId: number) =>
    (await manager.partnerAgreements.detail({ agreementId })).agreement.state;

  it('tell whom to call at the partner only to those who write them, and to whoever holds this one', async () => {
    const finance = desk.as('finance');
    const contact = { contact: '欧阳联络', phone: '13800001234' };
    const { agreementId } = await draft(contact);
    const { agreementId: own } = await draft({ ...contact, ownerId: finance.me });
    const told = async (person: TestClient, id: number) =>
      (await person.partnerAgreements.detail({ agreementId: id })).agreement;
    expect(await told(manager, agreementId)).toMatchObject(contact);
    expect(await told(finance, agreementId)).toMatchObject({ contact: '欧**', phone: '138****1234' });
    expect(await told(finance, own)).toMatchObject(contact);
    const { agreementId: bare } = await draft();
    expect(await told(finance, bare)).toMatchObject({ contact: '', phone: '' });
  });

  it('is drafted by the back office and in force once the manager agreed', async () => {
    const { agreementId, number } = await draft();
    expect(number).toBe('XY-2026-0001');
    const { approvalId } = await submit(agreementId);
    expect(await stateOf(agreementId)).toBe('pending');
    await decide(approvalId, 'approve');
    expect(await stateOf(agreementId)).toBe('active');
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('of a large sum is decided by the director', async () => {
    const { agreementId } = await draft({ amount: yuan(500_001) });
    const { approvalId } = await submit(agreementId);
    const { approval } = await manager.approvals.detail({ approvalId });
    expect(approval.requiredPost).toBe('director');
    await decide(approvalId, 'reject', desk.as('director'));
    expect(await stateOf(agreementId)).toBe('rejected');
  });

  it('can’t be changed once it was submitted, nor end before it begins, nor with a mistyped credit code', async () => {
    const { agreementId, version } = await draft();
    const today = dayOf(desk.clock());
    await expectRefusal(draft({ toOn: addDays(today, -1) }), 'PARTNER_ENDS_FIRST');
    await expectRefusal(draft({ creditCode: '91500103MA5U0000X1' }), 'CREDIT_CODE_NOT_VALID');
    await submit(agreementId);
    await expectRefusal(draft({ agreement: { id: agreementId, version } }), 'PARTNER_NOT_DRAFT');
  });

  it('is no business of consultants', async () => {
    const consultant = desk.as('consultant');
    await expectRefusal(consultant.partnerAgreements.list({}), 'FORBIDDEN');
    const { rows, can } = await consultant.contractRegister.list({ group: 'all', text: '' });
    expect(rows).toEqual([]);
    expect(can).toEqual({ partners: { code: 'FORBIDDEN' } });
  });

  it('takes deals of its term up to its quota, and gives back what ended', async () => {
    const agreementId = await inForce();
    const consultant = desk.as('consultant');
    const homes = await buildHomes(desk);
    const deals: number[] = [];
    for (const unitId of homes.slice(0, 3)) {
      const buyer = await buildBuyer(consultant, `买家${unitId}`);
      deals.push((await subscribeHome(consultant, unitId, buyer)).subscriptionId);
    }
    const [first = 0, second = 0, third = 0] = deals;
    expect(await office.partnerAgreements.choice({ agreementId, text: '' })).toHaveLength(3);
    await office.partnerAgreements.addDeal({ agreementId, subscriptionId: first });
    await office.partnerAgreements.addDeal({ agreementId, subscriptionId: second });
    expect(await refusalOf(office.partnerAgreements.addDeal({ agreementId, subscriptionId: third }))).toEqual({
      code: 'PARTNER_QUOTA_UNITS_USED',
      params: { number: 'XY-2026-0001', units: 2 },
    });
    expect(await office.partnerAgreements.choice({ agreementId, text: '' })).toEqual([]);
    const other = await inForce({ title: '另一份' });
    await expectRefusal(
      office.partnerAgreements.addDeal({ agreementId: other, subscriptionId: first }),
      'PARTNER_DEAL_ELSEWHERE',
    );
    const { version } = await consultant.subscriptions.detail({ subscriptionId: second });
    await manager.subscriptions.cancel({ subscriptionId: second, version, reason: '客户改主意' });
    const { agreement, deals: listed } = await office.partnerAgreements.detail({ agreementId });
    expect(agreement.use).toMatchObject({ units: 1, ended: 1, unitsLeft: 1 });
    expect(listed.map(({ ended }) => ended)).toEqual([false, true]);
    await office.partnerAgreements.addDeal({ agreementId, subscriptionId: third });
    await office.partnerAgreements.removeDeal({ agreementId, subscriptionId: first, reason: '不是会员' });
    expect((await office.partnerAgreements.detail({ agreementId })).agreement.use.units).toBe(1);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('is called out to its owner 90 days before its end, to the supervisor at 60, to the manager at 30', async () => {
    const today = dayOf(desk.clock());
    for (const days of [91, 90, 60, 30]) await inForce({ toOn: addDays(today, days) });
    const told = async (person: TestClient) =>
      (await person.tasks.today({})).tasks
        .filter(({ kind }) => kind === 'partnerExpiring')
        .map(({ params }) => Number(params['daysLeft']))
        .toSorted((a, b) => a - b);
    expect(await told(office)).toEqual([30, 60, 90]);
    expect(await told(desk.as('supervisor'))).toEqual([30, 60]);
    expect(await told(manager)).toEqual([30]);
    expect(await told(desk.as('backOffice'))).toEqual([]);
  });

  it('is renewed by another that takes its place once it is agreed to, and by one only', async () => {
    const agreementId = await inForce();
    const { agreement } = await office.partnerAgreements.detail({ agreementId });
    const from = addDays(agreement.toOn, 1);
    const next = await draft({ renewsId: agreementId, fromOn: from, toOn: addMonths(from, 12) });
    await expectRefusal(draft({ renewsId: agreementId }), 'PARTNER_RENEWED');
    expect(await stateOf(agreementId)).toBe('active');
    await decide((await submit(next.agreementId)).approvalId, 'approve');
    expect(await stateOf(agreementId)).toBe('renewed');
    const renewed = await office.partnerAgreements.detail({ agreementId });
    expect(renewed.renewedBy).toEqual({ id: next.agreementId, number: next.number });
  });

  it('is let lapse when its end is near, and ended before by the manager, each with a reason', async () => {
    const agreementId = await inForce();
    const end = async (how: 'lapse' | 'terminate', person: TestClient = manager) => {
      const { agreement } = await person.partnerAgreements.detail({ agreementId });
      return person.partnerAgreements.end({ agreementId, version: agreement.version, how, reason: '业绩不足' });
    };
    await expectRefusal(end('lapse'), 'PARTNER_END_FAR');
    await expectRefusal(end('terminate', office), 'FORBIDDEN');
    await end('terminate');
    expect(await stateOf(agreementId)).toBe('terminated');
    const again = await inForce({ toOn: addDays(dayOf(desk.clock()), 20) });
    const { agreement } = await manager.partnerAgreements.detail({ agreementId: again });
    await manager.partnerAgreements.end({
      agreementId: again,
      version: agreement.version,
      how: 'lapse',
      reason: '不再合作',
    });
    expect(await stateOf(again)).toBe('lapsed');
  });
});
