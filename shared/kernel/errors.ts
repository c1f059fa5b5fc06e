import { changeErrorCodes } from './errors-of-changes.ts';
import { claimErrorCodes } from './errors-of-claims.ts';
import { controlErrorCodes } from './errors-of-control.ts';
import { custodyErrorCodes } from './errors-of-custody.ts';
import { importErrorCodes } from './errors-of-imports.ts';
import { inventoryErrorCodes } from './errors-of-inventory.ts';
import { launchErrorCodes } from './errors-of-launches.ts';
import { officeErrorCodes } from './errors-of-office.ts';
import { paperErrorCodes } from './errors-of-papers.ts';
import { partnerErrorCodes } from './errors-of-partners.ts';
import { priceErrorCodes } from './errors-of-prices.ts';
import { rightsErrorCodes } from './errors-of-rights.ts';
import { rulingErrorCodes } from './errors-of-rulings.ts';
import { scanErrorCodes } from './errors-of-scans.ts';
import { templateErrorCodes } from './errors-of-templates.ts';
import { terminalErrorCodes } from './errors-of-terminals.ts';
import { unitErrorCodes } from './errors-of-units.ts';

/** Where a refusal sits in the families of the architecture; decides how a screen shows it. */
export type ErrorFamily =
  | 'invalid'
  | 'refused'
  | 'stale'
  | 'duplicate'
  | 'notFound'
  | 'forbidden'
  | 'unauthenticated'
  | 'unreachable'
  | 'device'
  | 'internal';

/**
 * Every refusal the office can answer with, and its family. A code has its sentence in both languages under
 * `errors.<CODE>`; one without does not compile. Legal refusals name their article through `articles` in
 * `shared/domain/settings/articles.ts`.
 */
