import { priceListFile } from '#db/seed/homes.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addMonths, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Stage } from './stage.ts';

/** Buildings of a plan: their price lists, permits and releases. */
export function buildingActs(stage: Stage) {
  const { plan, desk, unitIds } = stage;

  async function buildingOf(index: number) {
    const name = plan.buildings[index]?.name;
    const { buildings } = await desk('dujianhua').projects.detail({});
    const found = buildings.find((one) => one.name === name);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** Imports the price list of a building, as the office's planner would. */
  async function list(index: number): Promise<void> {
    const building = plan.buildings[index];
    if (building === undefined) return;
    const content = Buffer.from(priceListFile(building.homes)).toString('base64');
    const file = { name: `一房一价表-${building.name}.csv`, content };
    const order = { file, sheet: null, mapping: null, alsoFiled: false, leaveOutFaulty: false };
    await desk('baiyutong').imports.commit(order);
    const { id } = await buildingOf(index);
    const first = plan.buildings.slice(0, index).reduce((sum, { homes: own }) => sum + own.length, 0);
    const byPlace = new Map(building.homes.map((home, at) => [placeOf(home), first + at]));
    const { units } = await desk('dujianhua').units.board({});
    for (const unit of units) {
      const at = unit.buildingId === id ? byPlace.get(placeOf(unit)) : undefined;
      if (at !== undefined) unitIds[at] = unit.id;
    }
  }

  /** The permit comes, the prices are published, and the first homes are released. */
  async function open(index: number, today: LocalDate): Promise<void> {
    const manager = desk('dujianhua');
    const building = plan.buildings[index];
    const { id } = await buildingOf(index);
    await manager.projects.addPermit({
      projectId: stage.projectId,
      kind: 'preSalePermit',
      number: `渝澄住建(${today.slice(0, 4)})预字第${String(318 + index * 7)}号`,
      issuedOn: today,
      validTo: null,
      buildingIds: [id],
    });
    const { version, permitId } = await buildingOf(index);
    const mortgaged = building?.mortgage !== null;
    await manager.projects.updateBuilding({
      buildingId: id,
      version,
      permitId,
      pricesPublishedOn: today,
      mortgaged,
      lenderConsentOn: mortgaged ? today : null,
      deliveryOn: addMonths(today, 24),
    });
    const first = plan.buildings.slice(0, index).reduce((sum, { homes: own }) => sum + own.length, 0);
    const released = (building?.homes ?? []).flatMap(({ floor }, at) =>
      floor <= (building?.releasedUpTo ?? 0) ? [unitIds[first + at] ?? 0] : [],
    );
    await manager.units.release({ unitIds: released });
  }

  async function lapse(index: number): Promise<void> {
    const { id: buildingId, version, permitId, pricesPublishedOn, mortgaged, deliveryOn } = await buildingOf(index);
    const rest = { permitId, pricesPublishedOn, mortgaged, deliveryOn };
    await desk('dujianhua').projects.updateBuilding({ buildingId, version, ...rest, lenderConsentOn: null });
  }

  return { list, open, lapse };
}

/** By what a home of the plan and a cell of the board are the same. */
function placeOf(home: { readonly entrance: string; readonly floor: number; readonly roomNo: string }): string {
  return `${home.entrance} ${home.floor} ${home.roomNo}`;
}
