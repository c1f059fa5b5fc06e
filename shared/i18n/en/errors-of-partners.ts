/** English sentences of the refusals about the contracts of the department with its partners. */
export const partnerErrors = {
  PARTNER_NOT_DRAFT:
    'This contract was submitted or has ended, and can’t be changed. For other terms, renew it by a new one.',
  PARTNER_NOT_ACTIVE: 'This contract is not in force. Look at its state, and draft another where one is needed.',
  PARTNER_ENDS_FIRST: 'The last day, {{toOn}}, is before the first, {{fromOn}}. Check the days.',
  PARTNER_OVER: 'The last day, {{toOn}}, is past. Choose today or a later day before you submit it.',
  PARTNER_END_FAR: 'It runs until {{toOn}} and can be let lapse from {{fromOn}} on. To end it now, use “End”.',
  PARTNER_RENEWED: 'Its renewal {{number}} is drafted already. Open that one and go on there.',
  PARTNER_BRINGS_NO_DEALS:
    '{{number}} is with a supplier and has no deals. Choose one with an agency or an agreement customer.',
  PARTNER_DEAL_ENDED: 'This subscription has ended and takes nothing of a quota. Choose one that stands.',
  PARTNER_DEAL_ELSEWHERE: 'This subscription is on the account of {{number}}. Take it off there first.',
  PARTNER_NOT_IN_FORCE:
    'Its day is not within the term of {{number}} ({{fromOn}} to {{toOn}}), so it can’t be entered.',
  PARTNER_QUOTA_UNITS_USED:
    'The quota of {{number}} is used up at {{units}} homes. Agree on more before you enter this one.',
  PARTNER_QUOTA_AMOUNT_USED: 'The quota of {{number}} has {{leftFen}} yuan left; this deal is of {{priceFen}} yuan.',
} as const;
