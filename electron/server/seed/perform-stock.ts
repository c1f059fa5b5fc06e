import type { PriceBatchPlan } from '#db/seed/acts.ts';
import { houseTypePlans } from '#db/seed/homes.ts';
import { area } from '#shared/kernel/area.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { drawPlan } from './draw-plan.ts';
import { type Stage, wait } from './stage.ts';

/** The homes of a building of the plan with their rows. */
function homesOf({ plan, unitIds }: Stage, building: number) {
  const first = plan.buildings.slice(0, building).reduce((sum, { homes }) => sum + homes.length, 0);
  return (plan.buildings[building]?.homes ?? []).map((home, at) => ({ home, unitId: unitIds[first + at] ?? 0 }));
}

/** The planner's office describes the house types of a building, with a picture of each, and says of which each home is. */
export async function describe(stage: Stage, building: number): Promise<void> {
  const clerk = stage.desk('dujianhua');
  const homes = homesOf(stage, building);
  const known = new Map((await clerk.houseTypes.list({})).map(({ id, name }) => [name, id]));
  for (const { name, bedrooms, baths, builtArea, innerArea, ...told } of houseTypePlans) {
    if (known.has(name) || homes.every(({ home }) => home.houseType !== name)) continue;
    const { houseTypeId } = await clerk.houseTypes.save({
      ...{ houseTypeId: null, version: null, name, use: 'home' },
      ...told,
      ...{ builtFromArea: builtArea, builtToArea: builtArea, innerFromArea: innerArea, innerToArea: innerArea },
    });
    known.set(name, houseTypeId);
    const content = drawPlan({ bedrooms, baths }).toString('base64');
    const file = { name: `${name}.png`, content };
    await clerk.attachments.add({ noun: 'houseTypes', subjectId: houseTypeId, kind: 'plan', file });
  }
  for (const { home, unitId } of homes)
    await clerk.units.update({
      // As its price list left it.
      ...{ unitId, version: 1, use: 'home', decoration: 'bare', sharedArea: null },
      houseTypeId: known.get(home.houseType) ?? null,
      houseType: home.houseType,
      orientation: home.orientation,
      builtArea: home.builtArea,
      innerArea: home.innerArea,
    });
}

/** The third tower is the second phase; everything else is the first. */
export async function dividePhases({ desk, plan, projectId }: Stage): Promise<void> {
  const manager = desk('dujianhua');
  const { buildings } = await manager.projects.detail({});
  const later = plan.buildings.find(({ openedAgo }) => openedAgo === null)?.name;
  for (const [index, name] of ['一期', '二期'].entries())
    await manager.projects.savePhase({
      ...{ phaseId: null, version: null, projectId, name, sortOrder: index + 1 },
      buildingIds: buildings.flatMap((one) => ((one.name === later) === (index === 1) ? [one.id] : [])),
    });
}

/** A finished building is measured: most of it as drawn, a few spaces a little smaller or larger. */
export async function measure(stage: Stage, building: number, at: number): Promise<void> {
  const clerk = stage.desk('dujianhua');
  const { surveyId } = await clerk.projects.saveSurvey({
    ...{ surveyId: null, version: null },
    number: `渝澄测绘（${dayOf(at).slice(0, 4)}）第 0066 号`,
    surveyor: '渝澄房产测绘事务所',
    surveyedOn: addDays(dayOf(at), -3),
  });
  for (const [index, { home, unitId }] of homesOf(stage, building).entries()) {
    const { version } = await clerk.units.detail({ unitId });
    const more = [0, 0, 8, -6, 0, 3, -12, 0, 45, 0][index % 10] ?? 0;
    const measured = {
      builtArea: area(home.builtArea + more),
      innerArea: area(home.innerArea + more),
      sharedArea: null,
    };
    await clerk.units.measure({ unitId, version, measured: { ...measured, surveyId } });
  }
}

/** The planner asks for other prices; where they are agreed to, the manager and the director do so the same day. */
export async function changePrices(stage: Stage, batch: PriceBatchPlan, at: number): Promise<void> {
  const { desk, plan } = stage;
  const planner = desk('baiyutong');
  const { buildings } = await planner.prices.choices({});
  const name = plan.buildings[batch.building]?.name;
  const where = {
    buildingIds: buildings.filter((one) => one.name === name).map(({ id }) => id),
    ...{ uses: [], houseTypes: [], orientations: [], floorFrom: batch.floorFrom, floorTo: null },
  };
  const draft = await planner.prices.draft({
    ...{ batchId: null, version: null, name: batch.name, effectiveOn: addDays(dayOf(at), batch.inDays) },
    formula: { rules: [{ where, price: 'list', change: { by: 'percent', ratePpm: batch.ratePpm } }], roundTo: 100_000 },
  });
  wait(stage, 20);
  const { approvalId } = await planner.prices.submit({ ...draft, reason: batch.reason });
  if (!batch.agreed) return;
  for (const who of ['dujianhua', 'shenjingyi'] as const) {
    wait(stage, 40);
    const { version } = await desk(who).approvals.detail({ approvalId });
    await desk(who).approvals.decide({ approvalId, version, decision: 'approve', opinion: '同意' });
  }
}
