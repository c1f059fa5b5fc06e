import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('Money in the books', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
    const [home = 0] = await buildHomes(desk, { floors: 1, rooms: 1 });
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
  });
  afterEach(() => desk.close());

  const change = (sql: string) => () => desk.office.database.client.prepare(sql).run();

  it('belongs to exactly one deal, booking or intent, whether taken or paid back', () => {
    expect(change('update receipts set booking_id = 1')).toThrow(/receipts_of_one/);
    expect(change('update receipts set subscription_id = null')).toThrow(/receipts_of_one/);
    expect(change('update receipts set subscription_id = null, intent_id = 1')).not.toThrow();
    const refund = (owners: string) =>
      change(
        `insert into refunds (number, payee_id, amount, requested_by, requested_at, reason, state${
          owners === '' ? '' : `, ${owners}`
        }) select 'TK-2026-0001', payer_id, amount, cashier_id, received_at, '退', 'requested'${
          owners === ''
            ? ''
            : owners
                .split(', ')
                .map(() => ', 1')
                .join('')
        } from receipts`,
      );
    expect(refund('')).toThrow(/refunds_of_one/);
    expect(refund('booking_id, intent_id')).toThrow(/refunds_of_one/);
    expect(refund('booking_id')).not.toThrow();
  });

  it('is booked by lines of a receipt or of a refund, never of both', () => {
    expect(change('update ledger_entries set receipt_id = null')).toThrow(/ledger_entries_of_one/);
  });
});
