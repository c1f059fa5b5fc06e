/** Small bookings, holds and seizures. */
const ofClaims = [
  'holdAsked',
  'holdExtended',
  'seized',
  'seizureLifted',
  'dischargeAsked',
  'dischargeWithdrawn',
  'discharged',
  'bookingAsked',
  'bookingAgreed',
  'bookingExtended',
  'bookingDropped',
  'bookingLapsed',
  'bookingExpired',
  'bookingRefunded',
] as const;

/** Changes of deals, their ends, their notices and the money that goes back. */
const ofChanges = [
  'refundAsked',
  'refundPaid',
  'refundWithdrawn',
  'refundVoided',
  'receiptExchanged',
  'noticeIssued',
  'noticeServed',
  'letterWritten',
  'letterServed',
  'letterVoided',
  'lineDisputed',
  'disputeSettled',
  'invoiceRecorded',
  'invoiceReversed',
  'invoiceHandedOver',
  'signerNamed',
  'depositLapsed',
  'changeAsked',
  'changeResubmitted',
  'changeExecuted',
  'agreementDrafted',
  'agreementEdited',
  'agreementSubmitted',
  'agreementWithdrawn',
  'agreementSentBack',
  'agreementApproved',
  'agreementCorrected',
  'agreementSigned',
  'agreementInForce',
  'agreementDropped',
  'agreementRefiled',
] as const;

/** Prices and payment plans. */
const ofPrices = ['priceBatchDrafted', 'priceBatchSubmitted', 'pricesChanged'] as const;

/** Phases, house types, areas and permits. */
const ofInventory = [
  'phaseSaved',
  'phaseRemoved',
  'houseTypeSaved',
  'houseTypeRemoved',
  'surveySaved',
  'unitChanged',
  'unitMeasured',
] as const;

/** Releases, the daily check and the sales information base. */
const ofControl = [
  'releasePlanned',
  'releaseChanged',
  'releaseCancelled',
  'releaseOpened',
  'controlChecked',
  'differenceExplained',
  'checkSigned',
  'handbookWritten',
  'handbookChanged',
  'handbookArchived',
  'handbookTakenBack',
] as const;

/** Contracts of the department with partners. */
const ofPartners = [
  'partnerDrafted',
  'partnerChanged',
  'partnerSubmitted',
  'partnerLapsed',
  'partnerTerminated',
  'partnerDealAdded',
  'partnerDealRemoved',
] as const;

/** Launch day: registration, draw, picks and slips. */
const ofLaunches = [
  'launchPlanned',
  'launchChanged',
  'registrationOpened',
  'listClosed',
  'placesDrawn',
  'groupCalled',
  'launchPaused',
  'launchResumed',
  'launchEnded',
  'intentRegistered',
  'intentPaid',
  'intentWithdrawn',
  'intentCalled',
  'homePicked',
  'turnPassed',
  'turnMissed',
  'slipsPrinted',
  'slipsEntered',
  'slipVoided',
] as const;

/** Originals and their archive. */
const ofCustody = [
  'originalsDistributed',
  'originalsMoved',
  'boxOpened',
  'boxChanged',
  'collectNoticed',
  'transferSent',
  'transferAnswered',
] as const;

/** Conflicts about customers. */
const ofRulings = ['rulingOpened', 'rulingDecided', 'rulingAppealed', 'rulingFinal', 'rulingWithdrawn'] as const;

/** Texts of contracts. */
const ofTemplates = [
  'templateCopied',
  'templateEdited',
  'templateSubmitted',
  'templateWithdrawn',
  'templateDropped',
  'templateSentBack',
  'templateApproved',
  'templateRetired',
  'contractTextTaken',
] as const;

/** What can happen in the control of sales; see `eventKinds`. */
export const eventKindsOfSales = [
  ...ofClaims,
  ...ofChanges,
  ...ofPrices,
  ...ofInventory,
  ...ofControl,
  ...ofPartners,
  ...ofLaunches,
  ...ofCustody,
  ...ofRulings,
  ...ofTemplates,
] as const;
