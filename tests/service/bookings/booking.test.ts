import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { differingTables } from '#db/replay.ts';
import { bookingById } from '#db/repositories/bookings.ts';
import { unitBookings } from '#db/schema/claims.ts';
import { sweepBookings } from '#electron/server/bookings/sweep-bookings.ts';
import { slipData } from '#electron/server/documents/slip-data.ts';
import { bookHome, payBooking, refundBooking } from '#tests/support/booking-builders.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, plainTerms } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

function never(): never {
  throw new Error('The booking is gone');
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('A small booking', () => {
  let desk: TestOffice;
  let consultant: TestClient & { readonly me: number };
  let home = 0;
  let buyer = 0;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0] = await buildHomes(desk);
    consultant = desk.as('consultant', '赵敏');
    buyer = await buildBuyer(consultant);
  });
  afterEach(async () => {
    expect(differingTables(desk.office.database.client)).toEqual([]);
    await desk.close();
  });

  const sweep = () => sweepBookings(desk.office.corridor, readDb(desk.office.database), desk.clock());
  const stateOf = async (unitId = home) => (await desk.as('manager').units.detail({ unitId })).cell.state;
  const booking = async (bookingId: number, who: TestClient = consultant) =>
    (await who.bookings.detail({ bookingId })).row;

  it('waits for the supervisor, then for the money, and keeps the home for days', async () => {
    await consultant.units.lock({ unitId: home });
    const { bookingId, number, state, approvalId } = await consultant.bookings.create({
      unitId: home,
      customerId: buyer,
      reason: '首付周五到账',
    });
    expect({ number, state }).toEqual({ number: 'XD-2026-0001', state: 'asked' });
    expect(await stateOf()).toBe('held');
    await expectRefusal(payBooking(desk, bookingId), 'BOOKING_NOT_OPEN');
    await approve(desk, approvalId);
    expect(await booking(bookingId)).toMatchObject({ state: 'agreed', expiresAt: desk.clock() + 4 * HOUR_MS });
    await payBooking(desk, bookingId);
    expect(await stateOf()).toBe('booked');
    const paid = await booking(bookingId);
    expect(paid).toMatchObject({ state: 'open', held: 500_000, listPrice: 100_000_000, customer: '欧阳询' });
    const cell = (await consultant.units.board({})).units.find(({ id }) => id === home);
    expect(cell).toMatchObject({ state: 'booked', by: '赵敏', until: paid.expiresAt, mine: true });
    const { history } = await consultant.units.detail({ unitId: home });
    expect(history.map(({ kind }) => kind).slice(0, 3)).toEqual(['booked', 'approved', 'bookingAsked']);
  });

  it('that ended long ago costs its list nothing', async () => {
    const { client } = desk.office.database;
    const list = async (open: boolean) => {
      let asked = 0;
      const prepare = client.prepare.bind(client);
      client.prepare = ((source: string) => {
        asked += 1;
        return prepare(source);
      }) as typeof client.prepare;
      const rows = await consultant.bookings.list({ scope: 'mine', open }).finally(() => {
        client.prepare = prepare;
      });
      return { asked, rows: rows.length };
    };
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    await list(false);
    const before = await list(false);
    await desk.office.corridor.act({
      procedure: 'tests.oldBookings',
      run: ({ db, tx, happened }) => {
        const { id: _own, number: _number, ...row } = bookingById(db, bookingId) ?? never();
        for (let old = 1; old <= 40; old += 1)
          tx.insert(unitBookings, { ...row, number: `XD-2016-${old}`, consultantId: consultant.me, state: 'refunded' });
        happened({ kind: 'bookingRefunded', noun: 'bookings', id: bookingId });
      },
    });
    expect(await list(false)).toEqual({ asked: before.asked, rows: 40 });
    expect(await list(true)).toEqual({ asked: before.asked, rows: 0 });
  });

  it('says how the customer means to pay and what they ask for, to whoever agrees and on its slip', async () => {
    await consultant.units.lock({ unitId: home });
    const wish = { unitId: home, customerId: buyer, planCode: 'mortgage' as const, askedPpm: 15_000 };
    await expectRefusal(consultant.bookings.create({ ...wish, reason: '' }), 'REASON_MISSING');
    const { bookingId, approvalId } = await consultant.bookings.create({ ...wish, reason: '老业主介绍' });
    const { approval } = await desk.as('supervisor').approvals.detail({ approvalId: approvalId ?? 0 });
    expect(approval.facts).toMatchObject({ planKind: 'mortgage', askedPpm: 15_000 });
    await approve(desk, approvalId);
    await payBooking(desk, bookingId);
    const { row, reason } = await consultant.bookings.detail({ bookingId });
    // It is a wish: the price that is kept stays the list price.
    expect(row).toMatchObject({ planKind: 'mortgage', askedPpm: 15_000, listPrice: 100_000_000 });
    expect(reason).toBe('老业主介绍');
    const db = readDb(desk.office.database);
    const stored = bookingById(db, bookingId);
    if (stored === undefined) throw new Error('no booking');
    const setting = () => 15;
    expect(slipData({ db, setting: setting as never }, stored)).toMatchObject({
      planKind: 'mortgage',
      askedPpm: 15_000,
      askedWhy: '老业主介绍',
    });
  });

  it('of a supervisor needs nobody’s agreement', async () => {
    const supervisor = desk.as('supervisor');
    const { state, approvalId } = await bookHome(supervisor, home, buyer);
    expect({ state, approvalId }).toEqual({ state: 'agreed', approvalId: null });
  });

  it('of a home that is booked already is told who has it and since when, its own customer too', async () => {
    const { bookingId } = await bookHome(desk.as('supervisor', '孙宏'), home, buyer);
    const stranger = await buildBuyer(consultant, '褚遂良');
    const again = (customerId: number) => desk.as('manager').bookings.create({ unitId: home, customerId, reason: '' });
    const takenAt = desk.clock();
    const waiting = { code: 'UNIT_PARKED', params: { by: '孙宏', takenAt } };
    expect(await refusalOf(again(buyer))).toMatchObject(waiting);
    desk.clock.advance(HOUR_MS);
    await payBooking(desk, bookingId);
    const booked = { code: 'UNIT_TAKEN', params: { by: '孙宏', takenAt: desk.clock() } };
    expect(await refusalOf(again(buyer))).toMatchObject(booked);
    expect(await refusalOf(again(stranger))).toMatchObject(booked);
  });

  it('is of a home that was locked or held for the customer, under a permit', async () => {
    await expectRefusal(
      consultant.bookings.create({ unitId: home, customerId: buyer, reason: '' }),
      'UNIT_NOT_RESERVED',
    );
    const [unpermitted = 0] = await buildHomes(desk, { name: '2栋', permit: false, released: false });
    const { code, params } = await refusalOf(
      consultant.bookings.create({ unitId: unpermitted, customerId: buyer, reason: '' }),
    );
    expect([code, params['article']]).toEqual(['PERMIT_MISSING', 'shandong30']);
  });

  it('cannot be had of a home that is frozen, which is what whoever asks is told', async () => {
    await desk.as('manager').units.freeze({ unitId: home, reason: '等待补充测绘' });
    const wish = { unitId: home, customerId: buyer, reason: '' };
    await expectRefusal(desk.as('supervisor').bookings.create(wish), 'UNIT_FROZEN');
  });

  it('that is rejected or not paid in time frees its home', async () => {
    const asked = await bookHome(consultant, home, buyer);
    const supervisor = desk.as('supervisor');
    const { version } = await supervisor.approvals.detail({ approvalId: asked.approvalId ?? 0 });
    const no = { approvalId: asked.approvalId ?? 0, version, decision: 'reject' as const, opinion: '已有客户在谈' };
    await supervisor.approvals.decide(no);
    expect([await stateOf(), (await booking(asked.bookingId)).state]).toEqual(['available', 'dropped']);
    const again = await bookHome(supervisor, home, buyer);
    desk.clock.advance(4 * HOUR_MS);
    expect(await sweep()).toBe(1);
    const lapsed = await booking(again.bookingId, desk.as('manager'));
    expect([await stateOf(), lapsed.state]).toEqual(['available', 'dropped']);
  });

  it('that was agreed to can be given up before its money comes', async () => {
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    const manager = desk.as('manager');
    const { version } = await booking(bookingId, manager);
    await manager.bookings.drop({ bookingId, version, reason: '客户不来了' });
    expect(await stateOf()).toBe('available');
  });

  it('lapses at the end of its last day, and the money is still the customer’s', async () => {
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    await payBooking(desk, bookingId);
    desk.clock.advance(3 * DAY_MS);
    expect(await sweep()).toBe(0);
    desk.clock.advance(DAY_MS);
    expect(await sweep()).toBe(1);
    expect(await stateOf()).toBe('available');
    const manager = desk.as('manager');
    const row = await booking(bookingId, manager);
    expect(row).toMatchObject({ state: 'expired', held: 500_000 });
    expect((await manager.bookings.list({ scope: 'all', open: true })).map(({ id }) => id)).toEqual([bookingId]);
    await expectRefusal(
      manager.bookings.refund({ bookingId, version: row.version, reason: '到期退款' }),
      'MONEY_NOT_RETURNED',
    );
  });

  it('is extended once by a supervisor', async () => {
    const asked = await bookHome(consultant, home, buyer);
    await approve(desk, asked.approvalId);
    const { bookingId } = asked;
    await payBooking(desk, bookingId);
    const { version, expiresAt } = await booking(bookingId);
    await expectRefusal(consultant.bookings.extend({ bookingId, version }), 'APPROVAL_NEEDED');
    const supervisor = desk.as('supervisor');
    const extended = await supervisor.bookings.extend({ bookingId, version });
    expect(extended.expiresAt - expiresAt).toBe(3 * DAY_MS);
    const after = await booking(bookingId);
    expect(after.extensions).toBe(1);
    await expectRefusal(supervisor.bookings.extend({ bookingId, version: after.version }), 'BOOKING_EXTENSIONS_USED');
  });

  it('runs on while its home is frozen, and ends when that is over', async () => {
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    await payBooking(desk, bookingId);
    const manager = desk.as('manager');
    await manager.units.freeze({ unitId: home, reason: '等待补充测绘' });
    expect((await booking(bookingId, manager)).frozen).toBe(true);
    desk.clock.advance(5 * DAY_MS);
    expect(await sweep()).toBe(0);
    await desk.as('manager').units.unfreeze({ unitId: home, reason: '测绘已补' });
    expect(await sweep()).toBe(1);
    expect(await stateOf()).toBe('available');
  });

  it('keeps its price for its customer, and becomes their subscription', async () => {
    const { bookingId } = await bookHome(consultant, home, buyer);
    await approve(desk, (await booking(bookingId)).approvalId);
    await payBooking(desk, bookingId);
    desk.office.database.client.prepare('update units set list_price = list_price + 5000000 where id = ?').run(home);
    const stranger = await buildBuyer(consultant, '褚遂良');
    const terms = plainTerms(home);
    const { price } = await consultant.subscriptions.quote({ terms });
    expect(price).toBe(100_000_000);
    const subscribe = (customerId: number) =>
      consultant.subscriptions.create({
        terms,
        buyers: [{ customerId, sharePpm: 1_000_000 }],
        shownPrice: price,
        consent: true,
        mortgageDisclosed: false,
        reason: '',
      });
    await expectRefusal(subscribe(stranger), 'UNIT_NOT_RESERVED');
    const { approvalId } = await subscribe(buyer);
    expect(await stateOf()).toBe('booked');
    await approve(desk, approvalId);
    expect([await stateOf(), (await booking(bookingId)).state]).toEqual(['subscribed', 'converted']);
    desk.office.database.client.prepare('update units set list_price = list_price - 5000000 where id = ?').run(home);
  });

  it('has its money in the cashier’s book, in the file of the customer and in the past of the board', async () => {
    const before = desk.clock();
    desk.clock.advance(1000);
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    desk.clock.advance(HOUR_MS);
    const { receiptId, number } = await payBooking(desk, bookingId);
    const finance = desk.as('finance');
    const { rows, total } = await finance.payments.book({ from: '2026-11-23', to: '2026-11-23' });
    expect(total).toBe(500_000);
    expect(rows[0]).toMatchObject({
      number,
      owner: { noun: 'bookings', id: bookingId },
      subscription: 'XD-2026-0001',
      unit: '1-1-101',
    });
    await expectRefusal(
      finance.payments.voidReceipt({ receiptId, version: 1, reason: '收错了' }),
      'RECEIPT_OF_BOOKING',
    );
    const { money } = await finance.customers.detail({ customerId: buyer });
    expect(money?.receipts).toMatchObject([{ number, item: 'bookingMoney', subscriptionId: null }]);
    const stood = async (at: number) =>
      (await desk.as('manager').units.boardAt({ at })).units.find(({ id }) => id === home)?.state;
    expect(await stood(before)).toBe('available');
    expect(await stood(desk.clock())).toBe('booked');
  });

  it('ends when its money is paid back, and its home is free', async () => {
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    await payBooking(desk, bookingId);
    await refundBooking(desk, bookingId, buyer);
    expect(await stateOf()).toBe('available');
    expect(await booking(bookingId, desk.as('manager'))).toMatchObject({ state: 'refunded', held: 0 });
  });

  it('that ran out is paid back all the same', async () => {
    const { bookingId } = await bookHome(desk.as('supervisor'), home, buyer);
    await payBooking(desk, bookingId);
    desk.clock.advance(4 * DAY_MS);
    await sweep();
    await refundBooking(desk, bookingId, buyer);
    expect(await booking(bookingId, desk.as('manager'))).toMatchObject({ state: 'refunded', held: 0 });
  });

  it('keeps a colleague’s hands off', async () => {
    const { bookingId } = await bookHome(consultant, home, buyer);
    const other = desk.as('consultant');
    await expectRefusal(other.bookings.detail({ bookingId }), 'DEAL_OF_OTHER');
    expect(await other.bookings.list({ scope: 'all', open: false })).toEqual([]);
  });
});
