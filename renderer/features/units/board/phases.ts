import type { BoardBuilding } from './cell.ts';

/** The phases of the buildings on the board, each once, in the order of the buildings. */
export function phasesOf(buildings: readonly BoardBuilding[]): string[] {
  return [...new Set(buildings.flatMap(({ phase }) => phase ?? []))];
}

/** The buildings of a phase; all of them while none is chosen, or one that no building has. */
export function ofPhase(buildings: readonly BoardBuilding[], phase: string | undefined): readonly BoardBuilding[] {
  const own = buildings.filter((building) => building.phase === phase);
  return phase === undefined || own.length === 0 ? buildings : own;
}
