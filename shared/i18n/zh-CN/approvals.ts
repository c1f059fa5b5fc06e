/** Approvals: the list, and one request with what it would change. */
export const approvals = {
  kinds: {
    priceBelowAuthority: '折扣审批',
    hold: '预留审批',
    subscriptionReview: '认购审核',
    contractReview: '合同审核',
    cancellation: '退房审批',
    forfeiture: '挞定审批',
    termination: '解约审批',
    refund: '退款审批',
    unitChange: '换房审批',
    nameChange: '更名审批',
    signingExtension: '延期签约审批',
    paymentPlanChange: '付款方式变更审批',
    penaltyWaiver: '违约金减免审批',
  },
  belowList: '低于表价 {{ratePpm}}',
  days_other: '{{count}} 天',
  pieces_other: '{{count}} 套',
} as const;
