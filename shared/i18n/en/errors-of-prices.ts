/** English sentences of the refusals about price batches, payment plans and discounts. */
export const priceErrors = {
  DISCOUNT_NOT_AS_LISTED:
    'The catalogue has no discount “{{name}}”. Open this page again and choose from the catalogue; register anything beyond it as agreed by hand.',
  DISCOUNT_ABOVE_AUTHORITY:
    'Only a {{post}} or a higher post may give “{{name}}”. Take it out, or ask a {{post}} to make this subscription.',
} as const;
