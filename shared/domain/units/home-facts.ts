import type { Refusal } from '../../kernel/errors.ts';
import type { UnitCommercialState } from './states.ts';

const free: ReadonlySet<UnitCommercialState> = new Set(['unreleased', 'available']);
const barred: ReadonlySet<UnitCommercialState> = new Set(['frozen', 'notForSale']);

/** Where a home stands on its way to a buyer. */
type Standing = { readonly commercialState: UnitCommercialState; readonly cameFrom: UnitCommercialState | null };

/**
 * Refuses to write anew what a home is (house type, use, areas) once somebody has it: what was shown or agreed to a person
 * stays. A home that is kept from sale is judged by where it came from.
 */
export function homeFactsRefusal({ commercialState, cameFrom }: Standing): Refusal | undefined {
  const before = barred.has(commercialState) ? (cameFrom ?? 'unreleased') : commercialState;
  return free.has(before) || barred.has(before) ? undefined : { code: 'UNIT_FACTS_AGREED' };
}

/** Areas of a home in 0.01 m²: built, inside its walls, and its share of what is common. */
export type HomeAreas = {
  readonly builtArea: number;
  readonly innerArea: number | null;
  readonly sharedArea: number | null;
};

/** Refuses areas that contradict each other: the inner and the shared area together are the built one. */
export function areaPartsRefusal({ builtArea, innerArea, sharedArea }: HomeAreas): Refusal | undefined {
  if (innerArea !== null && innerArea > builtArea) return { code: 'AREA_PARTS_DIFFER' };
  if (innerArea === null || sharedArea === null) return undefined;
  return innerArea + sharedArea === builtArea ? undefined : { code: 'AREA_PARTS_DIFFER' };
}

/** Beyond this difference, in ppm, a buyer may ask for more than the difference (3 %, model contract). */
const AREA_LIMIT_PPM = 30_000;

/** How far a measured area lies from the one that was sold, in ppm of it, and whether that is beyond three per cent. */
export function areaDifference(sold: number, measured: number): { readonly ppm: number; readonly beyond: boolean } {
  const difference = measured - sold;
  // Judged on the areas themselves: a rounded share would call 3.0001 % three.
  const beyond = Math.abs(difference) * 1_000_000 > AREA_LIMIT_PPM * sold;
  return { ppm: Math.round((difference * 1_000_000) / sold), beyond };
}
