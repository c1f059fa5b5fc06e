import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { type CanonicalValue, canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type BookingSlipData, bookingSlipDataSchema } from './booking-slip/data.ts';
import { bookingSlipEdition, buildBookingSlipDefinition, SLIP_TITLE } from './booking-slip/definition.ts';
import { expectedOnSlip, frameOfSlip } from './booking-slip/expected.ts';
import { bookingSlipSample } from './booking-slip/sample.ts';
import { changeForm } from './change-form/kind.ts';
import { type ConsentFormData, consentFormDataSchema } from './consent-form/data.ts';
import { buildConsentFormDefinition, CONSENT_TITLE, consentFormEdition } from './consent-form/definition.ts';
import { expectedOnForm, frameOfForm } from './consent-form/expected.ts';
import { consentFormSample } from './consent-form/sample.ts';
import { controlCheck } from './control-check/kind.ts';
import { type DayCloseData, dayCloseDataSchema } from './day-close/data.ts';
import { buildDayCloseDefinition, dayCloseEdition } from './day-close/definition.ts';
import { expectedOnClose, frameOfClose } from './day-close/expected.ts';
import { dayCloseSample } from './day-close/sample.ts';
import {
  type SigningNoticeData,
  signingNoticeDataSchema,
  type TerminationNoticeData,
  terminationNoticeDataSchema,
} from './deal-notice/data.ts';
import { buildSigningNoticeDefinition, buildTerminationNoticeDefinition } from './deal-notice/definition.ts';
import {
  expectedOnSigningNotice,
  expectedOnTerminationNotice,
  frameOfSigningNotice,
  frameOfTerminationNotice,
} from './deal-notice/expected.ts';
import { signingNoticeSample, terminationNoticeSample } from './deal-notice/sample.ts';
import {
  SIGNING_TITLE,
  signingNoticeEdition,
  TERMINATION_TITLE,
  terminationNoticeEdition,
} from './deal-notice/words.ts';
import { type DepositReceiptData, depositReceiptDataSchema } from './deposit-receipt/data.ts';
import { buildDepositReceiptDefinition, depositReceiptEdition } from './deposit-receipt/definition.ts';
import { expectedOnReceipt } from './deposit-receipt/expected.ts';
import { openBlanksOfReceipt } from './deposit-receipt/open-blanks.ts';
import { depositReceiptSample } from './deposit-receipt/sample.ts';
import { disclosureList } from './disclosure-list/kind.ts';
import { expenseEstimate } from './expense-estimate/kind.ts';
import type { DocumentKind } from './kind.ts';
import type { Definition, Marks } from './kit/definition.ts';
import { absentBlanks, bodiesOf, wrongFrames } from './kit/expected.ts';
import { openBlanks } from './kit/open-blanks.ts';
import type { PaperName } from './kit/paper.ts';
import { fallbackSlips, paymentSlip, pickSlip } from './launch-day-kinds.ts';
import { drawResult, intentSlip } from './launch-kinds.ts';
import { buildNetSigningSheetDefinition, netSigningSheetEdition } from './net-signing-sheet/definition.ts';
import { expectedOnSheet, frameOfSheet } from './net-signing-sheet/expected.ts';
import { type PersonalReportData, personalReportDataSchema } from './personal-report/data.ts';
import { buildPersonalReportDefinition, personalReportEdition, REPORT_TITLE } from './personal-report/definition.ts';
import { expectedOnReport, frameOfReport } from './personal-report/expected.ts';
import { personalReportSample } from './personal-report/sample.ts';
import { type PriceNoticeData, priceNoticeDataSchema } from './price-notice/data.ts';
import { buildPriceNoticeDefinition, NOTICE_TITLE, priceNoticeEdition } from './price-notice/definition.ts';
import { expectedOnNotice, frameOfNotice } from './price-notice/expected.ts';
import { priceNoticeSample } from './price-notice/sample.ts';
import { purchaseInstructions } from './purchase-instructions/kind.ts';
import { type PurchasePlanData, purchasePlanDataSchema } from './purchase-plan/data.ts';
import { buildPurchasePlanDefinition, purchasePlanEdition } from './purchase-plan/definition.ts';
import { expectedOnPlan, frameOfPlan } from './purchase-plan/expected.ts';
import { openBlanksOfPlan } from './purchase-plan/open-blanks.ts';
import { purchasePlanSample } from './purchase-plan/sample.ts';
import type { PageText } from './rendering.ts';
import { type SaleContractData, saleContractDataSchema } from './sale-contract/data.ts';
import { buildSaleContractDefinition, saleContractEdition } from './sale-contract/definition.ts';
import { contradictionsOnContract, expectedOnContract, frameOfContract } from './sale-contract/expected.ts';
import { openBlanksOfContract } from './sale-contract/open-blanks.ts';
import { saleContractSample } from './sale-contract/sample.ts';
import { type SubscriptionBookData, subscriptionBookDataSchema } from './subscription-book/data.ts';
import { buildSubscriptionBookDefinition, subscriptionBookEdition } from './subscription-book/definition.ts';
import { expectedOnBook, frameOfBook } from './subscription-book/expected.ts';
import { openBlanksOfBook } from './subscription-book/open-blanks.ts';
import { subscriptionBookSample } from './subscription-book/sample.ts';

