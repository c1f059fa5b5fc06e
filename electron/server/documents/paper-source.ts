import type Database from 'better-sqlite3';
import { bookingById } from '#db/repositories/bookings.ts';
import { changeById } from '#db/repositories/changes.ts';
import { dayById } from '#db/repositories/days.ts';
import { intentById } from '#db/repositories/intents.ts';
import { subjectRequestById } from '#db/repositories/privacy-registers.ts';
import { quoteById } from '#db/repositories/quotes.ts';
import { receiptById } from '#db/repositories/receipts.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { agreementData } from '../agreements/agreement-paper.ts';
import { contractData } from '../contracts/contract-data.ts';
import { visibleCustomer } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { launchAt } from '../launches/launch-facts.ts';
import { type PricePaper, pricePaperNumber } from '../prices/notices-of-buildings.ts';
import { fileNumber } from '../privacy/file-number.ts';
import { formData } from '../privacy/form-data.ts';
import { reportData } from '../privacy/personal-report.ts';
import { quoteRefusal } from '../quotes/own-quotes.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { bookData } from './book-data.ts';
import { changeFormData } from './change-form-data.ts';
import { contactData } from './contact-data.ts';
import { controlCheckData } from './control-check-data.ts';
import { boxLabelData, collectNoticeData, custodyRegisterData, handoverSlipData } from './custody-data.ts';
import { dayCloseData } from './day-close-data.ts';
import { disclosureData } from './disclosure-data.ts';
import { discountFormData } from './discount-data.ts';
import { estimateOfQuote, estimateOfSubscription } from './estimate-data.ts';
import { instructionsData } from './instructions-data.ts';
import { drawResultData, intentSlipData } from './launch-data.ts';
import { fallbackSlipsData, paymentSlipData, pickSlipData } from './launch-papers.ts';
import { ledgerData } from './ledger-data.ts';
import { letterData } from './letter-data.ts';
import { noticeData } from './notice-data.ts';
import { checkOwnKind } from './own-papers.ts';
import { planData } from './plan-data.ts';
import { floorPriceListData, priceListData } from './price-list-data.ts';
import { priceNoticeData } from './price-notice-data.ts';
import { receiptData } from './receipt-data.ts';
import { receivablesData } from './receivables-data.ts';
import { rulingSlipData } from './ruling-data.ts';
import { slipData } from './slip-data.ts';

/** What a paper is issued for: the record it belongs to, the number it takes, and what is printed on it. */
export type PaperSource = {
  readonly noun: PaperNoun;
  readonly number: string;
  readonly data: unknown;
  /** Every text that somebody typed: asked whether it can be printed before the paper takes its number. */
  readonly texts: readonly string[];
};

/**
 * Gathers a paper's data from the records as they are. Throws NOT_FOUND, SUBSCRIPTION_NOT_APPROVED for a book whose
 * price nobody has agreed to, RECEIPT_VOIDED for a receipt that does not count, QUOTE_EXPIRED or QUOTE_USED for a
 * purchase plan that no longer holds, DAY_REOPENED for a day that is to be closed anew, CONTRACT_NOT_APPROVED for a contract that has not passed its review.
 */
