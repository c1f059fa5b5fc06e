import { priceBases } from '#shared/domain/pricing/catalogue.ts';
import { blank, oneOf } from './kinds.ts';

/** Ways to pay as the contract distinguishes them. */
export const paymentMethods = ['once', 'instalments', 'loan', 'other'] as const;
/** Kinds of loan. */
export const loanKinds = ['commercial', 'provident', 'combined'] as const;

/** Fields of chapter three: price, payment, delay of the buyer (articles 6 to 8). */
export const priceFields = {
  priceBasis: oneOf('price', 'record', [...priceBases, 'other']),
  unitPrice: blank('price', 'record', 'money'),
  total: blank('price', 'record', 'money'),
  otherPriceMethod: blank('price', 'free', 'longText'),
  fitOutUnitPrice: blank('price', 'record', 'money'),
  fitOutTotal: blank('price', 'record', 'money'),
  fitOutPricing: oneOf('price', 'choice', ['onTop', 'included']),

  deposit: blank('payment', 'record', 'money'),
  depositMoment: oneOf('payment', 'choice', ['subscription', 'signing', 'firstPayment']),
  depositEffect: oneOf('payment', 'choice', ['offsets', 'other']),
  depositOther: blank('payment', 'free', 'longText'),
  paymentMethod: oneOf('payment', 'choice', paymentMethods),
  onceDueOn: blank('payment', 'record', 'date'),
  instalmentCount: blank('payment', 'record', 'count'),
  firstAmount: blank('payment', 'record', 'money'),
  firstDueOn: blank('payment', 'record', 'date'),
  firstPercent: blank('payment', 'record', 'percent'),
  lastDueOn: blank('payment', 'record', 'date'),
  instalmentOther: blank('payment', 'free', 'longText'),
  loanKind: oneOf('payment', 'choice', loanKinds),
  loanAmount: blank('payment', 'record', 'money'),
  lender: blank('payment', 'free', 'text'),
  loanPapersDays: blank('payment', 'bound', 'days'),
  otherPayment: blank('payment', 'free', 'longText'),
  supervisor: blank('payment', 'record', 'text'),
  accountName: blank('payment', 'record', 'text'),
  accountNumber: blank('payment', 'record', 'text'),
  payeeBank: blank('payment', 'choice', 'text'),
  payeeName: blank('payment', 'choice', 'text'),
  payeeNumber: blank('payment', 'choice', 'text'),

  paymentDelayRule: oneOf('latePayment', 'choice', ['bands', 'own']),
  paymentBandDays: blank('latePayment', 'bound', 'days'),
  paymentRate: blank('latePayment', 'bound', 'dailyRate'),
  paymentLaterBandDays: blank('latePayment', 'bound', 'days'),
  paymentRefundDays: blank('latePayment', 'bound', 'days'),
  paymentTermination: blank('latePayment', 'bound', 'percent'),
  paymentLaterRate: blank('latePayment', 'bound', 'dailyRate'),
  paymentDelayOwn: blank('latePayment', 'free', 'longText'),
} as const;