const purchasePlan: DocumentKind<PurchasePlanData, 'a4'> = {
  kind: 'purchasePlan',
  title: '置业计划书',
  numberPrefix: 'ZY',
  templateVersion: purchasePlanEdition,
  copies: 1,
  papers: ['a4'],
  schema: purchasePlanDataSchema,
  build: buildPurchasePlanDefinition,
  openBlanks: openBlanksOfPlan,
  expected: expectedOnPlan,
  frame: frameOfPlan,
  sample: purchasePlanSample,
};

const subscriptionBook: DocumentKind<SubscriptionBookData, 'a4'> = {
  kind: 'subscriptionBook',
  title: '商品房认购书',
  numberPrefix: 'RG',
  templateVersion: subscriptionBookEdition,
  copies: 4,
  papers: ['a4'],
  schema: subscriptionBookDataSchema,
  build: buildSubscriptionBookDefinition,
  openBlanks: openBlanksOfBook,
  expected: expectedOnBook,
  frame: frameOfBook,
  sample: subscriptionBookSample,
};

const depositReceipt: DocumentKind<DepositReceiptData, 'form241' | 'a4Thirds' | 'a5'> = {
  kind: 'depositReceipt',
  title: '定金收据',
  numberPrefix: 'SJ',
  templateVersion: depositReceiptEdition,
  copies: 1,
  papers: ['form241', 'a4Thirds', 'a5'],
  schema: depositReceiptDataSchema,
  build: buildDepositReceiptDefinition,
  openBlanks: openBlanksOfReceipt,
  expected: expectedOnReceipt,
  sample: depositReceiptSample,
};

const bookingSlip: DocumentKind<BookingSlipData, 'a4'> = {
  kind: 'bookingSlip',
  title: SLIP_TITLE,
  numberPrefix: 'XD',
  templateVersion: bookingSlipEdition,
  copies: 2,
  papers: ['a4'],
  schema: bookingSlipDataSchema,
  build: buildBookingSlipDefinition,
  openBlanks: ({ seller, customer }) =>
    openBlanks([
      ['联系电话', customer.phone],
      ['售楼电话', seller.phone],
    ]),
  expected: expectedOnSlip,
  frame: frameOfSlip,
  // An extension is said by a new one.
  follows: true,
  sample: bookingSlipSample,
};

const saleContract: DocumentKind<SaleContractData, 'a4'> = {
  kind: 'saleContract',
  title: '商品房买卖合同',
  numberPrefix: 'HT',
  templateVersion: saleContractEdition,
  copies: 4,
  papers: ['a4'],
  schema: saleContractDataSchema,
  build: buildSaleContractDefinition,
  openBlanks: openBlanksOfContract,
  countsPages: true,
  expected: expectedOnContract,
  frame: frameOfContract,
  contradictions: contradictionsOnContract,
  sample: saleContractSample,
};

const netSigningSheet: DocumentKind<SaleContractData, 'a4'> = {
  kind: 'netSigningSheet',
  title: '网签录入单',
  numberPrefix: 'HT',
  templateVersion: netSigningSheetEdition,
  copies: 1,
  papers: ['a4'],
  schema: saleContractDataSchema,
  build: buildNetSigningSheetDefinition,
  openBlanks: openBlanksOfContract,
  expected: expectedOnSheet,
  frame: frameOfSheet,
  sample: saleContractSample,
};

