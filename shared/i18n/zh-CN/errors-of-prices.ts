/** Chinese sentences of the refusals about price batches, payment plans and discounts. */
export const priceErrors = {
  DISCOUNT_NOT_AS_LISTED: '优惠目录中没有“{{name}}”。请重新打开本页后从目录中选择；目录之外的优惠请用“另议优惠”登记。',
  DISCOUNT_ABOVE_AUTHORITY: '“{{name}}”须由{{post}}给予。请取消此项优惠，或请{{post}}办理这笔认购。',
} as const;
