/** Small bookings, holds and seizures. */
const ofClaims = {} as const;

/** Changes of deals, their ends, their notices and the money that goes back. */
const ofChanges = {
  refundAsked: '申请退款',
  refundPaid: '退款付款',
  refundWithdrawn: '撤回退款申请',
  refundVoided: '退款冲红',
  receiptExchanged: '收据换票',
} as const;

/** Prices and payment plans. */
const ofPrices = {} as const;

/** Phases, house types, areas and permits. */
const ofInventory = {} as const;

/** Releases, the daily check and the sales information base. */
const ofControl = {
  releasePlanned: '编排推货批次',
  releaseChanged: '修改推货批次',
  releaseCancelled: '取消推货批次',
  releaseOpened: '对所有小组放开',
} as const;

/** Launch day: registration, draw, picks and slips. */
const ofLaunches = {} as const;

/** What can happen in the control of sales, as the event log says it. */
export const kindsOfSales = {
  ...ofClaims,
  ...ofChanges,
  ...ofPrices,
  ...ofInventory,
  ...ofControl,
  ...ofLaunches,
} as const;
