import type { DocumentKindName, UnissuedName } from '#shared/domain/documents/states.ts';
import { type CanonicalValue, canonicalJson } from '#shared/kernel/canonical-json.ts';
import { supplementAgreement, terminationAgreement } from './agreement-kinds.ts';
import { bookingSlip } from './booking-slip/kind.ts';
import { changeForm } from './change-form/kind.ts';
import { consentForm } from './consent-form/kind.ts';
import { contactSheet } from './contact-sheet/kind.ts';
import { controlCheck } from './control-check/kind.ts';
import { boxLabel, collectNotice, custodyRegister, handoverSlip } from './custody-kinds.ts';
import { dayClose } from './day-close/kind.ts';
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
import { depositReceipt } from './deposit-receipt/kind.ts';
import { disclosureList } from './disclosure-list/kind.ts';
import { discountForm } from './discount-kinds.ts';
import { expenseEstimate } from './expense-estimate/kind.ts';
import type { DocumentKind } from './kind.ts';
import type { Definition, Marks } from './kit/definition.ts';
import { absentBlanks, bodiesOf, wrongFrames } from './kit/expected.ts';
import type { PaperName } from './kit/paper.ts';
import { fallbackSlips, paymentSlip, pickSlip } from './launch-day-kinds.ts';
import { drawResult, intentSlip } from './launch-kinds.ts';
import { dealLedger } from './ledger-kinds.ts';
import { overdueDemand, paymentNotice, receivablesList, rescissionNotice } from './money-kinds.ts';
import { buildNetSigningSheetDefinition, netSigningSheetEdition } from './net-signing-sheet/definition.ts';
import { expectedOnSheet, frameOfSheet } from './net-signing-sheet/expected.ts';
import { personalReport } from './personal-report/kind.ts';
import { floorPriceList, priceList } from './price-list/kind.ts';
import { priceNotice } from './price-notice/kind.ts';
import { purchaseInstructions } from './purchase-instructions/kind.ts';
import { purchasePlan } from './purchase-plan/kind.ts';
import type { PageText } from './rendering.ts';
import { rulingSlip } from './ruling-kinds.ts';
import { type SaleContractData, saleContractDataSchema } from './sale-contract/data.ts';
import { saleContract } from './sale-contract/kind.ts';
import { openBlanksOfContract } from './sale-contract/open-blanks.ts';
import { saleContractSample } from './sale-contract/sample.ts';
import { subscriptionBook } from './subscription-book/kind.ts';
import { testPage } from './test-page/kind.ts';

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

/** Every paper of the office. */
export const documentKinds = {
  purchasePlan,
  subscriptionBook,
  depositReceipt,
  bookingSlip,
  expenseEstimate,
  purchaseInstructions,
  contactSheet,
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
  priceList,
  floorPriceList,
  changeForm,
  intentSlip,
  drawResult,
  pickSlip,
  paymentSlip,
  fallbackSlips,
  paymentNotice,
  overdueDemand,
  rescissionNotice,
  receivablesList,
  custodyRegister,
  handoverSlip,
  boxLabel,
  supplementAgreement,
  terminationAgreement,
  collectNotice,
  dealLedger,
  rulingSlip,
  discountForm,
} as const satisfies Record<DocumentKindName, unknown>;

/** How a kind of paper is made. */
export function documentKindOf(name: DocumentKindName): (typeof documentKinds)[keyof typeof documentKinds] {
  return documentKinds[name];
}

/** A paper to be rendered: data of its kind, its number and version, and the sheet (else the usual one). */
export type PaperRequest = {
  readonly kind: DocumentKindName | UnissuedName;
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
    case 'contactSheet':
      return checked(documentKinds.contactSheet, request);
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
    case 'priceList':
      return checked(documentKinds.priceList, request);
    case 'floorPriceList':
      return checked(documentKinds.floorPriceList, request);
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
    case 'paymentNotice':
      return checked(documentKinds.paymentNotice, request);
    case 'overdueDemand':
      return checked(documentKinds.overdueDemand, request);
    case 'rescissionNotice':
      return checked(documentKinds.rescissionNotice, request);
    case 'receivablesList':
      return checked(documentKinds.receivablesList, request);
    case 'custodyRegister':
      return checked(documentKinds.custodyRegister, request);
    case 'handoverSlip':
      return checked(documentKinds.handoverSlip, request);
    case 'boxLabel':
      return checked(documentKinds.boxLabel, request);
    case 'supplementAgreement':
      return checked(documentKinds.supplementAgreement, request);
    case 'terminationAgreement':
      return checked(documentKinds.terminationAgreement, request);
    case 'collectNotice':
      return checked(documentKinds.collectNotice, request);
    case 'dealLedger':
      return checked(documentKinds.dealLedger, request);
    case 'rulingSlip':
      return checked(documentKinds.rulingSlip, request);
    case 'discountForm':
      return checked(documentKinds.discountForm, request);
    case 'testPage':
      return checked(testPage, request);
  }
}

function checked<Data extends CanonicalValue, Papers extends PaperName>(
  kind: Omit<DocumentKind<Data, Papers>, 'kind' | 'numberPrefix' | 'copies'> & { readonly kind: string },
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
        ...(kind.contradictions?.(bodiesOf(pages, frame), data) ?? []),
      ];
    },
  };
}
