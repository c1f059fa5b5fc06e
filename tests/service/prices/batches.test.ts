import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PriceFormula } from '#shared/domain/prices/formula.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { agreeToBatch, byPercent, everyHome } from '#tests/support/price-batches.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY = 24 * 3_600_000;

describe('A batch of price changes', () => {
  let desk: TestOffice;
  let homes: number[];
  let planner: ReturnType<TestOffice['as']>;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk);
    planner = desk.as('planner');
  });
  afterEach(() => desk.close());

  const draft = (formula: PriceFormula, effectiveOn: string) =>
    planner.prices.draft({ batchId: null, version: null, name: '十二月调价', effectiveOn, formula });
  const listOf = async (unitId: number) => (await desk.as('manager').units.detail({ unitId })).cell.listPrice;
  it('is tried out, asked for, agreed to by three, and takes effect by itself on its day', async () => {
    const today = desk.clock();
    const tomorrow = new Date(today + DAY + 8 * 3_600_000).toISOString().slice(0, 10);
    const tried = await planner.prices.preview({ batchId: null, formula: byPercent(-20_000), effectiveOn: tomorrow });
    expect(tried.totals).toMatchObject({ units: 4, before: 400_000_000, after: 392_000_000, lowered: 4 });
    expect(tried.refusals).toEqual([]);
    expect(tried.buildings[0]).toMatchObject({ units: 4, noticeIssued: false });
    const batchId = await agreeToBatch(desk, byPercent(-20_000), tomorrow);
    await desk.office.clock.tick();
    expect(await listOf(homes[0] ?? 0)).toBe(100_000_000);
    desk.clock.advance(DAY);
    await desk.office.clock.tick();
    expect(await listOf(homes[0] ?? 0)).toBe(98_000_000);
    const { batch, leftOut } = await desk.as('planner').prices.detail({ batchId });
    expect(batch).toMatchObject({ state: 'effective', totals: { units: 4, before: 400_000_000, after: 392_000_000 } });
    expect(leftOut).toBe(0);
    const [newest] = await desk.as('manager').prices.ofUnit({ unitId: homes[0] ?? 0 });
    expect(newest).toMatchObject({ kind: 'pricesChanged', by: null, list: { before: 100_000_000, after: 98_000_000 } });
  });

  it('leaves the price of a home in a deal, and nothing of a building without its new notice can be claimed after', async () => {
    const [sold = 0, free = 0] = homes;
    const consultant = desk.as('consultant');
    await subscribeHome(consultant, sold, await buildBuyer(consultant));
    const today = new Date(desk.clock() + 8 * 3_600_000).toISOString().slice(0, 10);
    const tried = await planner.prices.preview({ batchId: null, formula: byPercent(-10_000), effectiveOn: today });
    expect(tried.totals.units).toBe(3);
    expect(tried.agreed).toBe(1);
    await consultant.units.lock({ unitId: free });
    await consultant.units.unlock({ unitId: free });
    await agreeToBatch(desk, byPercent(-10_000), today);
    await desk.office.clock.tick();
    expect(await listOf(sold)).toBe(100_000_000);
    expect(await listOf(free)).toBe(99_000_000);
    await expectRefusal(consultant.units.lock({ unitId: free }), 'PRICE_NOT_PUBLISHED');
  });

  it('is refused before it is asked for when it breaks the filed band, changes nothing, or its day is past', async () => {
    const above = await draft(byPercent(10_000), '2030-01-01');
    const submit = ({ batchId, version }: { batchId: number; version: number }) =>
      planner.prices.submit({ batchId, version, reason: '试一试' });
    await expectRefusal(submit(above), 'BATCH_BREAKS_BAND');
    await expectRefusal(submit(await draft({ rules: [], roundTo: 1 }, '2030-01-01')), 'BATCH_EMPTY');
    await expectRefusal(submit(await draft(byPercent(-10_000), '2020-01-01')), 'BATCH_DAY_PAST');
    const first = await draft(byPercent(-10_000), '2030-01-01');
    await submit(first);
    await expectRefusal(submit(await draft(byPercent(-20_000), '2030-02-01')), 'BATCH_OVERLAPS');
    await expectRefusal(submit(first), 'BATCH_NOT_DRAFT');
  });

  it('changes filed prices only so many days after they changed last, where the office has such a rule', async () => {
    const filed = (ratePpm: number): PriceFormula => ({
      rules: [{ where: everyHome, price: 'filed', change: { by: 'percent', ratePpm } }],
      roundTo: 100,
    });
    const today = dayOf(desk.clock());
    await desk.as('manager').settings.set({
      ...{ key: 'priceFiledIntervalDays', value: 30, effectiveFrom: today },
      sourceNote: '市住建委关于备案价格调整间隔的规定',
    });
    await agreeToBatch(desk, filed(10_000), today);
    await desk.office.clock.tick();
    const submit = async (formula: PriceFormula, day: string) =>
      planner.prices.submit({ ...(await draft(formula, day)), reason: '按市场行情调整' });
    await expectRefusal(submit(filed(10_000), addDays(today, 29)), 'BATCH_FILED_TOO_EARLY');
    // List prices may be changed meanwhile, and filed prices once the interval is over.
    await submit(byPercent(-10_000), addDays(today, 1));
    const over = await draft(filed(10_000), addDays(today, 30));
    const { refusals } = await planner.prices.preview({ batchId: over.batchId, formula: null, effectiveOn: null });
    expect(refusals.map(({ code }) => code)).toEqual(['BATCH_OVERLAPS']);
  });

  it('can be sent back and asked for again, rejected, or withdrawn, and changes no price then', async () => {
    const { batchId, version } = await draft(byPercent(-10_000), '2030-01-01');
    const { approvalId } = await planner.prices.submit({ batchId, version, reason: '按市场行情调整' });
    const head = desk.as('planningManager');
    const seen = await head.approvals.detail({ approvalId });
    expect(seen.can['sendBack']).toBe(true);
    await head.approvals.decide({ approvalId, version: seen.version, decision: 'sendBack', opinion: '降幅过大' });
    const returned = await planner.prices.detail({ batchId });
    expect(returned.batch.state).toBe('returned');
    expect(returned.endReason).toBe('降幅过大');
    const again = await planner.prices.draft({
      batchId,
      version: returned.version,
      name: '十二月调价（修订）',
      effectiveOn: '2030-01-01',
      formula: byPercent(-5000),
    });
    const second = await planner.prices.submit({ batchId, version: again.version, reason: '已按意见修改' });
    const now = await planner.prices.detail({ batchId });
    await planner.prices.withdraw({ batchId, version: now.version, reason: '暂不调整' });
    expect((await planner.prices.detail({ batchId })).batch.state).toBe('withdrawn');
    expect((await head.approvals.detail({ approvalId: second.approvalId })).approval.state).toBe('withdrawn');
    const other = await draft(byPercent(-5000), '2030-01-01');
    const third = await planner.prices.submit({ ...other, reason: '再次申请' });
    const asked = await head.approvals.detail({ approvalId: third.approvalId });
    await head.approvals.decide({
      approvalId: third.approvalId,
      version: asked.version,
      decision: 'reject',
      opinion: '不同意',
    });
    expect((await planner.prices.detail({ batchId: other.batchId })).batch.state).toBe('rejected');
    await expectRefusal(
      planner.prices.draft({ batchId, version: null, name: '再改', effectiveOn: '2030-01-01', formula: byPercent(1) }),
      'BATCH_NOT_DRAFT',
    );
  });

  it('keeps floor prices from those who may not see them', async () => {
    const floors: PriceFormula = {
      rules: [{ where: everyHome, price: 'floor', change: { by: 'ofList', ratePpm: 950_000 } }],
      roundTo: 100,
    };
    await expectRefusal(draft(floors, '2030-01-01'), 'FLOOR_PRICE_HIDDEN');
    const manager = desk.as('manager');
    const { batchId } = await manager.prices.draft({
      batchId: null,
      version: null,
      name: '底价',
      effectiveOn: '2030-01-01',
      formula: floors,
    });
    const seen = await manager.prices.preview({ batchId, formula: null, effectiveOn: null });
    expect(seen.rows[0]?.floorPrice).toEqual({ before: 90_000_000, after: 95_000_000 });
    const hidden = await planner.prices.preview({ batchId, formula: null, effectiveOn: null });
    expect(hidden.rows[0]?.floorPrice).toEqual({ before: null, after: null });
    expect((await planner.prices.detail({ batchId })).formula.rules).toEqual([]);
    await expectRefusal(desk.as('consultant').prices.list({}), 'FORBIDDEN');
  });
});

