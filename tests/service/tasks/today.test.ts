import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { sweepLeases } from '#electron/server/units/sweep-leases.ts';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';
import { bookHome, payBooking } from '#tests/support/booking-builders.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor } from '#tests/support/change-desk.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

const monday = localDate('2026-11-23');

async function figures(person: TestClient) {
  const { scope, rows } = (await person.tasks.today({})).figures;
  const of = new Map<string, number[]>(rows.map(({ measure, today, week, month }) => [measure, [today, week, month]]));
  return { scope, of };
}

describe('Today', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const sell = async (consultant: TestClient, home: number, name?: string) => {
    const buyer = await buildBuyer(consultant, name);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    return { buyer, subscriptionId, approvalId };
  };

  it('names the customer of every request that waits, whatever it is about', async () => {
    const [home = 0, wanted = 0, kept = 0] = await buildHomes(desk, { floors: 1, rooms: 3 });
    const consultant = desk.as('consultant', '赵敏');
    const sold = await sell(consultant, home, '钱一');
    await approve(desk, sold.approvalId);
    await takeDeposit(desk, sold.subscriptionId, sold.buyer);
    await askFor(consultant, sold.subscriptionId, { kind: 'planChange', planCode: 'mortgage' });
    await bookHome(consultant, wanted, await buildBuyer(consultant, '孙二'));
    await consultant.units.askHold({
      ...{ unitId: kept, purpose: 'customer', customerId: await buildBuyer(consultant, '李三') },
      ...{ reason: '客户在外地，周末来付款', until: addDays(monday, 2) },
    });
    const { tasks } = await desk.as('manager').tasks.today({});
    const names = [...tasks, ...(await desk.as('supervisor').tasks.today({})).tasks].flatMap(({ kind, params }) =>
      kind === 'approvalWaiting' ? [params['person']] : [],
    );
    expect(new Set(names)).toEqual(new Set(['钱一', '孙二', '李三']));
  });

  it('counts the day, the last seven days and the month, each sale once and only while it stands', async () => {
    const homes = await buildHomes(desk, { floors: 1, rooms: 4 });
    const consultant = desk.as('consultant', '赵敏');
    desk.clock.set(instantOf(addDays(monday, -10), 600));
    const first = await sell(consultant, homes[0] ?? 0);
    await approve(desk, first.approvalId);
    desk.clock.set(instantOf(addDays(monday, -6), 600));
    const second = await sell(consultant, homes[1] ?? 0);
    await approve(desk, second.approvalId);
    await takeDeposit(desk, second.subscriptionId, second.buyer);
    desk.clock.set(instantOf(monday, 600));
    const third = await sell(consultant, homes[2] ?? 0);
    await approve(desk, third.approvalId);
    const inReview = await sell(consultant, homes[3] ?? 0);
    const { of } = await figures(desk.as('manager'));
    expect(of.get('firstVisits')).toEqual([2, 3, 4]);
    expect(of.get('subscriptions')).toEqual([1, 2, 3]);
    expect(of.get('subscribedAmount')).toEqual([100_000_000, 200_000_000, 300_000_000]);
    expect(of.get('contracts')).toEqual([0, 0, 0]);
    expect(of.get('receivedAmount')).toEqual([0, 5_000_000, 5_000_000]);
    await approve(desk, inReview.approvalId);
    const { version } = await consultant.subscriptions.detail({ subscriptionId: third.subscriptionId });
    await desk.as('manager').subscriptions.cancel({
      subscriptionId: third.subscriptionId,
      version,
      reason: '客户放弃购买',
    });
    expect((await figures(desk.as('manager'))).of.get('subscriptions')).toEqual([1, 2, 3]);
  });

  it('shows a consultant the own figures, visitors and reminders, and the manager everybody’s', async () => {
    const homes = await buildHomes(desk, { floors: 1, rooms: 2 });
    const [one, two] = [desk.as('consultant', '赵敏'), desk.as('consultant', '钱伟')];
    await sell(one, homes[0] ?? 0, '王海涛').then(({ approvalId }) => approve(desk, approvalId));
    await sell(two, homes[1] ?? 0, '周琳').then(({ approvalId }) => approve(desk, approvalId));
    const own = await figures(one);
    expect([own.scope, own.of.get('firstVisits'), own.of.get('subscriptions')]).toEqual(['own', [1, 1, 1], [1, 1, 1]]);
    const office = await figures(desk.as('manager'));
    expect([office.scope, office.of.get('firstVisits'), office.of.get('subscriptions')]).toEqual([
      'office',
      [2, 2, 2],
      [2, 2, 2],
    ]);
    const unsignedOf = async (person: TestClient) =>
      (await person.tasks.today({})).reminders.find(({ kind }) => kind === 'unsigned')?.params['count'];
    expect([await unsignedOf(one), await unsignedOf(desk.as('manager'))]).toEqual([1, 2]);
    expect((await one.tasks.today({})).visitors.map(({ name }) => name)).toEqual(['王海涛']);
    expect((await desk.as('director').tasks.today({})).visitors.map(({ name }) => name).toSorted()).toEqual(
      ['周琳', '王海涛'].toSorted(),
    );
  });

  it('leaves out what the post may not read', async () => {
    const measures = async (person: TestClient) =>
      (await person.tasks.today({})).figures.rows.map(({ measure }) => measure);
    expect(await measures(desk.as('administrator'))).toEqual([]);
    expect(await measures(desk.as('planner'))).not.toContain('receivedAmount');
    expect(await measures(desk.as('finance'))).not.toContain('calls');
  });

  it('leads a deal from desk to desk: reviewer, cashier and consultant each see their part, with the buyer', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const cashier = desk.as('finance');
    const { approvalId, subscriptionId, buyer } = await sell(consultant, home, '王海涛');
    const mine = await consultant.tasks.today({});
    expect(mine.waiting).toMatchObject([
      { approvalId, kind: 'subscriptionReview', unit: '1-1-101', person: '王海涛', requiredPost: 'backOffice' },
    ]);
    expect((await desk.as('supervisor').tasks.today({})).tasks).toMatchObject([
      { kind: 'reviewWaiting', noun: 'approvals', params: { person: '王海涛', requester: '赵敏', unit: '1-1-101' } },
    ]);
    await approve(desk, approvalId);
    expect((await consultant.tasks.today({})).waiting).toEqual([]);
    expect((await cashier.tasks.today({})).tasks).toMatchObject([
      {
        kind: 'depositToReceive',
        noun: 'subscriptions',
        subjectId: subscriptionId,
        dueOn: monday,
        params: { person: '王海涛', remainingFen: 5_000_000 },
      },
    ]);
    await takeDeposit(desk, subscriptionId, buyer);
    expect((await cashier.tasks.today({})).tasks).toEqual([]);
  });

  it('calls out a hold that ends by tomorrow to whoever holds it', async () => {
    const [home = 0, other = 0] = await buildHomes(desk);
    const supervisor = desk.as('supervisor');
    const hold = { purpose: 'management' as const, customerId: null, reason: '样板间' };
    await supervisor.units.hold({ ...hold, unitId: home, until: addDays(monday, 1) });
    await supervisor.units.hold({ ...hold, unitId: other, until: addDays(monday, 2) });
    const { tasks } = await supervisor.tasks.today({});
    expect(tasks).toMatchObject([{ kind: 'holdExpiring', noun: 'units', subjectId: home }]);
    expect((await desk.as('supervisor').tasks.today({})).tasks).toEqual([]);
  });

  it('calls out a small booking that ends by tomorrow to its consultant and to the supervisor', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const booked = await bookHome(consultant, home, await buildBuyer(consultant));
    await approve(desk, booked.approvalId);
    await payBooking(desk, booked.bookingId);
    expect((await consultant.tasks.today({})).tasks).toEqual([]);
    desk.clock.advance(2 * 86_400_000);
    const told = { kind: 'bookingExpiring', noun: 'units', subjectId: home, params: { number: booked.number } };
    expect((await desk.as('supervisor').tasks.today({})).tasks).toMatchObject([told]);
    expect((await desk.as('manager').tasks.today({})).tasks).toEqual([]);
  });

  it('tells what happened last at the sales control, by whom, newest first', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const { approvalId } = await sell(consultant, home);
    await approve(desk, approvalId);
    await consultant.units.lock({ unitId: home + 1 });
    desk.clock.advance(3_600_000);
    await sweepLeases(desk.office.corridor, readDb(desk.office.database), desk.clock());
    const { news } = await desk.as('planner').tasks.today({});
    expect(news.map(({ kind, unit, actor }) => [kind, unit, actor])).toEqual([
      ['lockExpired', '1-1-102', null],
      ['locked', '1-1-102', '赵敏'],
      ['approved', '1-1-101', 'supervisor 3'],
      ['submitted', '1-1-101', '赵敏'],
      ['locked', '1-1-101', '赵敏'],
    ]);
  });
});
