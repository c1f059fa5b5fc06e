/**
 * The five certificates of a development (五证), and the two papers by which a finished building is sold: the filing of its
 * completion (竣工验收备案) and its first title (首次登记). Without the permit or one of these nothing may be sold.
 */
export const permitKinds = [
  'preSalePermit',
  'completionFiling',
  'firstTitle',
  'landUseRight',
  'landPlanning',
  'constructionPlanning',
  'constructionPermit',
] as const;
/** Kind of certificate. */
export type PermitKind = (typeof permitKinds)[number];

/** The papers by which the homes of a building may be sold: one of them is the building's own at a time. */
const saleBases: ReadonlySet<PermitKind> = new Set(['preSalePermit', 'completionFiling', 'firstTitle']);

/** True for a paper that permits the sale of a building: the pre-sale permit, or what a finished building is sold by. */
export function permitsSale(kind: PermitKind): boolean {
  return saleBases.has(kind);
}
