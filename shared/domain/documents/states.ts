/** Papers that the office issues (单据). */
export const documentKindNames = [
  'purchasePlan',
  'subscriptionBook',
  'depositReceipt',
  'saleContract',
  'netSigningSheet',
  'dayClose',
  'consentForm',
  'personalReport',
  'bookingSlip',
  'expenseEstimate',
  'purchaseInstructions',
  'contactSheet',
  'changeForm',
  'signingNotice',
  'terminationNotice',
  'priceNotice',
  'disclosureList',
  'controlCheck',
  'intentSlip',
  'drawResult',
  'pickSlip',
  'paymentSlip',
  'fallbackSlips',
  'priceList',
  'floorPriceList',
  'paymentNotice',
  'overdueDemand',
  'rescissionNotice',
  'receivablesList',
  'custodyRegister',
  'handoverSlip',
  'boxLabel',
  'supplementAgreement',
  'terminationAgreement',
  'collectNotice',
  'dealLedger',
  'rulingSlip',
  'discountForm',
] as const;
/** Kind of paper. */
export type DocumentKindName = (typeof documentKindNames)[number];

/** Name of a paper that is printed without being issued: the sheet that a printer is tried with (打印测试页). */
export type UnissuedName = 'testPage';

/** States of an issued paper: the number is taken first, the bytes are sealed last (decision 9). */
export const documentStates = ['issuing', 'issued', 'voided'] as const;
/** State of an issued paper. */
export type DocumentState = (typeof documentStates)[number];

/**
 * States of a print job (decision 5): it waits for its terminal, is being handed to a printer, was taken by it, and is
 * `printed` once somebody has looked at its copies. Of a `failed` or `cancelled` one nothing is on paper.
 */
export const printStates = ['queued', 'sending', 'sent', 'printed', 'failed', 'cancelled'] as const;
/** State of a print job. */
export type PrintState = (typeof printStates)[number];

/** Seals of the company (印章): its own, and those for contracts, money, the legal representative and the sales office. */
export const sealNames = ['company', 'contract', 'finance', 'representative', 'salesOffice'] as const;
/** Seal of the company. */
export type SealName = (typeof sealNames)[number];

/** Records that papers belong to. */
export const paperNouns = [
  'quotes',
  'subscriptions',
  'contracts',
  'receipts',
  'days',
  'customers',
  'subjectRequests',
  'bookings',
  'changes',
  'buildings',
  'projects',
  'controlChecks',
  'intents',
  'launches',
  'launchPicks',
  'paymentLetters',
  'handovers',
  'archiveBoxes',
  'agreements',
  'rulings',
] as const;
/** Record that a paper belongs to. */
export type PaperNoun = (typeof paperNouns)[number];

/** Why somebody must see a paper of a person whose data are only kept, or who is anonymous. */
export const keptPaperReasons = ['audit', 'authority', 'dispute', 'bookkeeping', 'other'] as const;
