import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultChangeReasons } from '#shared/domain/changes/reasons.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const mortgage = { kind: 'planChange', planCode: 'mortgage' } as const;

describe('The reasons for which changes are asked for', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const keep = (value: object, from = '2026-11-23') =>
    desk.as('manager').settings.set({
      key: 'changeReasons',
      value: JSON.parse(JSON.stringify(value)),
      effectiveFrom: localDate(from),
      sourceNote: '案场例会',
    });

  it('are chosen of the office’s own list, and stand in the request, the list and the approval', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const { reasons } = await consultant.changes.simulate({ subscriptionId, ask: mortgage });
    expect(reasons.map(({ code }) => code)).toEqual(['loan', 'funds', 'other']);
    const { changeId, approvalId } = await askFor(consultant, subscriptionId, mortgage, '首付不够', [], 'funds');
    const { row, reason } = await consultant.changes.detail({ changeId });
    expect([row.reason, reason]).toEqual(['资金安排变动', '首付不够']);
    const list = await consultant.changes.list({ scope: 'mine', text: '', state: null, kind: null });
    expect(list.rows.map((one) => one.reason)).toEqual(['资金安排变动']);
    const page = await desk.as('manager').approvals.detail({ approvalId: approvalId ?? 0 });
    expect(page.reason).toBe('资金安排变动：首付不够');
  });

  it('need no remark, but one of the list for this kind of change', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    await expectRefusal(askFor(consultant, subscriptionId, mortgage, '客户申请', [], ''), 'CHANGE_REASON_MISSING');
    await expectRefusal(askFor(consultant, subscriptionId, mortgage, '', [], 'noShow'), 'CHANGE_REASON_NOT_LISTED');
    const { changeId } = await askFor(consultant, subscriptionId, mortgage, '', [], 'loan');
    await decideChange(desk.as('manager'), changeId);
    expect((await consultant.changes.detail({ changeId })).row).toMatchObject({
      state: 'executed',
      reason: '贷款未获批或额度不足',
    });
  });

  it('keep the name of their day when the office calls them otherwise later', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const { changeId } = await askFor(consultant, subscriptionId, mortgage, '', [], 'loan');
    await decideChange(desk.as('manager'), changeId);
    const later = defaultChangeReasons.map((one) => (one.code === 'loan' ? { ...one, label: '银行拒贷' } : one));
    await keep(later, '2026-11-24');
    desk.clock.advance(2 * 86_400_000);
    const seen = await desk.as('manager').changes.detail({ changeId });
    expect(seen.row.reason).toBe('贷款未获批或额度不足');
  });

  it('may be left to a remark by an office that lists none', async () => {
    await keep([]);
    const { consultant, subscriptionId } = await subscribedHome(desk);
    await expectRefusal(askFor(consultant, subscriptionId, mortgage, '', [], ''), 'CHANGE_REASON_MISSING');
    const { changeId } = await askFor(consultant, subscriptionId, mortgage, '客户来电', [], '');
    expect((await consultant.changes.detail({ changeId })).row.reason).toBe('');
  });
});
