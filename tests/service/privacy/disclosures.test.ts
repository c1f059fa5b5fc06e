import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('The register of recipients', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  let compliance: TestClient & { me: number };
  let customerId: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
    compliance = desk.as('compliance', '吴敏');
    customerId = await buildBuyer(consultant, '褚遂良');
  });
  afterEach(() => desk.close());

  const given = (basis: 'consent' | 'contract' | 'law', on = '2026-11-23') => ({
    customerId,
    kind: 'agency' as const,
    recipient: '安居经纪有限公司',
    content: '姓名、电话、意向房号',
    purpose: '带客结佣核对',
    basis,
    on,
  });
  const agree = (givenOn: string) =>
    consultant.consents.give({
      customerId,
      purposes: ['sharing'],
      method: 'paper',
      givenOn,
      language: 'zh-CN',
      edition: 0,
    });

  it('names person, recipient, what, what for, on which ground, when and by whom', async () => {
    await consultant.privacy.disclose(given('contract'));
    const line = {
      derived: null,
      on: '2026-11-23',
      kind: 'agency',
      recipient: '安居经纪有限公司',
      content: '姓名、电话、意向房号',
      purpose: '带客结佣核对',
      basis: 'contract',
      consentOn: null,
      by: '何佳怡',
    };
    expect(await consultant.privacy.disclosures({ customerId })).toMatchObject([line]);
    expect(await compliance.privacy.register({})).toMatchObject({
      total: 1,
      rows: [{ ...line, customerId, file: 'KH-00001', name: '褚遂良' }],
    });
    expectReplayed(desk);
  });

  it('rests on a consent only where there is one on that day, and says which', async () => {
    await expectRefusal(consultant.privacy.disclose(given('consent')), 'CONSENT_MISSING');
    await agree('2026-11-22');
    await expectRefusal(consultant.privacy.disclose(given('consent', '2026-11-21')), 'CONSENT_MISSING');
    await expectRefusal(consultant.privacy.disclose(given('consent', '2026-11-24')), 'CONSENT_DAY_WRONG');
    await consultant.privacy.disclose(given('consent'));
    await consultant.consents.withdraw({ customerId, purpose: 'sharing', via: 'phone', withdrawnOn: '2026-11-23' });
    await expectRefusal(consultant.privacy.disclose(given('consent')), 'CONSENT_MISSING');
    expect(await consultant.privacy.disclosures({ customerId })).toMatchObject([
      { basis: 'consent', consentOn: '2026-11-22' },
    ]);
  });

  it('holds by itself what filings and loans tell others, once for each buyer', async () => {
    const [home = 0] = await buildHomes(desk);
    const { subscriptionId } = await subscribeHome(consultant, home, customerId);
    const { client } = desk.office.database;
    client
      .prepare(
        `insert into cases (kind, subscription_id, step, state, opened_on, step_since, loan_kind, bank, plan_line_id)
           values ('mortgage', ?, 'collect', 'running', '2026-11-20', '2026-11-20', 'commercial', '建设银行观音桥支行',
             (select min(id) from plan_lines where subscription_id = ?))`,
      )
      .run(subscriptionId, subscriptionId);
    expect(await compliance.privacy.register({})).toMatchObject({
      total: 1,
      rows: [{ derived: 'mortgage', kind: 'bank', recipient: '建设银行观音桥支行', by: null, name: '褚遂良' }],
    });
  });

  it('stands in the report that the person gets', async () => {
    await agree('2026-11-23');
    await consultant.privacy.disclose(given('consent'));
    await compliance.customers.reveal({ customerId, reason: 'subjectRequest' });
    const { parts } = await compliance.customers.personalReport({ customerId });
    const part = parts.find(({ title }) => title.includes('提供给谁'));
    expect(part?.rows).toEqual([
      ['2026-11-23', '安居经纪有限公司', '单独同意 2026-11-23', '姓名、电话、意向房号', '带客结佣核对'],
    ]);
  });

  it('is read by those who answer for personal data, names people to whoever may know them, and counts them as a file', async () => {
    await consultant.privacy.disclose(given('contract'));
    await consultant.privacy.disclose(given('law'));
    await expectRefusal(consultant.privacy.register({}), 'FORBIDDEN');
    expect((await desk.as('administrator').privacy.register({})).rows[0]?.name).not.toBe('褚遂良');
    const file = { list: 'disclosures' as const, scope: 'all' as const, filter: {}, searched: false, columns: ['on'] };
    await compliance.exports.record({ ...file, rows: 1, ids: [customerId] });
    await expectRefusal(compliance.exports.record({ ...file, rows: 2, ids: [customerId] }), 'EXPORT_ROWS_WRONG');
    await expectRefusal(
      desk.as('auditor').exports.record({ ...file, rows: 1, ids: [customerId] }),
      'EXPORT_NOT_ALLOWED',
    );
  });

  it('takes no more of a person who is anonymous, nor of one whose data are only kept unless the law says so', async () => {
    await compliance.customers.restrict({ customerId, reason: 'consentWithdrawn' });
    await expectRefusal(compliance.privacy.disclose(given('contract')), 'CUSTOMER_RESTRICTED');
    await compliance.privacy.disclose(given('law'));
    await compliance.customers.anonymise({ customerId });
    await expectRefusal(compliance.privacy.disclose(given('law')), 'CUSTOMER_ANONYMISED');
    expect((await compliance.privacy.register({})).rows).toMatchObject([{ name: '（已匿名）', basis: 'law' }]);
  });
});
