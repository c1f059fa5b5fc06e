/** The five certificates of a development (五证). The pre-sale permit is the one without which nothing may be sold. */
export const permitKinds = [
  'preSalePermit',
  'landUseRight',
  'landPlanning',
  'constructionPlanning',
  'constructionPermit',
] as const;
/** Kind of certificate. */
export type PermitKind = (typeof permitKinds)[number];
