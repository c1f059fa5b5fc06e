import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area } from '#shared/kernel/area.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const plan = {
  houseTypeId: null,
  version: null,
  name: 'A1',
  use: 'home' as const,
  rooms: '3室2厅2卫',
  builtFromArea: area(9800),
  builtToArea: area(10_200),
  innerFromArea: null,
  innerToArea: null,
  orientation: '南北',
  highlights: '双阳台，客厅开间 3.9 米',
};

describe('House types and what a home is', () => {
  let desk: TestOffice;
  let homes: number[];
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { name: '1栋' });
  });
  afterEach(() => desk.close());

  const home = (unitId = homes[0] ?? 0) => desk.as('manager').units.detail({ unitId });
  const factsOf = async (unitId = homes[0] ?? 0) => {
    const { cell, sharedArea, houseTypeId, decoration, version } = await home(unitId);
    const { use, houseType, orientation, builtArea, innerArea } = cell;
    return { unitId, version, use, houseTypeId, houseType, orientation, decoration, builtArea, innerArea, sharedArea };
  };

  it('are entered by the planner, given to homes, and told with how many there are', async () => {
    const planner = desk.as('planner');
    const { houseTypeId } = await planner.houseTypes.save(plan);
    await planner.units.update({ ...(await factsOf()), houseTypeId, houseType: 'A1', decoration: 'full' });
    expect(await planner.houseTypes.list({})).toMatchObject([{ name: 'A1', units: 1, available: 1, plans: 0 }]);
    expect(await home()).toMatchObject({ houseTypeId, decoration: 'full', cell: { houseType: 'A1' } });
  });

  it('are there once by their name, have no range that runs backwards, and go only when no home is of them', async () => {
    const planner = desk.as('planner');
    const { houseTypeId } = await planner.houseTypes.save(plan);
    await expectRefusal(planner.houseTypes.save(plan), 'HOUSE_TYPE_NAME_TAKEN');
    await expectRefusal(planner.houseTypes.save({ ...plan, name: 'B', builtToArea: area(1) }), 'HOUSE_TYPE_RANGE');
    await planner.units.update({ ...(await factsOf()), houseTypeId, houseType: 'A1' });
    await expectRefusal(planner.houseTypes.remove({ houseTypeId, version: 1 }), 'HOUSE_TYPE_IN_USE');
    await planner.units.update({ ...(await factsOf()), houseTypeId: null });
    await planner.houseTypes.remove({ houseTypeId, version: 1 });
    expect(await planner.houseTypes.list({})).toEqual([]);
  });

  it('rename the homes that nobody has, and leave what was agreed', async () => {
    const planner = desk.as('planner');
    const { houseTypeId } = await planner.houseTypes.save(plan);
    const [free = 0, held = 0] = homes;
    for (const unitId of [free, held])
      await planner.units.update({ ...(await factsOf(unitId)), houseTypeId, houseType: 'A1' });
    await desk.as('consultant').units.lock({ unitId: held });
    await planner.houseTypes.save({ ...plan, houseTypeId, version: 1, name: 'A1改' });
    expect([(await home(free)).cell.houseType, (await home(held)).cell.houseType]).toEqual(['A1改', 'A1']);
    await expectRefusal(planner.houseTypes.save({ ...plan, houseTypeId, version: 1, name: 'A2' }), 'STALE');
  });

  it('keep a home as it is once somebody has it, and refuse areas that do not add up', async () => {
    const planner = desk.as('planner');
    const facts = await factsOf();
    await expectRefusal(planner.units.update({ ...facts, sharedArea: area(1) }), 'AREA_PARTS_DIFFER');
    await desk.as('consultant').units.lock({ unitId: facts.unitId });
    const { version, can } = await desk.as('planner').units.detail({ unitId: facts.unitId });
    expect(can['edit']).toEqual({ code: 'UNIT_FACTS_AGREED' });
    await expectRefusal(planner.units.update({ ...facts, version }), 'UNIT_FACTS_AGREED');
    await expectRefusal(desk.as('consultant').units.update({ ...facts, version }), 'FORBIDDEN');
  });

  it('are measured by a survey, whoever has the home by then, and the difference is told', async () => {
    const warrants = desk.as('warrantSupervisor');
    const { surveyId } = await warrants.projects.saveSurvey({
      surveyId: null,
      version: null,
      number: '渝测(2026)118号',
      surveyor: '渝澄测绘院',
      surveyedOn: '2026-11-02',
    });
    const [unitId = 0, other = 0] = homes;
    await desk.as('consultant').units.lock({ unitId });
    const areas = { builtArea: area(10_350), innerArea: area(8200), sharedArea: area(2150) };
    const { version } = await home(unitId);
    await warrants.units.measure({ unitId, version, measured: { surveyId, ...areas } });
    const within = { surveyId, builtArea: area(9990), innerArea: area(7990), sharedArea: area(2000) };
    await warrants.units.measure({ unitId: other, version: (await home(other)).version, measured: within });
    expect((await home(unitId)).measured).toMatchObject({ ...areas, survey: { number: '渝测(2026)118号' } });
    expect(await warrants.units.areaDifferences({})).toMatchObject([
      { unitId, builtPpm: 35_000, innerPpm: 25_000, beyond: true },
      { unitId: other, builtPpm: -1000, innerPpm: -1250, beyond: false },
    ]);
    expect((await warrants.projects.detail({})).surveys).toMatchObject([{ number: '渝测(2026)118号', units: 2 }]);
    await warrants.units.measure({ unitId, version: (await home(unitId)).version, measured: null });
    expect((await home(unitId)).measured).toBeNull();
  });
});
