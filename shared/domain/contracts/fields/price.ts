import { priceBases } from '#shared/domain/pricing/catalogue.ts';
import { blank, oneOf } from './kinds.ts';

/** Ways to pay as the contract distinguishes them. */
export const paymentMethods = ['once', 'instalments', 'loan', 'other'] as const;
/** Kinds of loan. */
export const loanKinds = ['commercial', 'provident', 'combined'] as const;

/** Fields of chapter three: price, payment, delay of the buyer (articles 6 to 8). */
export const priceFields = {
  priceBasis: oneOf(6, 'record', [...priceBases, 'other']),
  unitPrice: blank(6, 'record', 'money'),
  total: blank(6, 'record', 'money'),
  otherPriceMethod: blank(6, 'free', 'longText'),
  fitOutUnitPrice: blank(6, 'record', 'money'),
  fitOutTotal: blank(6, 'record', 'money'),

  deposit: blank(7, 'record', 'money'),
  depositMoment: oneOf(7, 'choice', ['subscription', 'signing', 'firstPayment']),
  depositEffect: oneOf(7, 'choice', ['offsets', 'other']),
  depositOther: blank(7, 'free', 'longText'),
  paymentMethod: oneOf(7, 'choice', paymentMethods),
  onceDueOn: blank(7, 'record', 'date'),
  instalmentCount: blank(7, 'record', 'count'),
  firstAmount: blank(7, 'record', 'money'),
  firstDueOn: blank(7, 'record', 'date'),
  firstPercent: blank(7, 'record', 'percent'),
  lastDueOn: blank(7, 'record', 'date'),
  loanKind: oneOf(7, 'choice', loanKinds),
  loanAmount: blank(7, 'record', 'money'),
  lender: blank(7, 'free', 'text'),
  loanPapersDays: blank(7, 'bound', 'days'),
  otherPayment: blank(7, 'free', 'longText'),
  supervisor: blank(7, 'record', 'text'),
  accountName: blank(7, 'record', 'text'),
  accountNumber: blank(7, 'record', 'text'),

  paymentDelayRule: oneOf(8, 'choice', ['bands', 'own']),
  paymentBandDays: blank(8, 'bound', 'days'),
  paymentRate: blank(8, 'bound', 'dailyRate'),
  paymentLaterBandDays: blank(8, 'bound', 'days'),
  paymentRefundDays: blank(8, 'bound', 'days'),
  paymentTermination: blank(8, 'bound', 'percent'),
  paymentLaterRate: blank(8, 'bound', 'dailyRate'),
  paymentDelayOwn: blank(8, 'free', 'longText'),
} as const;
