/** Small bookings, holds and seizures. */
const ofClaims = {
  holdAsked: 'Hold asked for',
  holdExtended: 'Hold extended',
  seized: 'Seized by a court',
  seizureLifted: 'Seizure lifted',
  dischargeAsked: 'Release from the mortgage asked for',
  dischargeWithdrawn: 'Request for release taken back',
  discharged: 'Released from the mortgage',
  bookingAsked: 'Small booking asked for',
  bookingAgreed: 'Small booking agreed to, waits for its money',
  bookingExtended: 'Small booking extended',
  bookingDropped: 'Small booking given up',
  bookingLapsed: 'Small booking not paid, home freed',
  bookingExpired: 'Small booking ran out, home freed',
  bookingRefunded: 'Small booking ended, money back',
} as const;

/** Changes of deals, their ends, their notices and the money that goes back. */
const ofChanges = {
  refundAsked: 'Refund asked for',
  refundPaid: 'Refund paid out',
  refundWithdrawn: 'Refund withdrawn',
  refundVoided: 'Refund voided',
  receiptExchanged: 'Receipt exchanged',
  noticeIssued: 'Notice issued',
  noticeServed: 'Notice served',
  letterWritten: 'Letter about money written',
  letterServed: 'Letter about money served',
  letterVoided: 'Letter about money voided',
  lineDisputed: 'Plan line disputed',
  disputeSettled: 'Dispute of a plan line settled',
  invoiceRecorded: 'Invoice entered',
  invoiceReversed: 'Invoice reversed',
  invoiceHandedOver: 'Invoice handed over',
  signerNamed: 'Who signs entered',
  depositLapsed: 'Lapsed without a deposit',
  changeAsked: 'Change asked for',
  changeResubmitted: 'Change sent in again',
  changeExecuted: 'Change carried out',
  agreementDrafted: 'Agreement drafted',
  agreementEdited: 'Agreement edited',
  agreementSubmitted: 'Agreement handed in',
  agreementWithdrawn: 'Agreement taken back',
  agreementSentBack: 'Agreement sent back',
  agreementApproved: 'Agreement passed',
  agreementCorrected: 'Agreement taken back to draft',
  agreementSigned: 'Agreement signed by one',
  agreementInForce: 'Agreement in force',
  agreementDropped: 'Agreement dropped',
  agreementRefiled: 'Amendment filed',
} as const;

/** Prices and payment plans. */
const ofPrices = {
  partnerDrafted: 'Partner contract drafted',
  partnerChanged: 'Partner contract changed',
  partnerSubmitted: 'Partner contract submitted',
  partnerLapsed: 'Partner contract lapsed',
  partnerTerminated: 'Partner contract ended',
  partnerDealAdded: 'Deal put on a partner’s account',
  partnerDealRemoved: 'Deal taken off a partner’s account',
  priceBatchDrafted: 'Price batch drafted',
  priceBatchSubmitted: 'Price batch submitted',
  pricesChanged: 'Prices changed',
} as const;

/** Phases, house types, areas and permits. */
const ofInventory = {
  phaseSaved: 'Phase saved',
  phaseRemoved: 'Phase removed',
  houseTypeSaved: 'House type saved',
  houseTypeRemoved: 'House type removed',
  surveySaved: 'Survey report entered',
  unitChanged: 'Home corrected',
  unitMeasured: 'Measured areas entered',
} as const;

/** Releases, the daily check and the sales information base. */
const ofControl = {
  releasePlanned: 'Release planned',
  releaseChanged: 'Release changed',
  releaseCancelled: 'Release called off',
  releaseOpened: 'Opened to every team',
  controlChecked: 'Sales control checked',
  differenceExplained: 'Difference explained',
  checkSigned: 'Check signed',
  handbookWritten: 'Handbook entry written',
  handbookChanged: 'Handbook entry changed',
  handbookArchived: 'Handbook entry put away',
  handbookTakenBack: 'Handbook entry taken back',
} as const;

/** Launch day: registration, draw, picks and slips. */
const ofLaunches = {
  launchPlanned: 'launch planned',
  launchChanged: 'launch plan changed',
  registrationOpened: 'registration for the launch opened',
  listClosed: 'list of the launch closed',
  placesDrawn: 'places drawn',
  groupCalled: 'group called up',
  launchPaused: 'picking paused',
  launchResumed: 'picking resumed',
  launchEnded: 'launch ended',
  intentRegistered: 'intent registered',
  intentPaid: 'earnest money received',
  intentWithdrawn: 'intent withdrawn',
  intentCalled: 'called to a desk',
  homePicked: 'home picked',
  turnPassed: 'turn passed',
  turnMissed: 'did not come when called',
  slipsPrinted: 'numbered fallback slips',
  slipsEntered: 'entered fallback slips',
  slipVoided: 'voided a fallback slip',
} as const;

/** Originals and their archive. */
const ofCustody = {
  originalsDistributed: 'distributed the originals',
  originalsMoved: 'handed originals over',
  boxOpened: 'opened an archive box',
  boxChanged: 'changed an archive box',
  collectNoticed: 'told the buyers to collect',
  rulingOpened: 'asked for a ruling on a customer',
  rulingDecided: 'ruled whose a customer is',
  rulingAppealed: 'Appeal against a ruling',
  rulingFinal: 'Appeal decided',
  rulingWithdrawn: 'took a ruling back',
  transferSent: 'sent documents to a department',
  transferAnswered: 'answered a transfer',
} as const;

/** Texts of contracts. */
const ofTemplates = {
  templateCopied: 'began a version of a contract text',
  templateEdited: 'contract text changed',
  templateSubmitted: 'contract text handed in',
  templateWithdrawn: 'contract text taken back',
  templateDropped: 'draft of a contract text dropped',
  templateSentBack: 'contract text sent back',
  templateApproved: 'contract text approved',
  templateRetired: 'contract text taken out of use',
  contractTextTaken: 'taken over to the text in force',
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
