import type { Refusal } from '#shared/kernel/errors.ts';
import { isSpace } from '../projects/garage.ts';
import type { UnitUse } from './states.ts';

/** How a car stands in its space: on the ground, in a machine, by a charger (车位类型). */
export const spaceKinds = ['plane', 'mechanical', 'charging'] as const;
/** How a car stands in its space. */
export type SpaceKind = (typeof spaceKinds)[number];

/** The longest side of a space, in 0.01 m. */
export const MAX_SPACE_SIDE = 5000;

/** What a space is beside its area, sides in 0.01 m (contract-form 9); null where nobody has entered it. */
export type SpaceFacts = {
  readonly spaceKind: SpaceKind | null;
  readonly spaceLength: number | null;
  readonly spaceWidth: number | null;
  /** Clear height (净高). */
  readonly spaceHeight: number | null;
};

/** A space of which nobody has entered anything. */
export const noSpaceFacts: SpaceFacts = { spaceKind: null, spaceLength: null, spaceWidth: null, spaceHeight: null };

/** What a record holds of a space, without anything else of it. */
export function spaceFactsOf({ spaceKind, spaceLength, spaceWidth, spaceHeight }: SpaceFacts): SpaceFacts {
  return { spaceKind, spaceLength, spaceWidth, spaceHeight };
}

/** Refuses sides of a home or a shop, and a kind of parking of what is no space for a car. */
export function spaceFactsRefusal(use: UnitUse, { spaceKind, ...sides }: SpaceFacts): Refusal | undefined {
  const measured = Object.values(sides).some((side) => side !== null);
  const wrong = (spaceKind !== null && use !== 'parking') || (measured && !isSpace(use));
  return wrong ? { code: 'SPACE_FACTS_MISPLACED' } : undefined;
}
