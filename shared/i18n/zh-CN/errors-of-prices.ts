/** Chinese sentences of the refusals about price batches, payment plans and discounts. */
export const priceErrors = {
  DISCOUNT_NOT_AS_LISTED: '优惠目录中没有“{{name}}”。请重新打开本页后从目录中选择；目录之外的优惠请用“另议优惠”登记。',
  DISCOUNT_ABOVE_AUTHORITY: '“{{name}}”须由{{post}}给予。请取消此项优惠，或请{{post}}办理这笔认购。',
  PLAN_PERCENT_SHORT: '“{{name}}”计入房价的比例合计不足 100%，还差 {{missingPpm}}。请补足，或加一项“余额”。',
  PLAN_PERCENT_OVER: '“{{name}}”计入房价的比例合计超过 100%，多出 {{excessPpm}}。请减少其中的比例。',
  PLAN_REST_MISSING: '“{{name}}”有按金额收的款项，房价不同时合计就对不上。请加一项“余额”。',
  PLAN_KIND_TWICE: '“{{name}}”与另一种付款方式类别相同。每类只能有一种，请移除一种。',
} as const;
