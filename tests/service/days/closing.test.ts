import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headOf } from '#db/repositories/events.ts';
import { inGroups } from '#shared/domain/events/heads.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const DAY_MS = 86_400_000;

describe('Closing the days of an office where a home was sold', () => {
  let desk: TestOffice;
  let supervisor: TestClient;
  let consultant: TestClient;
  let subscriptionId: number;
  beforeEach(async () => {
    desk = await testOffice();
    supervisor = desk.as('supervisor');
    const [home = 0] = await buildHomes(desk);
    consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const deal = await subscribeHome(consultant, home, buyer);
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
  });
  afterEach(async () => {
    expectReplayed(desk);
    await desk.close();
  });

  const today = () => dayOf(desk.clock());
  const head = () => headOf(desk.office.database.client);

  it('keeps what the day came to and the head of the log, with a number of its own', async () => {
    const { seq, hash } = head();
    const { next } = await supervisor.days.list({});
    expect(next).toMatchObject({ day: today(), behind: 0, can: { close: true } });
    const closed = await supervisor.days.close({ day: today() });
    expect(closed.number).toBe(`RJ-${today().slice(0, 4)}-0001`);
    const { days, next: then } = await supervisor.days.list({});
    expect(then).toBeNull();
    expect(days).toMatchObject([{ day: today(), state: 'closed', closings: 1, seq, head: hash }]);
    expect(days[0]?.figures).toMatchObject({
      firstVisits: 1,
      locks: 1,
      subscriptions: { count: 1 },
      contracts: { count: 0, amount: 0 },
      receipts: { count: 1, amount: 5_000_000 },
      byMethod: [{ count: 1, amount: 5_000_000 }],
      entries: seq,
      late: 0,
    });
  });

  it('counts what went back, what was exchanged and the homes that were given back on the day when it happened', async () => {
    const target = (await consultant.units.board({})).units.find(({ state }) => state === 'available')?.id ?? 0;
    const move = { kind: 'unitChange' as const, unitId: target, adjustments: [], planCode: 'lumpSum' as const };
    const moved = await askFor(consultant, subscriptionId, { ...move, mortgageDisclosed: false });
    await decideChange(desk.as('manager'), moved.changeId);
    const ended = await askFor(consultant, subscriptionId, {
      kind: 'cancellation',
      cause: 'buyer',
      keep: fen(1_000_000),
    });
    const manager = desk.as('manager');
    await decideChange(manager, ended.changeId);
    const finance = desk.as('finance');
    const [refund] = (await finance.payments.refunds({ from: '2026-11-01', to: '2026-12-31' })).rows;
    const { id: refundId = 0, version = 0 } = refund ?? {};
    await finance.payments.refund({ refundId, version, method: 'transfer', reference: '770012' });
    await manager.changes.execute(await changeSeen(manager, ended.changeId));
    await supervisor.days.close({ day: today() });
    const { days } = await supervisor.days.list({});
    expect(days[0]?.figures).toMatchObject({
      cancelled: 1,
      receipts: { count: 1, amount: 5_000_000 },
      exchanged: { count: 1, amount: 5_000_000 },
      refunds: { count: 1, amount: 4_000_000 },
      refundsVoided: { count: 0, amount: 0 },
    });
  });

  it('counts on the next day what is entered after the close, so that every entry counts once', async () => {
    await supervisor.days.close({ day: today() });
    const first = head().seq;
    await buildBuyer(desk.as('consultant'), '褚遂良');
    desk.clock.advance(DAY_MS);
    const manager = desk.as('manager');
    await manager.session.setLanguage({ language: 'en' });
    await manager.days.close({ day: today() });
    const { days } = await manager.days.list({});
    const [second, before] = days;
    expect(second?.figures).toMatchObject({ firstVisits: 1, receipts: { count: 0 } });
    expect(second?.figures.late).toBeGreaterThan(0);
    expect((before?.seq ?? 0) + (second?.figures.entries ?? 0)).toBe(second?.seq);
    expect(second?.seq).toBeGreaterThan(first);
  });

  it('asks for one day after the other, once each, and for none that has not come', async () => {
    const first = today();
    desk.clock.advance(DAY_MS);
    const manager = desk.as('manager');
    await manager.session.setLanguage({ language: 'en' });
    expect(await refusalOf(manager.days.close({ day: today() }))).toMatchObject({
      code: 'DAY_OUT_OF_ORDER',
      params: { day: first },
    });
    await manager.days.close({ day: first });
    expect((await refusalOf(manager.days.close({ day: first }))).code).toBe('DAY_CLOSED');
    await manager.days.close({ day: today() });
    expect((await refusalOf(manager.days.close({ day: '2030-01-01' }))).code).toBe('DAY_NOT_OVER');
  });

  it('is taken up again by the manager alone, with a reason; its paper is voided and the next one is a second version', async () => {
    const { dayId } = await supervisor.days.close({ day: today() });
    const { documentId } = await supervisor.documents.issue({ kind: 'dayClose', subjectId: dayId });
    await desk.office.press.idle();
    const { document, title } = await supervisor.documents.detail({ documentId });
    expect([title, document.state, document.copiesDue]).toEqual(['日结单', 'issued', 2]);
    const version = 1;
    expect((await refusalOf(supervisor.days.reopen({ dayId, version, reason: '漏收一笔' }))).code).toBe('FORBIDDEN');
    const manager = desk.as('manager');
    await manager.days.reopen({ dayId, version, reason: '漏收一笔' });
    expect((await manager.documents.detail({ documentId })).document).toMatchObject({ state: 'voided' });
    expect((await refusalOf(manager.documents.issue({ kind: 'dayClose', subjectId: dayId }))).code).toBe(
      'DAY_REOPENED',
    );
    const { seq } = head();
    await manager.days.close({ day: today() });
    const { days } = await manager.days.list({});
    expect(days).toMatchObject([{ state: 'closed', closings: 2, seq, reopened: { reason: '漏收一笔' } }]);
    const again = await manager.documents.issue({ kind: 'dayClose', subjectId: dayId });
    await desk.office.press.idle();
    expect((await manager.documents.detail({ documentId: again.documentId })).document).toMatchObject({
      state: 'issued',
      issueVersion: 2,
      number: document.number,
    });
  });

  it('lets a paper be compared with the log by the first groups of its check value', async () => {
    await supervisor.days.close({ day: today() });
    const auditor = desk.as('auditor');
    const [closed] = (await auditor.days.list({})).days;
    const { seq = 0, head: hash = '' } = closed ?? {};
    const typed = inGroups(hash).slice(0, 19).toUpperCase();
    expect(await auditor.days.checkHead({ seq, hash: typed })).toMatchObject({ verdict: 'fits' });
    expect(await auditor.days.checkHead({ seq: seq - 1, hash: typed })).toMatchObject({ verdict: 'changed' });
    expect(await auditor.days.checkHead({ seq: seq + 999, hash: typed })).toMatchObject({ verdict: 'cut', at: null });
    expect((await refusalOf(auditor.days.checkHead({ seq, hash: 'not a hash' }))).code).toBe('HEAD_UNREADABLE');
  });

  it('is no business of a consultant', async () => {
    expect((await refusalOf(consultant.days.list({}))).code).toBe('FORBIDDEN');
    expect((await refusalOf(consultant.days.close({ day: today() }))).code).toBe('FORBIDDEN');
    const { dayId } = await supervisor.days.close({ day: today() });
    expect((await refusalOf(consultant.documents.issue({ kind: 'dayClose', subjectId: dayId }))).code).toBe(
      'FORBIDDEN',
    );
  });
});
