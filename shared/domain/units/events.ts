/**
 * What may happen to a unit on its commercial axis. *Release* is 推货; `park` keeps it while somebody decides; a home is
 * taken over with a deal that was made before the office had this program (接收在售项目).
 */
export const unitEvents = [
  'release',
  'takeBack',
  'lock',
  'renewLock',
  'unlock',
  'lockExpires',
  'hold',
  'extendHold',
  'withdrawHold',
  'holdExpires',
  'park',
  'unpark',
  'book',
  'extendBooking',
  'refundBooking',
  'bookingExpires',
  'subscribe',
  'cancelSubscription',
  'forfeit',
  'subscriptionExpires',
  'startDrafting',
  'dropDraft',
  'sign',
  'settle',
  'reopenBalance',
  'terminate',
  'moveOut',
  'moveIn',
  'takeOver',
  'takeOverSigned',
  'freeze',
  'unfreeze',
  'takeOffSale',
  'putBackOnSale',
] as const;
/** Event on the commercial axis. */
export type UnitEvent = (typeof unitEvents)[number];

/** What is to be written beside the state. */
export type UnitEffect =
  | 'startLock'
  | 'renewLock'
  | 'endLock'
  | 'startHold'
  | 'extendHold'
  | 'endHold'
  | 'startParking'
  | 'endParking'
  | 'startBooking'
  | 'extendBooking'
  | 'endBooking'
  | 'rememberOrigin'
  | 'forgetOrigin';
