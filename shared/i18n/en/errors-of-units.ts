/** English sentences of the refusals about units. */
export const unitErrors = {
  // units
  UNIT_NOT_RELEASED:
    'This unit[[ ({{unit}})]] has not been released, so it cannot be locked or sold. Release it first.',
  UNIT_TAKEN:
    'This unit[[ ({{unit}})]] is taken at the moment[[ by {{by}}]][[, since {{takenAt}}]]. Choose another one or wait until it is free.',
  UNIT_SOLD: 'This unit[[ ({{unit}})]] has been sold. Choose another one.',
  UNIT_FROZEN:
    'This unit[[ ({{unit}})]] is frozen: no booking and no subscription. Ask the manager to unfreeze it first.',
  UNIT_NOT_FOR_SALE:
    'This unit[[ ({{unit}})]] is not for sale (own use, model flat or debt settlement). Choose another one.',
  UNIT_HAS_DEAL:
    'This unit[[ ({{unit}})]] has had a deal, so it cannot be taken back as unreleased. Freeze it instead.',
  UNIT_RELEASED: 'This unit is on sale, so it cannot leave the permit. Take it back as unreleased first.',
  UNIT_NOT_SIGNED:
    'This unit[[ ({{unit}})]] has no signed contract, so nothing after the sale can be done. Finish the signing first.',
  UNIT_PARKED:
    'This unit[[ ({{unit}})]] is waiting for an approval[[ that {{by}} asked for]][[, since {{takenAt}}]]. Decide the approval first, or let its requester withdraw it.',
  SPACE_CIVIL_DEFENCE:
    'This space[[ ({{unit}})]] is an air-raid shelter without a title that could be sold: no subscription and no sale contract. Let its use instead, for at most twenty years.',
  SPACE_COMMON_GROUND:
    'This space[[ ({{unit}})]] lies on ground that all owners share and cannot be sold. Stop its sale and check its title in the record of the unit.',
  UNIT_SEIZED:
    'This unit[[ ({{unit}})]] is under judicial seizure; the sale cannot go forward until the seizure is lifted.',
  PERMIT_MISSING:
    'No pre-sale permit covers this unit[[ ({{unit}})]], so no money, subscription or contract is allowed. Obtain the permit first.',
  PERMIT_EXPIRED: 'The pre-sale permit expired on {{expiredOn}}. Renew it and enter the new one first.',
  FILED_PRICE_MISSING: 'This unit[[ ({{unit}})]] has no filed price yet. Enter its filed price before it is sold.',
  PRICE_NOT_PUBLISHED: 'The price of this unit[[ ({{unit}})]] has not been published. Publish the price list first.',
  PRICE_OUTSIDE_FILED_BAND:
    'The price must lie between {{lowestFen}} and {{highestFen}}, the band of the filed price. Change the price.',
  LENDER_CONSENT_MISSING:
    'This unit[[ ({{unit}})]] is mortgaged and the lender’s valid consent to sell is missing. Obtain and enter it first.',
  UNIT_NOT_DISCHARGED:
    'The project mortgage on this unit[[ ({{unit}})]] has not been discharged, so it cannot be signed. Discharge it first.',
  LOCK_LIMIT: 'You already hold {{limit}} locked units ({{units}}), the limit for one person. Unlock one first.',
  TERMINAL_HAS_LOCK: 'This PC already has {{unit}} locked ({{by}}). Unlock that one before you lock another.',
  LOCK_NOT_YOURS:
    'This unit[[ ({{unit}})]] is locked by {{by}}[[, since {{takenAt}}]]. Wait until it is unlocked or ask the supervisor.',
  LOCK_ON_OTHER_TERMINAL:
    'You locked this unit[[ ({{unit}})]] on another PC. Go on there, or unlock it and lock it again here.',
  LOCK_EXPIRED: 'The lock expired at {{expiredAt}}. Lock the unit again.',
  LOCK_RUNNING: 'The lock is still running until {{untilAt}}.',
  LOCK_RENEWALS_USED:
    'The lock[[ of {{unit}}]] has been renewed {{limit}} times, the most allowed. Ask for a hold or a subscription.',
  HOLD_CUSTOMER_MISSING: 'A hold for a customer names the customer. Choose one, or another purpose.',
  HOLD_OTHER_CUSTOMER:
    'This unit[[ ({{unit}})]] is kept for another customer or purpose[[, by {{by}}]][[, since {{takenAt}}]]. Choose another one or have the hold withdrawn first.',
  HOLD_EXPIRED: 'The hold expired on {{expiredOn}}. Ask for a new hold.',
  HOLD_RUNNING: 'The hold is still running until {{untilOn}}.',
  HOLD_NOT_LONGER:
    'The hold already runs until {{untilOn}}. Choose a later day, or withdraw the hold to end it sooner.',
  HOLD_TOO_LONG: 'A hold runs for at most {{days}} days. Choose an earlier end.',
  BOOKING_EXPIRED: 'The booking expired on {{expiredOn}}. Extend it or book again first.',
  BOOKING_RUNNING: 'The booking is still running until {{untilOn}}.',
  BOOKING_MONEY_MISSING: 'The booking money has not been received. Take it before booking.',
  MONEY_NOT_RETURNED: '{{openFen}} has not been returned to the customer. Complete the refund first.',
  RECEIPTS_NOT_RECOVERED:
    'The old receipts and the subscription book have not been recovered. Take the originals back first.',
  DEAL_NOT_READY: 'The subscription or contract behind this has not come so far. Finish its step first.',
  LOAN_NOT_CLOSED: 'The bank loan has not been closed or withdrawn. Settle it with the bank first.',
  FILING_NOT_CANCELLED: 'The net-signing or filing has not been cancelled. Cancel it first.',
  SALE_NOT_UNWOUND: 'Delivery or title of this unit has not been undone. Undo what was done after the sale first.',
  BALANCE_OPEN: '{{openFen}} of the price is still open. Collect it first.',
  BALANCE_SETTLED: 'The price of this contract is fully paid; nothing is open.',
  AREA_NOT_SETTLED: 'The area settlement is still open. Settle it first.',
  MAINTENANCE_FUND_UNPAID:
    'The maintenance fund is not fully paid, so the unit cannot be handed over. Have it paid first.',
  DELIVERY_NOT_READY:
    'The conditions of delivery are not met (completion filing or survey report). Complete them first.',
} as const;
