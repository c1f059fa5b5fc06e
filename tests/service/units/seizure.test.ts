import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { differingTables } from '#db/replay.ts';
import { liveSubscriptions } from '#db/repositories/task-facts.ts';
import { permits } from '#db/schema/inventory.ts';
import { sweepSubscriptions } from '#electron/server/subscriptions/sweep-subscriptions.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { smallestScan } from '#tests/support/scans.ts';

const DAY = 24 * 60 * 60 * 1000;

const order = {
  court: '渝中区人民法院',
  paperNo: '(2026)渝0103执保88号',
  fromOn: '2026-11-20',
  untilOn: null,
} as const;

describe('A home that a court has seized', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(() => desk.close());

  const seize = (unitId: number) => desk.as('warrantOfficer').units.seize({ unitId, ...order });
  const lift = (unitId: number) => desk.as('warrantOfficer').units.liftSeizure({ unitId, reason: '解封裁定' });
  const agreedDeal = async () => {
    const [unitId = 0] = await buildHomes(desk);
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, unitId, buyer);
    await approve(desk, approvalId);
    return { unitId, buyer, subscriptionId };
  };

  it('takes no deposit until the seizure is lifted, and says so before anybody counts the money', async () => {
    const { unitId, buyer, subscriptionId } = await agreedDeal();
    await seize(unitId);
    const cashier = desk.as('backOffice');
    const { can } = await cashier.subscriptions.detail({ subscriptionId });
    expect(can['receiveMoney']).toMatchObject({ code: 'UNIT_SEIZED', params: { article: 'urbanRealEstate38' } });
    await expectRefusal(takeDeposit(desk, subscriptionId, buyer), 'UNIT_SEIZED');
    await lift(unitId);
    expect(await takeDeposit(desk, subscriptionId, buyer)).toMatchObject({ state: 'depositComplete' });
  });

  it('lets no deal lapse for a deposit that was refused, and gives its days back when it is lifted', async () => {
    const { unitId, subscriptionId, buyer } = await agreedDeal();
    const before = await consultant.subscriptions.detail({ subscriptionId });
    desk.clock.advance(DAY);
    await seize(unitId);
    desk.clock.advance(40 * DAY);
    const sweep = () => sweepSubscriptions(desk.office.corridor, readDb(desk.office.database), desk.clock());
    expect(await sweep()).toBe(0);
    const officer = desk.as('warrantOfficer');
    const cashier = desk.as('backOffice');
    const meanwhile = await cashier.subscriptions.detail({ subscriptionId });
    expect(meanwhile.warnings.map(({ code }) => code)).toEqual(['PERIODS_STAND_STILL']);
    const { can } = await cashier.subscriptions.notices({ subscriptionId });
    expect([can['signingNotice'], can['terminationNotice']]).toMatchObject([
      { code: 'UNIT_SEIZED' },
      { code: 'UNIT_SEIZED' },
    ]);
    await officer.units.liftSeizure({ unitId, reason: '解封裁定' });
    const after = await cashier.subscriptions.detail({ subscriptionId });
    expect(after.row.signBy).toBe(addDays(before.row.signBy, 40));
    expect(after.plan.map(({ dueOn }) => dueOn)).toEqual(before.plan.map(({ dueOn }) => addDays(dueOn, 40)));
    expect(after.warnings).toEqual([]);
    expect(after.history.slice(0, 2)).toMatchObject([
      { kind: 'seizureLifted', data: { days: 40 } },
      { kind: 'seized' },
    ]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
    await sweep();
    expect((await cashier.subscriptions.detail({ subscriptionId })).row.state).toBe('approved');
    expect(await takeDeposit(desk, subscriptionId, buyer)).toMatchObject({ state: 'depositComplete' });
  });

  it('calls out nothing to be paid, drafted or signed of an unsigned deal, and offers no money of it', async () => {
    const { unitId, subscriptionId } = await agreedDeal();
    const cashier = desk.as('backOffice');
    const until = localDate('2027-01-31');
    const offered = async () =>
      (await cashier.payments.due({ until })).rows
        .filter((row) => row.subscriptionId === subscriptionId && row.item === 'deposit')
        .map(({ can }) => can['receive']);
    expect(await offered()).toEqual([true]);
    await seize(unitId);
    expect(await offered()).toMatchObject([{ code: 'UNIT_SEIZED' }]);
    expect(liveSubscriptions(readDb(desk.office.database))).toEqual([]);
    await lift(unitId);
    expect(await offered()).toEqual([true]);
    expect(liveSubscriptions(readDb(desk.office.database))).toHaveLength(1);
  });

  it('keeps the order of the court as a scan, for those who act on it, and says where it is missing', async () => {
    const [unitId = 0] = await buildHomes(desk);
    await seize(unitId);
    const officer = desk.as('warrantOfficer');
    const seizureOf = async (client: TestClient) => (await client.units.detail({ unitId })).seizure;
    const seizure = await seizureOf(officer);
    expect(seizure).toMatchObject({ scans: 0, opens: true });
    const subject = { noun: 'seizures', subjectId: seizure?.id ?? 0 } as const;
    const file = { name: '张三案协助执行通知书.png', content: smallestScan };
    await expectRefusal(consultant.attachments.add({ ...subject, kind: 'courtPaper', file }), 'FORBIDDEN');
    const { attachmentId } = await officer.attachments.add({ ...subject, kind: 'courtPaper', file });
    expect(await seizureOf(consultant)).toMatchObject({ scans: 1, opens: false });
    await expectRefusal(consultant.attachments.open({ attachmentId }), 'FORBIDDEN');
    // What the file was called named somebody; the history of the home says that it is there.
    const { files } = await desk.as('auditor').attachments.ofSubject(subject);
    expect(files).toMatchObject([{ fileName: '法院文书.png', kind: 'courtPaper' }]);
    const { history } = await officer.units.detail({ unitId });
    expect(history.map(({ kind }) => kind)).toContain('attached');
  });

  it('takes not even a part of a deposit under a permit that has ended', async () => {
    const { buyer, subscriptionId } = await agreedDeal();
    await desk.office.corridor.act({
      procedure: 'tests.endPermit',
      run: ({ db, tx, happened }) => {
        const id = db.select({ id: permits.id }).from(permits).get()?.id ?? 0;
        tx.update(permits, id, { validTo: localDate('2026-11-22') });
        happened({ kind: 'permitChanged', noun: 'permits', id });
      },
    });
    const cashier = desk.as('backOffice');
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    const part = { subscriptionId, version, item: 'deposit', method: 'transfer', amount: 1_000_000 } as const;
    const { code } = await refusalOf(cashier.payments.receive({ ...part, payerId: buyer, reference: '0000123' }));
    expect(code).toBe('PERMIT_EXPIRED');
  });
});
