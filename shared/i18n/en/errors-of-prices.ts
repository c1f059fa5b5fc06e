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
  PLAN_KIND_TWICE: '“{{name}}” is of the same kind as another plan. Each kind has one plan; remove one of the two.',
} as const;