const dayClose: DocumentKind<DayCloseData, 'a4'> = {
  kind: 'dayClose',
  title: '日结单',
  numberPrefix: 'RJ',
  templateVersion: dayCloseEdition,
  copies: 2,
  papers: ['a4'],
  schema: dayCloseDataSchema,
  build: buildDayCloseDefinition,
  openBlanks: () => [],
  expected: expectedOnClose,
  frame: frameOfClose,
  sample: dayCloseSample,
};

const consentForm: DocumentKind<ConsentFormData, 'a4'> = {
  kind: 'consentForm',
  title: CONSENT_TITLE,
  numberPrefix: 'TY',
  templateVersion: consentFormEdition,
  copies: 2,
  papers: ['a4'],
  schema: consentFormDataSchema,
  build: buildConsentFormDefinition,
  openBlanks: ({ seller }) => openBlanks([['联系电话', seller.phone]]),
  expected: expectedOnForm,
  frame: frameOfForm,
  follows: true,
  sample: consentFormSample,
};

const personalReport: DocumentKind<PersonalReportData, 'a4'> = {
  kind: 'personalReport',
  title: REPORT_TITLE,
  numberPrefix: 'GR',
  templateVersion: personalReportEdition,
  copies: 1,
  papers: ['a4'],
  schema: personalReportDataSchema,
  build: buildPersonalReportDefinition,
  openBlanks: () => [],
  expected: expectedOnReport,
  frame: frameOfReport,
  follows: true,
  sample: personalReportSample,
};

const signingNotice: DocumentKind<SigningNoticeData, 'a4'> = {
  kind: 'signingNotice',
  title: SIGNING_TITLE,
  numberPrefix: 'QT',
  templateVersion: signingNoticeEdition,
  copies: 2,
  papers: ['a4'],
  schema: signingNoticeDataSchema,
  build: buildSigningNoticeDefinition,
  openBlanks: () => [],
  expected: expectedOnSigningNotice,
  frame: frameOfSigningNotice,
  follows: true,
  sample: signingNoticeSample,
};

const terminationNotice: DocumentKind<TerminationNoticeData, 'a4'> = {
  kind: 'terminationNotice',
  title: TERMINATION_TITLE,
  numberPrefix: 'ZT',
  templateVersion: terminationNoticeEdition,
  copies: 2,
  papers: ['a4'],
  schema: terminationNoticeDataSchema,
  build: buildTerminationNoticeDefinition,
  openBlanks: () => [],
  expected: expectedOnTerminationNotice,
  frame: frameOfTerminationNotice,
  follows: true,
  sample: terminationNoticeSample,
};

const priceNotice: DocumentKind<PriceNoticeData, 'a4Landscape' | 'a3Landscape'> = {
  kind: 'priceNotice',
  title: NOTICE_TITLE,
  numberPrefix: 'JG',
  templateVersion: priceNoticeEdition,
  copies: 2,
  papers: ['a4Landscape', 'a3Landscape'],
  schema: priceNoticeDataSchema,
  build: buildPriceNoticeDefinition,
  openBlanks: ({ seller }) => openBlanks([['价格咨询', seller.hotline]]),
  expected: expectedOnNotice,
  frame: frameOfNotice,
  follows: true,
  sample: priceNoticeSample,
};

/** Every paper of the office. */
export const documentKinds = {
  purchasePlan,
  subscriptionBook,
  depositReceipt,
  bookingSlip,
  expenseEstimate,
  purchaseInstructions,
  saleContract,
  netSigningSheet,
  dayClose,
  disclosureList,
  controlCheck,
  consentForm,
  personalReport,
  signingNotice,
  terminationNotice,
  priceNotice,
  changeForm,
  intentSlip,
  drawResult,
  pickSlip,
  paymentSlip,
  fallbackSlips,
} as const satisfies Partial<Record<DocumentKindName, unknown>>;

