/** What happened to a unit or its deal that the whole office wants to hear of (销控变动), by the events' own names. */
export const unitNewsKinds = [
  'released',
  'takenBack',
  'locked',
  'unlocked',
  'lockExpired',
  'held',
  'holdWithdrawn',
  'holdExpired',
  'frozen',
  'unfrozen',
  'takenOffSale',
  'putBackOnSale',
  'submitted',
  'priceAsked',
  'approved',
  'rejected',
  'withdrawn',
  'depositCompleted',
  'cancelled',
] as const;
/** Kind of such news. */
export type UnitNewsKind = (typeof unitNewsKinds)[number];
