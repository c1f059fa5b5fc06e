import type { TestClient, TestOffice } from './office.ts';

/** Locks a home and books it for a customer; a consultant's booking waits for a supervisor, a supervisor's for its money. */
export async function bookHome(person: TestClient, unitId: number, customerId: number) {
  await person.units.lock({ unitId });
  return person.bookings.create({ unitId, customerId, reason: '' });
}

/** The back office takes the money of a booking by transfer. */
export async function payBooking(desk: TestOffice, bookingId: number) {
  const cashier = desk.as('backOffice');
  const { row } = await cashier.bookings.detail({ bookingId });
  return cashier.bookings.receive({ bookingId, version: row.version, method: 'transfer', reference: '0000456' });
}

/** Finance asks for the whole money of a booking to go back, the manager agrees, finance pays it out. */
export async function refundBooking(desk: TestOffice, bookingId: number, payeeId: number): Promise<void> {
  const finance = desk.as('finance');
  const { held } = await finance.payments.held({ noun: 'bookings', recordId: bookingId });
  const wish = { noun: 'bookings' as const, recordId: bookingId, payeeId, amount: held, reason: '客户不买了' };
  const { refundId } = await finance.payments.askRefund(wish);
  const manager = desk.as('manager');
  const [request] = await manager.approvals.list({ scope: 'forMe', state: 'pending' });
  const approvalId = request?.id ?? 0;
  const { version } = await manager.approvals.detail({ approvalId });
  await manager.approvals.decide({ approvalId, version, decision: 'approve', opinion: '同意退款' });
  const { rows } = await finance.payments.refunds({ from: '2026-11-01', to: '2026-11-30' });
  const asked = rows.find(({ id }) => id === refundId);
  const pay = { refundId, version: asked?.version ?? 0, method: 'transfer' as const, reference: '0000789' };
  await finance.payments.refund(pay);
}
