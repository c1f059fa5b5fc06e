/** Small bookings, holds and seizures. */
const ofClaims = {
  holdAsked: '申请预留',
  holdExtended: '延长预留',
  seized: '查封',
  seizureLifted: '解封',
  dischargeAsked: '申请解押',
  dischargeWithdrawn: '撤回解押申请',
  discharged: '解押',
  bookingAsked: '申请小订',
  bookingAgreed: '同意小订，待收款',
  bookingExtended: '小订续期',
  bookingDropped: '放弃小订',
  bookingLapsed: '小订未付款，自动放回',
  bookingExpired: '小订到期，自动放回',
  bookingRefunded: '退小订',
} as const;

/** Changes of deals, their ends, their notices and the money that goes back. */
const ofChanges = {
  refundAsked: '申请退款',
  refundPaid: '退款付款',
  refundWithdrawn: '撤回退款申请',
  refundVoided: '退款冲红',
  receiptExchanged: '收据换票',
  noticeIssued: '发出通知',
  noticeServed: '通知送达',
  letterWritten: '发出款项函件',
  letterServed: '款项函件送达',
  letterVoided: '款项函件作废',
  lineDisputed: '款项有争议',
  disputeSettled: '款项争议处理完毕',
  invoiceRecorded: '登记发票',
  invoiceReversed: '红冲发票',
  invoiceHandedOver: '领取发票',
  signerNamed: '登记签署人',
  depositLapsed: '定金逾期失效',
  changeAsked: '提出变更',
  changeResubmitted: '重新提交变更',
  changeExecuted: '变更已执行',
  agreementDrafted: '起草协议',
  agreementEdited: '修改协议',
  agreementSubmitted: '协议提交复核',
  agreementWithdrawn: '撤回协议复核',
  agreementSentBack: '协议退回',
  agreementApproved: '协议复核通过',
  agreementCorrected: '协议退回草稿',
  agreementSigned: '协议签字',
  agreementInForce: '协议生效',
  agreementDropped: '协议作废',
  agreementRefiled: '变更备案',
} as const;

/** Prices and payment plans. */
const ofPrices = {
  partnerDrafted: '拟定合作合同',
  partnerChanged: '修改合作合同',
  partnerSubmitted: '合作合同送审',
  partnerLapsed: '到期不续',
  partnerTerminated: '终止合作合同',
  partnerDealAdded: '成交记入协议',
  partnerDealRemoved: '成交移出协议',
  priceBatchDrafted: '编制调价批次',
  priceBatchSubmitted: '提交调价批次',
  pricesChanged: '调价生效',
} as const;

/** Phases, house types, areas and permits. */
const ofInventory = {
  phaseSaved: '保存分期',
  phaseRemoved: '删除分期',
  houseTypeSaved: '保存户型',
  houseTypeRemoved: '删除户型',
  surveySaved: '登记测绘报告',
  unitChanged: '修改房源资料',
  unitMeasured: '登记实测面积',
} as const;

/** Releases, the daily check and the sales information base. */
const ofControl = {
  releasePlanned: '编排推货批次',
  releaseChanged: '修改推货批次',
  releaseCancelled: '取消推货批次',
  releaseOpened: '对所有小组放开',
  controlChecked: '核对销控',
  differenceExplained: '说明差异',
  checkSigned: '核对签字',
  handbookWritten: '写入销售资料',
  handbookChanged: '修改销售资料',
  handbookArchived: '收起销售资料',
  handbookTakenBack: '恢复销售资料',
} as const;

/** Launch day: registration, draw, picks and slips. */
const ofLaunches = {
  launchPlanned: '新建开盘',
  launchChanged: '修改开盘方案',
  registrationOpened: '开放认筹登记',
  listClosed: '认筹名单截止',
  placesDrawn: '摇号',
  groupCalled: '叫组',
  launchPaused: '暂停选房',
  launchResumed: '恢复选房',
  launchEnded: '结束开盘',
  intentRegistered: '认筹登记',
  intentPaid: '收诚意金',
  intentWithdrawn: '退出认筹',
  intentCalled: '叫号到选房台',
  homePicked: '选房',
  turnPassed: '过号',
  turnMissed: '叫号未到',
  slipsPrinted: '印制手工选房单',
  slipsEntered: '补录手工选房单',
  slipVoided: '作废手工选房单',
} as const;

/** Originals and their archive. */
const ofCustody = {
  originalsDistributed: '分发原件',
  originalsMoved: '移交原件',
  boxOpened: '新建档案盒',
  boxChanged: '修改档案盒',
  collectNoticed: '通知领取原件',
  rulingOpened: '提请判客',
  rulingDecided: '判定客户归属',
  rulingAppealed: '申诉判客',
  rulingFinal: '终判客户归属',
  rulingWithdrawn: '撤回判客',
  transferSent: '送出文件',
  transferAnswered: '办理文件传递',
} as const;

/** Texts of contracts. */
const ofTemplates = {
  templateCopied: '新建文本版本',
  templateEdited: '修改合同文本',
  templateSubmitted: '文本提交审批',
  templateWithdrawn: '撤回文本审批',
  templateDropped: '作废文本草稿',
  templateSentBack: '退回合同文本',
  templateApproved: '批准合同文本',
  templateRetired: '停用合同文本',
  contractTextTaken: '改用现行文本',
} as const;

/** What can happen in the control of sales, as the event log says it. */
export const kindsOfSales = {
  ...ofClaims,
  ...ofChanges,
  ...ofPrices,
  ...ofInventory,
  ...ofControl,
  ...ofLaunches,
  ...ofCustody,
  ...ofTemplates,
} as const;
