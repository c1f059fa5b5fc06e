/** Chinese sentences of the refusals about changes of deals, their ends and the money that goes back. */
export const changeErrors = {
  REFUND_ABOVE_HELD: '最多可退{{heldFen}}：其余未收、已退、已申请退款或须留作履约。请核对金额。',
  REFUND_TO_PAYER_ONLY: '退款只能退给原交款人。请在交款人中选择收款人。',
  REFUND_NOT_APPROVED: '该退款尚未批准，不能付款。请先完成退款审批。',
  REFUND_NOT_PAID: '该退款没有付款，不能作废。尚未付款的请撤回申请。',
  REFUND_OVER: '该退款已付款或已结束，不能再次办理。请刷新后查看。',
  REFUND_IS_OWN: '自己付的退款不能自己冲红。请由另一位财务或经理作废。',
  RECEIPT_EXCHANGED: '该收据已换票，款项已转入新收据。请在新收据上办理。',
  RECEIPT_IS_EXCHANGE: '该收据由换票开出，没有新收款，不能作废。需要退款时请申请退款。',
  RECEIPT_STAYS_WITH_DEAL: '该收据已属于认购，不能再转。只有小订金和认筹金的收据可以转为定金。',
} as const;
