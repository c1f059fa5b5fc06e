import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { subscriptions } from '#db/schema/deals.ts';
import { sweepSubscriptions } from '#electron/server/subscriptions/sweep-subscriptions.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const DAY = 86_400_000;

describe('Buyers who do not come to sign', () => {
  let desk: TestOffice;
  let consultant: TestClient & { readonly me: number };
  let unitId: number;
  let subscriptionId: number;
  let buyer: number;
  let approvalId: number | null;
  beforeEach(async () => {
    desk = await testOffice();
    [unitId = 0] = await buildHomes(desk, { floors: 1, rooms: 1 });
    consultant = desk.as('consultant');
    buyer = await buildBuyer(consultant);
    ({ subscriptionId, approvalId } = await subscribeHome(consultant, unitId, buyer));
    await approve(desk, approvalId);
  });
  afterEach(() => desk.close());

  /** Days go by; whoever comes back unlocks the screen. */
  async function pass(days: number): Promise<void> {
    desk.clock.advance(days * DAY);
    consultant = desk.as('consultant', '另一位');
    await desk.office.corridor.act({
      procedure: 'tests.give',
      run: ({ tx, happened }) => {
        tx.update(subscriptions, subscriptionId, { consultantId: consultant.me });
        happened({ kind: 'moneyReceived', noun: 'subscriptions', id: subscriptionId });
      },
    });
  }

  const sweep = () => sweepSubscriptions(desk.office.corridor, readDb(desk.office.database), desk.clock());
  const notices = () => consultant.subscriptions.notices({ subscriptionId });

  it('are called to sign some days before, told of the end after, and the days count from the service', async () => {
    await takeDeposit(desk, subscriptionId, buyer);
    expect((await notices()).can['signingNotice']).toEqual({
      code: 'NOTICE_TOO_EARLY',
      params: { fromOn: '2026-11-27' },
    });
    await pass(4);
    const { number } = await consultant.subscriptions.issueNotice({ subscriptionId, kind: 'signingNotice' });
    expect(number).toBe('QT-2026-0001');
    const again = consultant.subscriptions.issueNotice({ subscriptionId, kind: 'signingNotice' });
    expect(await refusalOf(again)).toMatchObject({ code: 'NOTICE_ISSUED' });
    const { documentId } = await consultant.documents.issue({ kind: 'signingNotice', subjectId: subscriptionId });
    await desk.office.press.idle();
    const { document } = await consultant.documents.detail({ documentId });
    expect(document).toMatchObject({ number, state: 'issued', copiesDue: 2 });
    const [called] = (await notices()).notices;
    const serving = { noticeId: called?.id ?? 0, version: 1, servedOn: localDate('2026-11-27'), note: '' };
    const courier = { ...serving, method: 'courier' as const, trackingNo: '' };
    expect(await refusalOf(consultant.subscriptions.serveNotice(courier))).toMatchObject({
      code: 'NOTICE_TRACKING_MISSING',
    });
    await consultant.subscriptions.serveNotice({ ...courier, trackingNo: 'SF1000200030' });
    const early = consultant.subscriptions.issueNotice({ subscriptionId, kind: 'terminationNotice' });
    expect(await refusalOf(early)).toMatchObject({ code: 'SIGNING_NOT_OVERDUE' });
    await pass(4);
    const ended = await consultant.subscriptions.issueNotice({ subscriptionId, kind: 'terminationNotice' });
    expect(ended.number).toBe('ZT-2026-0001');
    const { documentId: paper } = await consultant.documents.issue({
      kind: 'terminationNotice',
      subjectId: subscriptionId,
    });
    await desk.office.press.idle();
    expect((await consultant.documents.detail({ documentId: paper })).document.state).toBe('issued');
    const last = (await notices()).notices.at(-1);
    const served = await consultant.subscriptions.serveNotice({
      ...serving,
      noticeId: last?.id ?? 0,
      method: 'inPerson',
      trackingNo: '',
      servedOn: localDate('2026-12-01'),
    });
    expect(served).toEqual({ terminationEndsOn: '2026-12-08' });
    expect((await notices()).terminationOver).toBe(false);
    await pass(8);
    expect(await notices()).toMatchObject({ terminationOver: true, terminationEndsOn: null });
    expectReplayed(desk);
  });

  it('lose the home by itself when no deposit comes in the days that the office gives', async () => {
    const state = async () => (await consultant.units.detail({ unitId })).cell.state;
    desk.clock.advance(3 * DAY);
    await sweep();
    expect(desk.office.database.client.prepare('select state from subscriptions').pluck().get()).toBe('approved');
    await pass(1);
    await sweep();
    expect(await state()).toBe('available');
    const { row, endReason, history } = await consultant.subscriptions.detail({ subscriptionId });
    expect([row.state, endReason, history[0]?.kind]).toEqual([
      'expired',
      '定金逾期未付，认购自动失效',
      'depositLapsed',
    ]);
    expectReplayed(desk);
  });

  it('keep it while a part of the deposit is here', async () => {
    const cashier = desk.as('backOffice');
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    const money = { item: 'deposit', method: 'cash', amount: 100, payerId: buyer, reference: '' } as const;
    await cashier.payments.receive({ subscriptionId, version, ...money });
    desk.clock.advance(30 * DAY);
    await sweep();
    expect(desk.office.database.client.prepare('select state from subscriptions').pluck().get()).toBe('approved');
  });
});
