import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscriptionBuyers } from '#db/schema/deals.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { addDays, dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { approvedContract, payLines, printOriginal, sign, subscribedHome } from '#tests/support/contract-desk.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const DAY = 86_400_000;

describe('Letters to the buyers about money', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const today = (): LocalDate => dayOf(desk.clock());
  let wakings = 0;
  /** Whoever of a post is at the desk after some days. */
  const later = (post: Post, days: number) => {
    desk.clock.advance(days * DAY);
    wakings += 1;
    return desk.as(post, `来人${wakings}`);
  };

  /** A signed contract whose instalments are still to come. */
  async function signedOnInstalments() {
    const deal = await approvedContract(desk, 'instalment');
    await printOriginal(desk, deal.contractId);
    await payLines(desk, deal, ['firstPayment']);
    await sign(desk, deal.contractId, 'buyer', deal.buyer);
    await sign(desk, deal.contractId, 'seller', null);
    return deal;
  }

  it('notify before anything is signed, keep the figures of their day, and make a paper of them', async () => {
    const { subscriptionId, buyer } = await subscribedHome(desk);
    const backOffice = desk.as('backOffice');
    const { lines, can } = await backOffice.letters.ofDeal({ subscriptionId });
    expect(can).toMatchObject({
      paymentNotice: true,
      overdueDemand: { code: 'LETTER_NEEDS_CONTRACT' },
      rescissionNotice: { code: 'FORBIDDEN' },
    });
    const open = lines.filter((line) => line.open > 0 && line.can['paymentNotice'] === true);
    const ask = { subscriptionId, kind: 'paymentNotice', positions: open.map(({ position }) => position) } as const;
    const { letterId, number } = await backOffice.letters.write({ ...ask, dueBy: addDays(today(), 7) });
    expect(number).toBe('FK-2026-0001');
    const { documentId } = await backOffice.documents.issue({
      kind: 'paymentNotice',
      subjectId: letterId,
      noun: 'paymentLetters',
    });
    await desk.office.press.idle();
    const { document } = await backOffice.documents.detail({ documentId });
    expect(document).toMatchObject({ number, state: 'issued', copiesDue: 2 });
    await payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment', 'instalment']);
    const [letter] = (await backOffice.letters.ofDeal({ subscriptionId })).letters;
    expect(letter?.open).toBe(open.reduce((sum, line) => sum + line.open, 0));
    expect(await refusalOf(backOffice.letters.write({ ...ask, dueBy: addDays(today(), 7) }))).toMatchObject({
      code: 'NOTHING_DUE',
    });
    expectReplayed(desk);
  });

  it('demand what is late, reach everybody, and only then rescind: by whoever may end contracts', async () => {
    const { subscriptionId, buyer } = await signedOnInstalments();
    let manager = later('manager', 200);
    const { lines } = await manager.letters.ofDeal({ subscriptionId });
    const late = lines.find(({ open, days }) => open > 0 && days > 90);
    if (late === undefined) throw new Error('Nothing of the plan is late');
    const ask = { subscriptionId, positions: [late.position] };
    const dueBy = addDays(today(), 10);
    const rescind = { ...ask, kind: 'rescissionNotice', dueBy: null } as const;
    expect(await refusalOf(manager.letters.write(rescind))).toMatchObject({ code: 'RESCISSION_DEMAND_FIRST' });
    const { letterId } = await manager.letters.write({ ...ask, kind: 'overdueDemand', dueBy });
    const paper = async (kind: 'overdueDemand' | 'rescissionNotice', subjectId: number) => {
      const { documentId } = await manager.documents.issue({ kind, subjectId, noun: 'paymentLetters' });
      await desk.office.press.idle();
      return (await manager.documents.detail({ documentId })).document;
    };
    expect(await paper('overdueDemand', letterId)).toMatchObject({ number: 'CK-2027-0001', state: 'issued' });
    const service = {
      letterId,
      customerId: buyer,
      method: 'courier',
      sentOn: today(),
      servedOn: today(),
      trackingNo: '',
      note: '',
    } as const;
    expect(await refusalOf(manager.letters.serve(service))).toMatchObject({ code: 'NOTICE_TRACKING_MISSING' });
    expect(await manager.letters.serve({ ...service, trackingNo: 'EMS1002003' })).toEqual({ arrivedOn: today() });
    const [served] = (await manager.letters.ofDeal({ subscriptionId })).letters;
    expect(
      await refusalOf(manager.letters.void({ letterId, version: served?.version ?? 0, reason: '写错了' })),
    ).toMatchObject({ code: 'LETTER_SERVED' });
    expect(await refusalOf(manager.letters.write(rescind))).toMatchObject({ code: 'RESCISSION_DEMAND_FIRST' });
    manager = later('manager', 11);
    const backOffice = desk.as('backOffice', '内业乙');
    expect(await refusalOf(backOffice.letters.write(rescind))).toMatchObject({ code: 'FORBIDDEN' });
    const ended = await manager.letters.write(rescind);
    expect(await paper('rescissionNotice', ended.letterId)).toMatchObject({
      number: 'JC-2027-0001',
      state: 'issued',
      copiesDue: 3,
    });
    await manager.letters.serve({
      ...service,
      letterId: ended.letterId,
      method: 'inPerson',
      sentOn: today(),
      servedOn: today(),
    });
    const last = (await manager.letters.ofDeal({ subscriptionId })).letters.at(-1);
    expect(last).toMatchObject({ arrivedOn: today(), endsOn: today(), objectUntil: addDays(today(), 90) });
    expectReplayed(desk);
  });

  it('name no line that is disputed, and say again once that is settled', async () => {
    const { subscriptionId } = await signedOnInstalments();
    const manager = later('manager', 200);
    const { lines } = await manager.letters.ofDeal({ subscriptionId });
    const position = lines.find(({ open, days }) => open > 0 && days > 0)?.position ?? 0;
    const ask = { subscriptionId, kind: 'overdueDemand' as const, positions: [position], dueBy: addDays(today(), 10) };
    await manager.letters.dispute({ subscriptionId, position, disputed: true, reason: '买受人称已转账' });
    expect(await refusalOf(manager.letters.write(ask))).toMatchObject({ code: 'LETTER_LINE_DISPUTED' });
    await manager.letters.dispute({ subscriptionId, position, disputed: false, reason: '银行核实未到账' });
    const { letterId } = await manager.letters.write(ask);
    const [letter] = (await manager.letters.ofDeal({ subscriptionId })).letters;
    await manager.letters.void({ letterId, version: letter?.version ?? 0, reason: '金额有误' });
    const issue = manager.documents.issue({ kind: 'overdueDemand', subjectId: letterId, noun: 'paymentLetters' });
    expect(await refusalOf(issue)).toMatchObject({ code: 'NOTICE_VOIDED' });
    await manager.letters.write(ask);
    const rounds = (await manager.letters.ofDeal({ subscriptionId })).letters.map(({ round, voided }) => [
      round,
      voided,
    ]);
    expect(rounds).toEqual([
      [1, true],
      [1, false],
    ]);
    expectReplayed(desk);
  });

  it('reach nobody while one of two buyers has not had them', async () => {
    const { subscriptionId, buyer } = await signedOnInstalments();
    const second = await buildBuyer(desk.as('consultant'), '褚遂良');
    await desk.office.corridor.act({
      procedure: 'tests.secondBuyer',
      run: ({ tx, happened }) => {
        tx.insert(subscriptionBuyers, { subscriptionId, customerId: second, position: 2, sharePpm: 1 });
        happened({ kind: 'moneyReceived', noun: 'subscriptions', id: subscriptionId });
      },
    });
    const manager = later('manager', 200);
    const { lines } = await manager.letters.ofDeal({ subscriptionId });
    const position = lines.find(({ open, days }) => open > 0 && days > 90)?.position ?? 0;
    const { letterId } = await manager.letters.write({
      ...{ subscriptionId, kind: 'overdueDemand', positions: [position], dueBy: addDays(today(), 5) },
    });
    const service = {
      letterId,
      method: 'inPerson',
      sentOn: today(),
      servedOn: today(),
      trackingNo: '',
      note: '',
    } as const;
    expect(await manager.letters.serve({ ...service, customerId: buyer })).toEqual({ arrivedOn: null });
    const again = manager.letters.serve({ ...service, customerId: buyer });
    expect(await refusalOf(again)).toMatchObject({ code: 'LETTER_SERVED' });
    const [letter] = (await manager.letters.ofDeal({ subscriptionId })).letters;
    expect(letter?.services.map(({ service: one }) => one?.method ?? null)).toEqual(['inPerson', null]);
    const next = later('manager', 1);
    const ends = { ...service, customerId: second, servedOn: today() };
    expect(await next.letters.serve(ends)).toEqual({ arrivedOn: today() });
    expectReplayed(desk);
  });
});
