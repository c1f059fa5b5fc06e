import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBack } from '#electron/workers/read-back.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { agreeToBatch, byPercent } from '#tests/support/price-batches.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY = 24 * 3_600_000;

describe('The papers of the prices of a building', () => {
  let desk: TestOffice;
  let homes: number[];
  let buildingId: number;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk);
    ({ id: buildingId = 0 } = (await desk.as('planner').prices.choices({})).buildings[0] ?? {});
  });
  afterEach(() => desk.close());

  const papersOf = (client: TestClient) => client.documents.ofSubject({ noun: 'buildings', subjectId: buildingId });
  /** Issues a paper and reads it, all that stands on it one behind the other. */
  const read = async (client: TestClient, kind: DocumentKindName) => {
    const { documentId } = await client.documents.issue({ kind, subjectId: buildingId });
    await desk.office.press.idle();
    const { content } = await client.documents.pages({ documentId });
    const pages = await readBack(Buffer.from(content, 'base64'));
    return { documentId, text: pages.map(({ bare }) => bare).join('') };
  };

  it('hold from the day of the batch to come and name it, and no home in a deal gets another price', async () => {
    const seller = desk.as('consultant', '尉迟敬');
    const today = dayOf(desk.clock());
    await agreeToBatch(desk, byPercent(-20_000), addDays(today, 1));
    await subscribeHome(seller, homes[0] ?? 0, await buildBuyer(seller));
    const manager = desk.as('manager');
    const { text } = await read(manager, 'priceList');
    const [year, month, date] = addDays(today, 1).split('-').map(Number);
    expect(text).toContain(`执行日期${year}年${month}月${date}日起`);
    expect(text).toContain('预售许可预售字(2026)1栋');
    expect(text).toMatch(/调价批次TJ-\d{4}-0001/);
    expect(text).toContain('1单元101住宅三室两厅南100.0080.0012,500.001,000,000.00');
    expect(text).toContain('1单元102住宅三室两厅南100.0080.0012,250.00980,000.00可售');
    expect(text).toContain('住宅4400.003,940,000.0012,312.50');
    expect(text).not.toContain('底价');
    desk.clock.advance(DAY);
    await desk.office.clock.tick();
    // What was to come is in force now: the list of the day before has had its time.
    const nextDay = desk.as('manager');
    expect((await read(nextDay, 'priceList')).text).toContain('1单元102住宅三室两厅南100.0080.0012,250.00980,000.00');
    const lists = (await papersOf(nextDay)).filter(({ kind }) => kind === 'priceList');
    expect(lists.filter(({ state }) => state === 'issued')).toHaveLength(1);
    expect(lists.at(-1)?.number).toBe(
      `JM-${addDays(today, 1).replaceAll('-', '')}-${String(buildingId).padStart(3, '0')}`,
    );
  });

  it('have floor prices on a paper of their own, which only those see who are told floor prices', async () => {
    const manager = desk.as('manager');
    const { documentId, text } = await read(manager, 'floorPriceList');
    expect(text).toContain('1单元101住宅三室两厅南100.0080.0012,500.001,000,000.00900,000.00可售');
    await manager.documents.issue({ kind: 'priceList', subjectId: buildingId });
    await desk.office.press.idle();
    const kindsOf = async (client: TestClient) => (await papersOf(client)).map(({ kind }) => kind).toSorted();
    expect(await kindsOf(manager)).toEqual(['floorPriceList', 'priceList']);
    // Back office answers for price lists, and is not told floor prices.
    const clerk = desk.as('backOffice');
    expect(await kindsOf(clerk)).toEqual(['priceList']);
    await expectRefusal(clerk.documents.issue({ kind: 'floorPriceList', subjectId: buildingId }), 'FORBIDDEN');
    await expectRefusal(clerk.documents.detail({ documentId }), 'FORBIDDEN');
    await expectRefusal(clerk.documents.pages({ documentId }), 'FORBIDDEN');
    await expectRefusal(clerk.documents.print({ documentId, printer: 'p', copies: 1, reason: '' }), 'FORBIDDEN');
    // A consultant sells by what is published.
    const seller = desk.as('consultant');
    expect(await kindsOf(seller)).toEqual([]);
    await expectRefusal(seller.documents.issue({ kind: 'priceList', subjectId: buildingId }), 'FORBIDDEN');
  });

  it('tell in the notice the phase of the building, its land, and what is collected beside the price by which source', async () => {
    const manager = desk.as('manager');
    const { id: projectId } = await manager.projects.detail({});
    const phase = { phaseId: null, version: null, projectId, name: '二期', sortOrder: 1 };
    await manager.projects.savePhase({ ...phase, buildingIds: [buildingId] });
    const today = dayOf(desk.clock());
    const set = (key: string, value: unknown) =>
      manager.settings.set({ key, value: value as never, effectiveFrom: today, sourceNote: '不动产权证、物业合同' });
    await set('landUse', { home: '城镇住宅用地', otherUse: '' });
    await set('landEndsOn', { home: '2093-05-17', otherUse: null });
    await set('propertyFee', { home: 280, otherUse: 600 });
    // The new sources hold from today on, as the prices of the batch do.
    await agreeToBatch(desk, byPercent(-20_000), addDays(today, 1));
    const { text } = await read(desk.as('backOffice'), 'priceNotice');
    expect(text).toContain('楼栋二期1栋');
    expect(text).toContain('土地用途城镇住宅用地土地期限至2093年5月17日');
    expect(text).toContain('物业服务费全部房屋2.80元/㎡·月物业服务企业房屋交付时必缴自');
    expect(text).toContain('起；不动产权证、物业合同');
    // Homes only: what shops pay is not told here.
    expect(text).not.toContain('6.00元');
  });

  it('are there before a building may be sold, while its notice is not', async () => {
    await buildHomes(desk, { name: '2栋', permit: false });
    const { buildings } = await desk.as('planner').prices.choices({});
    buildingId = buildings.find(({ name }) => name === '2栋')?.id ?? 0;
    const clerk = desk.as('backOffice');
    await expectRefusal(clerk.documents.issue({ kind: 'priceNotice', subjectId: buildingId }), 'PERMIT_MISSING');
    expect((await read(clerk, 'priceList')).text).toContain('预售许可×');
  });
});
