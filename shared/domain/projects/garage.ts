import type { UnitUse } from '../units/states.ts';

const besideHomes: ReadonlySet<UnitUse> = new Set(['parking', 'storage']);

/** True for a space beside homes, for a car or for storage. */
export function isSpace(use: UnitUse): boolean {
  return besideHomes.has(use);
}

/** True for a building that nobody counts as one: all of its units are parking or storage. */
export function isGarage(units: readonly { readonly use: UnitUse }[]): boolean {
  return units.length > 0 && units.every(({ use }) => isSpace(use));
}
