import type { Refusal } from '#shared/kernel/errors.ts';
import { legalRefusal } from '../lifecycle.ts';

/**
 * What a buyer can get of a space: its title; only its use, since it is an air-raid shelter (人防) whose investor keeps it
 * (Civil Air Defence Law, art. 5); or nothing, since it lies on ground that all owners share (Civil Code 275).
 */
export const spaceRights = ['titled', 'civilDefence', 'commonGround'] as const;
/** What a buyer can get of a space. */
export type SpaceRight = (typeof spaceRights)[number];

/** Refuses the sale of a space that has no title to sell: an air-raid shelter is let, common ground is nobody's to sell. */
export function titleForSale({ spaceRight }: { readonly spaceRight: SpaceRight }): Refusal | undefined {
  switch (spaceRight) {
    case 'titled':
      return undefined;
    case 'civilDefence':
      return legalRefusal('SPACE_CIVIL_DEFENCE', 'civilAirDefence5');
    case 'commonGround':
      return legalRefusal('SPACE_COMMON_GROUND', 'civilCode275');
  }
}