export function paperSource(
  context: QueryContext,
  client: Database.Database,
  kind: DocumentKindName,
  subjectId: number,
  noun?: PaperNoun,
): PaperSource {
  checkOwnKind(context, kind);
  if (kind === 'purchasePlan') {
    const quote = quoteById(context.db, subjectId);
    if (quote === undefined) throw new DomainError('NOT_FOUND');
    const refusal = quoteRefusal(quote, context.today);
    if (refusal !== undefined) throw DomainError.from(refusal);
    const data = planData(context, quote);
    return { noun: 'quotes', number: quote.number, data, texts: textsIn(data) };
  }
  if (kind === 'expenseEstimate') return estimateSource(context, subjectId, noun ?? 'quotes');
  if (kind === 'bookingSlip') {
    const booking = bookingById(context.db, subjectId);
    if (booking === undefined) throw new DomainError('NOT_FOUND');
    const data = slipData(context, booking);
    return { noun: 'bookings', number: booking.number, data, texts: textsIn(data) };
  }
  if (kind === 'subscriptionBook') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (row.state !== 'approved' && row.state !== 'depositComplete') throw new DomainError('SUBSCRIPTION_NOT_APPROVED');
    const data = bookData(context, client, row);
    return { noun: 'subscriptions', number: row.number, data, texts: textsIn(data) };
  }
  if (kind === 'purchaseInstructions') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (isEnded(row.state)) throw new DomainError('SUBSCRIPTION_ENDED');
    const data = instructionsData(context, row);
    return { noun: 'subscriptions', number: `XZ-${row.number}`, data, texts: textsIn(data) };
  }
  if (kind === 'contactSheet') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (isEnded(row.state)) throw new DomainError('SUBSCRIPTION_ENDED');
    const data = contactData(context, client, row);
    return { noun: 'subscriptions', number: `LX-${row.number}`, data, texts: textsIn(data) };
  }
  if (kind === 'receivablesList') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (isEnded(row.state)) throw new DomainError('SUBSCRIPTION_ENDED');
    const data = receivablesData(context, row);
    return { noun: 'subscriptions', number: `YS-${row.number}`, data, texts: textsIn(data) };
  }
  if (kind === 'dealLedger') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    // Money goes back after a deal has ended, too.
    const data = ledgerData(context, row);
    return { noun: 'subscriptions', number: `TZ-${row.number}`, data, texts: textsIn(data) };
  }
  if (kind === 'discountForm') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const data = discountFormData(context, row);
    return { noun: 'subscriptions', number: `ZK-${row.number}`, data, texts: textsIn(data) };
  }
  if (kind === 'signingNotice' || kind === 'terminationNotice') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const { number, data } = noticeData(context, row, kind);
    return { noun: 'subscriptions', number, data, texts: textsIn(data) };
  }
  if (kind === 'saleContract' || kind === 'netSigningSheet') {
    const { number, data } = contractData(context, client, subjectId);
    return { noun: 'contracts', number, data, texts: textsIn(data) };
  }
  if (kind === 'supplementAgreement' || kind === 'terminationAgreement') {
    const { number, data } = agreementData(context, client, subjectId, kind);
    return { noun: 'agreements', number, data, texts: textsIn(data) };
  }
  if (kind === 'changeForm') {
    const change = changeById(context.db, subjectId);
    if (change === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, change.subscriptionId);
    const data = changeFormData(context, change);
    return { noun: 'changes', number: change.number, data, texts: textsIn(data) };
  }
  if (kind === 'dayClose') {
    const day = dayById(context.db, subjectId);
    if (day === undefined) throw new DomainError('NOT_FOUND');
    if (day.state !== 'closed') throw new DomainError('DAY_REOPENED', { day: day.day });
    const data = dayCloseData(context, day);
    return { noun: 'days', number: day.number, data, texts: textsIn(data) };
  }
  if (kind === 'disclosureList') {
    const { number, data } = disclosureData(context, subjectId);
    return { noun: 'projects', number, data, texts: textsIn(data) };
  }
  if (kind === 'controlCheck') {
    const { number, data } = controlCheckData(context, subjectId);
    return { noun: 'controlChecks', number, data, texts: textsIn(data) };
  }
  if (kind === 'consentForm') {
    const customer = visibleCustomer(context, subjectId);
    if (customer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
    const data = formData(context, customer);
    return { noun: 'customers', number: fileNumber(customer.id).replace('KH', 'TY'), data, texts: textsIn(data) };
  }
  if (kind === 'personalReport') {
    const request = subjectRequestById(context.db, subjectId);
    if (request === undefined) throw new DomainError('NOT_FOUND');
    if (!context.can('privacy.manage')) throw new DomainError('FORBIDDEN');
    const data = reportData(context, client, visibleCustomer(context, request.customerId));
    return { noun: 'subjectRequests', number: request.number, data, texts: textsIn(data) };
  }
  if (kind === 'priceNotice') {
    if (!context.can('prices.read')) throw new DomainError('FORBIDDEN');
    return pricesSource(kind, subjectId, priceNoticeData(context, subjectId));
  }
  if (kind === 'priceList') return pricesSource(kind, subjectId, priceListData(context, subjectId));
  if (kind === 'floorPriceList') return pricesSource(kind, subjectId, floorPriceListData(context, subjectId));
  if (kind === 'intentSlip') {
    const intent = intentById(context.db, subjectId);
    if (intent === undefined) throw new DomainError('NOT_FOUND');
    const data = intentSlipData(context, intent);
    return { noun: 'intents', number: intent.number, data, texts: textsIn(data) };
  }
  if (kind === 'drawResult') {
    const { number, data } = drawResultData(context, launchAt(context.db, subjectId));
    return { noun: 'launches', number, data, texts: textsIn(data) };
  }
  if (kind === 'pickSlip' || kind === 'paymentSlip') {
    const { number, data } = (kind === 'pickSlip' ? pickSlipData : paymentSlipData)(context, subjectId);
    return { noun: 'launchPicks', number, data, texts: textsIn(data) };
  }
  if (kind === 'fallbackSlips') {
    const { number, data } = fallbackSlipsData(context, subjectId);
    return { noun: 'launches', number, data, texts: textsIn(data) };
  }
  if (kind === 'paymentNotice' || kind === 'overdueDemand' || kind === 'rescissionNotice') {
    const { number, data } = letterData(context, client, kind, subjectId);
    return { noun: 'paymentLetters', number, data, texts: textsIn(data) };
  }
  if (kind === 'custodyRegister') {
    const { number, data } = custodyRegisterData(context, client, subjectId);
    return { noun: 'contracts', number, data, texts: textsIn(data) };
  }
  if (kind === 'handoverSlip') {
    const { number, data } = handoverSlipData(context, client, subjectId);
    return { noun: 'handovers', number, data, texts: textsIn(data) };
  }
  if (kind === 'collectNotice') {
    const { number, data } = collectNoticeData(context, client, subjectId);
    return { noun: 'contracts', number, data, texts: textsIn(data) };
  }
  if (kind === 'rulingSlip') {
    const data = rulingSlipData(context, subjectId);
    return { noun: 'rulings', number: data.number, data, texts: textsIn(data) };
  }
  if (kind === 'boxLabel') {
    const { number, data } = boxLabelData(context, subjectId);
    return { noun: 'archiveBoxes', number, data, texts: textsIn(data) };
  }
  const receipt = kind === 'depositReceipt' ? receiptById(context.db, subjectId) : undefined;
  if (receipt === undefined) throw new DomainError('NOT_FOUND');
  if (receipt.state !== 'valid') throw new DomainError('RECEIPT_VOIDED');
  const data = receiptData(context, receipt);
  return { noun: 'receipts', number: receipt.number, data, texts: textsIn(data) };
}

function pricesSource(
  kind: PricePaper,
  buildingId: number,
  data: { readonly inForceOn: LocalDate; readonly rows: readonly unknown[] },
): PaperSource {
  const number = pricePaperNumber(kind, buildingId, data.inForceOn);
  return { noun: 'buildings', number, data, texts: textsIn(data) };
}

/** The estimate goes with a purchase plan that holds, or with a subscription that has not ended. */
function estimateSource(context: QueryContext, subjectId: number, noun: PaperNoun): PaperSource {
  if (noun === 'subscriptions') {
    const row = subscriptionById(context.db, subjectId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    if (isEnded(row.state)) throw new DomainError('SUBSCRIPTION_ENDED');
    const data = estimateOfSubscription(context, row);
    return { noun, number: `FY-${row.number}`, data, texts: textsIn(data) };
  }
  const quote = noun === 'quotes' ? quoteById(context.db, subjectId) : undefined;
  if (quote === undefined) throw new DomainError('NOT_FOUND');
  const refusal = quoteRefusal(quote, context.today);
  if (refusal !== undefined) throw DomainError.from(refusal);
  const data = estimateOfQuote(context, quote);
  return { noun, number: `FY-${quote.number}`, data, texts: textsIn(data) };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