export const errorCodes = {
  INVALID_INPUT: 'invalid',
  INPUT_TOO_LARGE: 'invalid',
  INTERNAL: 'internal',
  STALE: 'stale',
  NOT_FOUND: 'notFound',
  DUPLICATE: 'duplicate',
  FORBIDDEN: 'forbidden',
  UNAUTHENTICATED: 'unauthenticated',
  HOST_UNREACHABLE: 'unreachable',
  DEVICE: 'device',
  ...officeErrorCodes,
  ...rightsErrorCodes,
  ...terminalErrorCodes,
  // lifecycle
  NOT_IN_THIS_STATE: 'refused',
  APPROVAL_NEEDED: 'refused',
  OWN_WORK: 'refused',
  EXPORT_NOT_ALLOWED: 'forbidden',
  EXPORT_NEEDS_APPROVAL: 'refused',
  EXPORT_ROWS_WRONG: 'refused',
  EXPORT_ASKED: 'refused',
  EXPORT_TOO_LONG: 'refused',
  VIEW_SHARE_NOT_ALLOWED: 'forbidden',
  VIEWS_FULL: 'refused',
  ...unitErrorCodes,
  ...claimErrorCodes,
  ...changeErrorCodes,
  ...partnerErrorCodes,
  ...priceErrorCodes,
  ...inventoryErrorCodes,
  ...scanErrorCodes,
  ...controlErrorCodes,
  ...custodyErrorCodes,
  ...rulingErrorCodes,
  ...launchErrorCodes,
  ...templateErrorCodes,
  ...paperErrorCodes,
  ...importErrorCodes,
  // subscriptions
  BUYERS_INCOMPLETE: 'refused',
  CONSENT_MISSING: 'refused',
  CONSENT_NOT_GIVEN: 'refused',
  CONSENT_DAY_WRONG: 'invalid',
  NOTICE_UNKNOWN: 'stale',
  FOLLOW_UP_WITHDRAWN: 'refused',
  CUSTOMER_RESTRICTED: 'refused',
  CUSTOMER_NOT_RESTRICTED: 'refused',
  CUSTOMER_ANONYMISED: 'refused',
  CUSTOMER_DEAL_LIVE: 'refused',
  CUSTOMER_KEPT_BY_LAW: 'refused',
  CUSTOMER_HELD: 'refused',
  REQUEST_ANSWERED: 'refused',
  MORTGAGE_NOT_DISCLOSED: 'refused',
  DEPOSIT_OVER_CAP: 'refused',
  DEPOSIT_SHORT: 'refused',
  DEPOSIT_NOT_DUE: 'refused',
  PRICE_NEEDS_APPROVAL: 'refused',
  UNIT_NOT_RESERVED: 'refused',
  SIGNING_OVERDUE: 'refused',
  SIGNING_NOT_OVERDUE: 'refused',
  TERMINATION_NOTICE_MISSING: 'refused',
  MONEY_RECEIVED: 'refused',
  TARGET_UNIT_NOT_FREE: 'refused',
  CONTRACT_STILL_LIVE: 'refused',
  NAME_CHANGE_PROOF_MISSING: 'refused',
  // contracts
  CONTRACT_FROZEN: 'refused',
  CONTRACT_IN_REVIEW: 'refused',
  CONDITION_DAY_WRONG: 'invalid',
  CONDITION_PAYMENT_DAY_WRONG: 'invalid',
  CONDITION_PAYMENT_MISSING: 'invalid',
  CONDITION_WITHOUT_DEAL: 'invalid',
  CASE_LOAN_RECEIVED: 'refused',
  CASE_NOT_THEIR_WORK: 'refused',
  PREFLIGHT_OPEN: 'refused',
  WEIGHTY_TERMS_NOT_SHOWN: 'refused',
  FUND_DAY_WRONG: 'invalid',
  PAYMENT_LINES_DIFFER: 'refused',
  REVIEWED_BEFORE: 'refused',
  CONTRACT_CHANGED_SINCE_REVIEW: 'refused',
  TEMPLATE_NOT_APPROVED: 'refused',
  CONTRACT_FIELD_GIVEN: 'refused',
  FIRST_PAYMENT_MISSING: 'refused',
  SIGNATURES_MISSING: 'refused',
  COPIES_OUTSTANDING: 'refused',
  FILING_NUMBER_MISSING: 'refused',
  CITY_CONTRACT_DIFFERS: 'refused',
  CITY_CONTRACT_SCANNED: 'refused',
  CITY_CONTRACT_UNREADABLE: 'refused',
  REGISTRY_DATA_DIFFERS: 'refused',
  TERMINATION_AGREEMENT_MISSING: 'refused',
  DEFECT_KIND_NOT_LISTED: 'refused',
  DEFECT_PLACE_WRONG: 'refused',
  DEFECTS_OPEN: 'refused',
  CONTRACT_AREA_MISSING: 'refused',
  CONTRACT_UNIT_NOT_COVERED: 'refused',
  CONTRACT_MEASURE_MISSING: 'refused',
  CONTRACT_NOT_APPROVED: 'refused',
  CONTRACT_ON_OLD_PAPER: 'refused',
  SIGNED_BY_ALL: 'refused',
  SIGNING_OUT_OF_ORDER: 'refused',
  AGENT_NOT_NAMED: 'refused',
  AGENT_WITHOUT_POWER: 'refused',
  AGENT_POWER_OVER: 'refused',
  GUARDIAN_SIGNS: 'refused',
  FILING_DAY_WRONG: 'invalid',
  FILING_NUMBER_TAKEN: 'duplicate',
  COPIES_NOT_OUTSIDE: 'invalid',
  // approvals
  APPROVAL_OWN_REQUEST: 'refused',
  APPROVAL_POST_TOO_LOW: 'refused',
  APPROVAL_EXPIRED: 'refused',
  APPROVAL_RUNNING: 'refused',
  APPROVAL_NOT_REQUESTER: 'refused',
  APPROVAL_SUBJECT_CHANGED: 'refused',
  APPROVAL_NO_HIGHER_POST: 'refused',
  APPROVAL_OPINION_MISSING: 'refused',
  APPROVAL_NOT_CORRECTABLE: 'refused',
  // settings
  SETTING_UNKNOWN: 'notFound',
  SETTING_INVALID: 'invalid',
  // pricing
  PRICE_NOT_POSITIVE: 'refused',
  PRICE_ABOVE_LIST: 'refused',
  DISCOUNT_NOT_IN_FORCE: 'refused',
  DISCOUNTS_NOT_COMBINABLE: 'refused',
  // plans
  PLAN_UNDER_PRICE: 'refused',
  PLAN_OVER_PRICE: 'refused',
  PLAN_NOT_VALID: 'invalid',
  PLAN_DATES_NOT_IN_ORDER: 'refused',
  DOWN_PAYMENT_TOO_LOW: 'refused',
  // deposits and buyers
  RECEIPTS_EXCEED_DEPOSIT: 'refused',
  BUYER_TWICE: 'refused',
  BUYER_SHARES_DIFFER: 'refused',
  // customers
  PHONE_NOT_VALID: 'invalid',
  IDENTITY_NUMBER_NOT_VALID: 'invalid',
  CREDIT_CODE_NOT_VALID: 'invalid',
  CUSTOMER_OWNED_BY_OTHER: 'refused',
  DEAL_OF_OTHER: 'refused',
  RULING_SHARES_DIFFER: 'refused',
  // visits and rota
  VISIT_PHONE_MISSING: 'invalid',
  VISIT_NOT_FIRST: 'refused',
  ROTA_MEMBER_UNKNOWN: 'notFound',
  ROTA_MEMBER_TWICE: 'duplicate',
  ROTA_TURN_NONE: 'refused',
  VISIT_OVER: 'refused',
  VISIT_NOT_OVER: 'refused',
  REFERRER_SELF: 'invalid',
  REFERRER_NAME_MISSING: 'invalid',
  REGISTER_DAYS_WRONG: 'invalid',
  // payments
  RECEIPT_ABOVE_BALANCE: 'refused',
  RECEIPT_REFERENCE_MISSING: 'refused',
  PAYMENT_METHOD_NOT_TAKEN: 'refused',
  RECEIPT_IN_FUTURE: 'refused',
  RECEIPT_VOIDED: 'refused',
  RECEIPT_IS_OWN: 'refused',
  DEPOSIT_IN_CONTRACT: 'refused',
  DEPOSIT_COMES_FIRST: 'refused',
  NOTHING_DUE: 'refused',
  PLAN_LINE_TWICE: 'invalid',
  PLAN_LINE_OF_OTHER_ITEM: 'refused',
  PLAN_LINE_EXCEEDED: 'refused',
  SHARES_DIFFER: 'refused',
  // customers
  PHONE_TAKEN: 'duplicate',
  IDENTITY_TAKEN: 'duplicate',
  // settings
  SETTING_IN_THE_PAST: 'refused',
  // customers
  NOT_YOUR_CUSTOMER: 'forbidden',
  REVEAL_NEEDED: 'forbidden',
  HOUSEHOLD_OF_ONE: 'refused',
  // quotes
  QUOTE_NEEDS_APPROVAL: 'refused',
  QUOTE_EXPIRED: 'refused',
  QUOTE_USED: 'refused',
  QUOTE_DOES_NOT_FIT: 'refused',
  LOAN_TERM_TOO_LONG: 'refused',
  PROVIDENT_LOAN_OVER_CAP: 'refused',
  // subscriptions
  PRICE_CHANGED: 'stale',
  LIST_PRICE_MISSING: 'refused',
  DEPOSIT_MISSING: 'refused',
  PERMIT_ENDS_BEFORE_SIGNING: 'refused',
  SIGNING_LATER_THAN_USUAL: 'refused',
  SIGN_BY_IN_PAST: 'invalid',
  REASON_MISSING: 'invalid',
  APPROVAL_NOT_NEEDED: 'refused',
  SUBSCRIPTION_NOT_APPROVED: 'refused',
  SUBSCRIPTION_ENDED: 'refused',
  DEPOSIT_IS_COMPLETE: 'refused',
  PAYER_IS_NO_BUYER: 'invalid',
  // cases
  CASE_PAPERS_MISSING: 'refused',
  CASE_BANK_MISSING: 'refused',
  CASE_FILING_MISSING: 'refused',
  CASE_LOAN_NOT_RECEIVED: 'refused',
  CASE_HAS_NO_LOAN: 'refused',
  CASE_CONTRACT_LIVE: 'refused',
  CASE_CONTRACT_NOT_SIGNED: 'refused',
  CASES_ARE_OPEN: 'refused',
} as const satisfies Record<string, ErrorFamily>;

/** Code of a refusal. */
export type ErrorCode = keyof typeof errorCodes;

/** Values that a refusal's sentence mentions: names, dates, amounts in fen. Plain data, no personal data. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal as plain data: what `decide` returns and what a screen shows beside a disabled button. */
export type Refusal = { readonly code: ErrorCode; readonly params?: ErrorParams };

/** A refusal thrown inside the transaction, so that it undoes it; mapped once to an answer by the corridor. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
  }

  /** The error of a refusal that `decide` returned. */
  static from(refusal: Refusal): DomainError {
    return new DomainError(refusal.code, refusal.params);
  }
}

/**
 * A refusal that came over the wire. A code that this program does not know comes from another version: INTERNAL, which
 * tells to try again.
 */
export function refusalFrom(data: { readonly code: string; readonly params: ErrorParams }): Refusal {
  return isErrorCode(data.code) ? { code: data.code, params: data.params } : { code: 'INTERNAL' };
}

/** True for a code of this program. */
function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
