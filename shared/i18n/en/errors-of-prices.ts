/** English sentences of the refusals about price batches, payment plans and discounts. */
export const priceErrors = {
  DISCOUNT_NOT_AS_LISTED:
    'The catalogue has no discount “{{name}}”. Open this page again and choose from the catalogue; register anything beyond it as agreed by hand.',
  DISCOUNT_ABOVE_AUTHORITY:
    'Only a {{post}} or a higher post may give “{{name}}”. Take it out, or ask a {{post}} to make this subscription.',
  PLAN_PERCENT_SHORT:
    'The percents of the price in “{{name}}” lack {{missingPpm}} to 100 %. Complete them, or add a line that takes the rest.',
  PLAN_PERCENT_OVER: 'The percents of the price in “{{name}}” exceed 100 % by {{excessPpm}}. Reduce them.',
  PLAN_REST_MISSING:
    '“{{name}}” has lines of a fixed amount, which never add up to every price. Add a line that takes the rest.',
  PLAN_TWICE:
    'There are two plans called “{{name}}”. Give each a name of its own, so that nobody takes one for the other.',
  IMPORT_PRICES_TO_BATCH:
    'This home was on sale before: its new prices are not written but become a draft of a price batch, which takes effect on its day once agreed to.',
  IMPORT_IN_BATCH:
    'Prices of this file are in price batch {{number}}. Withdraw the batch first, then undo the import; what is in force is not undone with it.',
  BATCH_NOT_DRAFT:
    'This batch has been submitted or has ended and can no longer be changed. For further changes make a new batch.',
  BATCH_IMPORTED:
    'The prices of this batch came from an imported file: only its name and day can be changed. Withdraw it and import again, or make another batch.',
  BATCH_EMPTY:
    'This batch changes no price at all. Check which homes its rules are for; homes in a deal are left out of price changes.',
  BATCH_DAY_PAST: '{{effectiveOn}} is past. Choose today or a later day.',
  BATCH_DAY_TO_COME: '{{effectiveOn}} has not come yet; the batch takes effect by itself on that day.',
  BATCH_PRICE_IMPOSSIBLE:
    'No price can be reckoned for {{units}} homes: the area is missing, or the result is no sensible price. Look at them on the right and change the rules.',
  BATCH_BREAKS_BAND:
    'The new list price of {{units}} homes leaves the band around their filed price. Change the rules, or change the filed price first.',
  BATCH_OVERLAPS:
    'Some of these homes are in batch {{number}}, which is not in force yet. Submit again once it is in force or withdrawn.',
  BATCH_FILED_TOO_EARLY:
    'The filed prices of {{units}} homes were changed on {{lastOn}} by {{number}}, and the office keeps {{days}} days between changes. Choose {{earliestOn}} or a later day, or take out the rules for their filed price.',
  FLOOR_PRICE_HIDDEN:
    'Your post does not see floor prices and cannot change them. Take out the rules for the floor price, or ask a colleague who may.',
} as const;
