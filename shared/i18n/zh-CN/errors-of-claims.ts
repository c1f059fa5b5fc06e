/** Chinese sentences of the refusals about small bookings, holds and seizures. */
export const claimErrors = {
  HOLD_RENEWALS_USED: '预留最多延长 {{limit}} 次，已经用完。请让客户认购或小订，或释放预留。',
  UNIT_NOT_MORTGAGED: '这套房现在不能办这一步解押：没有抵押，或要先申请解押。请刷新后看它的权利限制。',
  UNIT_NOT_SEIZED: '这套房没有被查封，不用解封。',
  BOOKING_NOT_OPEN: '这笔小订现在不能这样办：还没有生效，或者已经结束。请看它的进度。',
  BOOKING_EXTENSIONS_USED: '小订最多续期 {{limit}} 次，已经用完。请让客户认购，或退小订。',
  BOOKING_PAYMENT_OPEN: '小订金的付款时间还没到期，房源要等到那时才放回。',
  RECEIPT_OF_BOOKING: '这是小订金的收据，不能单独作废。钱要退给客户，请办理退款。',
} as const;