describe('The price notice of a building', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('says the prices of the batch to come, and lets the building be claimed from its day on', async () => {
    const [home = 0] = await buildHomes(desk);
    const planner = desk.as('planner');
    const tomorrow = addDays(dayOf(desk.clock()), 1);
    const batchId = await agreeToBatch(desk, byPercent(-20_000), tomorrow);
    const buildingId =
      (await planner.prices.preview({ batchId, formula: null, effectiveOn: null })).buildings[0]?.id ?? 0;
    const clerk = desk.as('backOffice');
    await clerk.documents.issue({ kind: 'priceNotice', subjectId: buildingId });
    await desk.office.press.idle();
    const [paper] = await clerk.documents.ofSubject({ noun: 'buildings', subjectId: buildingId });
    expect(paper).toMatchObject({
      kind: 'priceNotice',
      state: 'issued',
      number: `JG-${tomorrow.replaceAll('-', '')}-${String(buildingId).padStart(3, '0')}`,
    });
    const told = await planner.prices.preview({ batchId, formula: null, effectiveOn: null });
    expect(told.buildings[0]?.noticeIssued).toBe(true);
    desk.clock.advance(DAY);
    await desk.office.clock.tick();
    const consultant = desk.as('consultant');
    await consultant.units.lock({ unitId: home });
    expect((await consultant.units.detail({ unitId: home })).cell).toMatchObject({
      state: 'locked',
      listPrice: 98_000_000,
    });
  });
});
