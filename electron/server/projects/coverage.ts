import { buildingsOf, permitBuilding, unitsOfBuilding } from '#db/repositories/projects.ts';
import { buildings, permitBuildings, type permits, units } from '#db/schema/inventory.ts';
import { permitsSale } from '#shared/domain/projects/permits.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';

type Permit = typeof permits.$inferSelect;
type Building = typeof buildings.$inferSelect;
type Coverage = typeof permitBuildings.$inferSelect;

/** The registry lists the units of a building as saleable from its pre-sale permit on, and not without one. */
export function followPermit({ db, tx }: CommandContext, buildingId: number, covered: boolean): void {
  const [before, after] = covered ? (['notCovered', 'saleable'] as const) : (['saleable', 'notCovered'] as const);
  for (const unit of unitsOfBuilding(db, buildingId))
    if (unit.legalState === before) tx.update(units, unit.id, { legalState: after });
}

/** A building is named by a certificate, was named until another replaced it, or never should have been. */
function record(
  { db, tx, today }: CommandContext,
  permitId: number,
  buildingId: number,
  how: 'covered' | 'replaced' | 'taken off',
): void {
  const row = permitBuilding(db, permitId, buildingId);
  const endedOn = how === 'replaced' ? today : null;
  if (how !== 'taken off' && row === undefined) tx.insert(permitBuildings, { permitId, buildingId, endedOn });
  else if (how !== 'taken off' && row !== undefined) tx.update(permitBuildings, row.id, { endedOn });
  else if (row !== undefined) tx.remove(permitBuildings, row.id);
}

/** Writes beside a building's new pre-sale permit what became of the one before. */
export function recordPreSale(context: CommandContext, building: Building, permitId: number | null): void {
  if (building.permitId === permitId) return;
  if (building.permitId !== null)
    record(context, building.permitId, building.id, permitId === null ? 'taken off' : 'replaced');
  if (permitId !== null) record(context, permitId, building.id, 'covered');
}

/** Lets a certificate cover some buildings of its project and no others. The pre-sale permit decides about their sale. */
export function coverBuildings(context: CommandContext, permit: Permit, buildingIds: readonly number[]): void {
  const own = buildingsOf(context.db, permit.projectId).map(({ building }) => building);
  if (buildingIds.some((id) => own.every((building) => building.id !== id))) throw new DomainError('NOT_FOUND');
  for (const building of own) {
    const covers = buildingIds.includes(building.id);
    if (!permitsSale(permit.kind)) {
      record(context, permit.id, building.id, covers ? 'covered' : 'taken off');
      continue;
    }
    if (covers === (building.permitId === permit.id)) continue;
    recordPreSale(context, building, covers ? permit.id : null);
    context.tx.update(buildings, building.id, { permitId: covers ? permit.id : null });
    followPermit(context, building.id, covers);
  }
}

/** The buildings that a certificate covers, and those that another covers in its place by now. */
export function coveredBy(permit: Permit, own: readonly Building[], coverage: readonly Coverage[]) {
  const rows = coverage.filter(({ permitId }) => permitId === permit.id);
  const named = (ended: boolean) =>
    new Set(rows.filter(({ endedOn }) => (endedOn !== null) === ended).map(({ buildingId }) => buildingId));
  const [now, before] = [named(false), named(true)];
  const covered = own.filter(({ id, permitId }) => (permitsSale(permit.kind) ? permitId === permit.id : now.has(id)));
  return { covered, earlier: own.filter((building) => before.has(building.id) && !covered.includes(building)) };
}