/** How a kind of paper is made. Throws a RangeError for one that this program does not make. */
export function documentKindOf(name: DocumentKindName): (typeof documentKinds)[keyof typeof documentKinds] {
  const found = Object.values(documentKinds).find(({ kind }) => kind === name);
  if (found === undefined) throw new RangeError(`No paper of the kind ${name} is made`);
  return found;
}

/** A paper to be rendered: data of its kind, its number and version, and the sheet (else the usual one). */
export type PaperRequest = {
  readonly kind: DocumentKindName;
  readonly data: unknown;
  readonly paper?: PaperName | undefined;
};

/** A paper whose data were checked: what its hash is taken of, its sheet, and its layout still without marks. */
export type CheckedPaper = {
  readonly title: string;
  readonly paper: PaperName;
  /** Kind, template and data as canonical text: its SHA-256 is the hash of the paper. */
  readonly canonical: string;
  readonly build: (marks: Marks) => Definition;
  /** Names of the blanks that the paper strikes because nobody has filled them in. */
  readonly openBlanks: readonly string[];
  /** Laid out once to count its pages, which its text names. */
  readonly countsPages: boolean;
  /** Where the finished pages do not say what the data say, by the names that stand on the paper. */
  readonly differences: (number: string, pages: readonly PageText[]) => readonly string[];
};

/** Checks the data of a paper. Throws a ZodError for data that are not of its kind or contradict themselves. */
export function checkPaper(request: PaperRequest): CheckedPaper {
  switch (request.kind) {
    case 'purchasePlan':
      return checked(documentKinds.purchasePlan, request);
    case 'subscriptionBook':
      return checked(documentKinds.subscriptionBook, request);
    case 'depositReceipt':
      return checked(documentKinds.depositReceipt, request);
    case 'bookingSlip':
      return checked(documentKinds.bookingSlip, request);
    case 'expenseEstimate':
      return checked(documentKinds.expenseEstimate, request);
    case 'purchaseInstructions':
      return checked(documentKinds.purchaseInstructions, request);
    case 'saleContract':
      return checked(documentKinds.saleContract, request);
    case 'netSigningSheet':
      return checked(documentKinds.netSigningSheet, request);
    case 'dayClose':
      return checked(documentKinds.dayClose, request);
    case 'disclosureList':
      return checked(documentKinds.disclosureList, request);
    case 'controlCheck':
      return checked(documentKinds.controlCheck, request);
    case 'consentForm':
      return checked(documentKinds.consentForm, request);
    case 'changeForm':
      return checked(documentKinds.changeForm, request);
    case 'personalReport':
      return checked(documentKinds.personalReport, request);
    case 'signingNotice':
      return checked(documentKinds.signingNotice, request);
    case 'terminationNotice':
      return checked(documentKinds.terminationNotice, request);
    case 'priceNotice':
      return checked(documentKinds.priceNotice, request);
    case 'intentSlip':
      return checked(documentKinds.intentSlip, request);
    case 'drawResult':
      return checked(documentKinds.drawResult, request);
    case 'pickSlip':
      return checked(documentKinds.pickSlip, request);
    case 'paymentSlip':
      return checked(documentKinds.paymentSlip, request);
    case 'fallbackSlips':
      return checked(documentKinds.fallbackSlips, request);
    default:
      throw new RangeError(`No paper of the kind ${request.kind} is made`);
  }
}

function checked<Data extends CanonicalValue, Papers extends PaperName>(
  kind: DocumentKind<Data, Papers>,
  request: PaperRequest,
): CheckedPaper {
  const data = kind.schema.parse(request.data);
  const paper = kind.papers.find((one) => one === request.paper) ?? kind.papers[0];
  return {
    title: kind.title,
    paper,
    canonical: canonicalJson({ kind: kind.kind, template: kind.templateVersion, data }),
    build: (marks) => kind.build(data, marks, paper),
    openBlanks: kind.openBlanks(data),
    countsPages: kind.countsPages ?? false,
    differences: (number, pages) => {
      const frame = kind.frame?.(data);
      return [
        ...absentBlanks(pages, kind.expected(data, number, paper), frame),
        ...(frame === undefined ? [] : wrongFrames(pages, number, frame)),
        ...(kind.contradictions?.(bodiesOf(pages, frame)) ?? []),
      ];
    },
  };
}
