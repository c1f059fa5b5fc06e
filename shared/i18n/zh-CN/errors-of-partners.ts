/** Chinese sentences of the refusals about the contracts of the department with its partners. */
export const partnerErrors = {
  PARTNER_NOT_DRAFT: '这份合作合同已送审或已结束，不能再改。要另作约定，请续签一份新的。',
  PARTNER_NOT_ACTIVE: '这份合作合同不在执行中。请先看它的状态，需要时另拟一份。',
  PARTNER_ENDS_FIRST: '截止日 {{toOn}} 早于起始日 {{fromOn}}。请核对日期。',
  PARTNER_OVER: '截止日 {{toOn}} 已经过去。请改为今天或之后的日期再送审。',
  PARTNER_END_FAR: '合同 {{toOn}} 才到期，{{fromOn}} 起才能记为到期不续。现在就要结束，请用“终止”。',
  PARTNER_RENEWED: '续签合同 {{number}} 已经拟定。请打开它继续办理。',
  PARTNER_BRINGS_NO_DEALS: '{{number}} 是供应商合同，不记成交。请选择代理、团购等合作合同。',
  PARTNER_DEAL_ENDED: '这笔认购已经结束，不占协议名额。请选择仍有效的认购。',
  PARTNER_DEAL_ELSEWHERE: '这笔认购已记在 {{number}} 名下。请先在那份合同中移出。',
  PARTNER_NOT_IN_FORCE: '认购日不在 {{number}} 的有效期（{{fromOn}} 至 {{toOn}}）内，不能记入。',
  PARTNER_QUOTA_UNITS_USED: '{{number}} 的名额 {{units}} 套已用完。请增签名额后再记入。',
  PARTNER_QUOTA_AMOUNT_USED: '{{number}} 的金额额度只剩 {{leftFen}} 元，这笔认购 {{priceFen}} 元，放不下。',
} as const;
