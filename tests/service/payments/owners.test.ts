import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { plansOf } from '#tests/support/query-plans.ts';

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

  it.each(['bookings', 'intents'] as const)('of one of the %s is found without reading the others', (noun) => {
    const { database } = desk.office;
    const plans = plansOf(database, () => ownedMoney(readDb(database), { noun, id: 1 })).join('');
    expect(plans).toContain(`refunds_of_${noun.slice(0, -1)}`);
    expect(plans).not.toMatch(/SCAN (receipts|refunds)/);
  });

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
