import { type CustodyHolder, custodyHolders, keepersOf } from '../custody/places.ts';
import type { CopyState } from './copies.ts';
import type { DocumentKindName } from './states.ts';

/** Who copies of papers go to (各份去向): the keepers of contracts, and those of all other papers. */
export const copyHolders = [
  ...custodyHolders,
  'customer',
  'salesOffice',
  'manager',
  'archive',
  'posted',
  'giver',
  'taker',
] as const;
/** Who a copy of a paper goes to. */
export type CopyHolder = (typeof copyHolders)[number];

/** Who keeps the copies of the subscription book, in the order of the copies. */
export const bookKeepers = ['buyer', 'seller', 'seller', 'finance'] as const satisfies readonly CustodyHolder[];

/** Kinds of which every contract says itself who keeps its copies (article 29), and what is agreed about it. */
type OfContract = 'saleContract' | 'supplementAgreement' | 'terminationAgreement';

/**
 * Who the copies of each kind go to, in the order of the copies, by custom of the trade. The parts of a receipt name their
 * holders themselves: one print makes all of them.
 */
const holdersByKind: Readonly<Record<Exclude<DocumentKindName, OfContract>, readonly CopyHolder[]>> = {
  purchasePlan: ['customer'],
  subscriptionBook: bookKeepers,
  depositReceipt: [],
  netSigningSheet: ['salesOffice'],
  dayClose: ['finance', 'salesOffice'],
  consentForm: ['customer', 'salesOffice'],
  personalReport: ['customer'],
  bookingSlip: ['customer', 'salesOffice'],
  expenseEstimate: ['customer'],
  purchaseInstructions: ['customer', 'salesOffice'],
  contactSheet: ['customer', 'salesOffice'],
  changeForm: ['salesOffice', 'finance'],
  signingNotice: ['buyer', 'seller'],
  terminationNotice: ['buyer', 'seller'],
  priceNotice: ['posted', 'archive'],
  disclosureList: ['posted'],
  controlCheck: ['salesOffice', 'manager'],
  intentSlip: ['customer', 'salesOffice'],
  drawResult: ['posted', 'archive'],
  pickSlip: ['customer', 'salesOffice'],
  paymentSlip: ['customer'],
  fallbackSlips: ['salesOffice'],
  priceList: ['salesOffice', 'archive'],
  floorPriceList: ['manager'],
  paymentNotice: ['buyer', 'seller'],
  overdueDemand: ['buyer', 'seller'],
  rescissionNotice: ['buyer', 'seller', 'archive'],
  receivablesList: ['finance'],
  custodyRegister: ['archive'],
  handoverSlip: ['giver', 'taker'],
  boxLabel: ['archive'],
  collectNotice: ['buyer', 'seller'],
  dealLedger: ['finance'],
  rulingSlip: ['salesOffice', 'manager'],
  discountForm: ['salesOffice'],
};

/**
 * Who each copy of a paper goes to, in the order of the copies; empty where the paper says it itself, part by part.
 * `ofContract`: what the contract says of its own copies, for it and for agreements about it.
 */
export function holdersOfCopies(
  kind: DocumentKindName,
  ofContract: readonly { readonly holder: CustodyHolder; readonly count: number }[] = [],
): readonly CopyHolder[] {
  if (kind === 'saleContract' || kind === 'supplementAgreement' || kind === 'terminationAgreement')
    return keepersOf(ofContract);
  return holdersByKind[kind];
}

/**
 * Each copy with who it goes to: a copy that was spoiled or came back leaves a gap, and those that are good go to the holders
 * in their order; what is printed beyond them goes to nobody by custom.
 */
export function withHolders<Copy extends { readonly copy: number; readonly state: CopyState }>(
  copies: readonly Copy[],
  holders: readonly CopyHolder[],
): (Copy & { readonly holder: CopyHolder | null })[] {
  const inHand = copies
    .filter(({ state }) => state !== 'spoiled' && state !== 'takenBack')
    .map(({ copy }) => copy)
    .toSorted((one, other) => one - other);
  return copies.map((one) => ({ ...one, holder: holders[inHand.indexOf(one.copy)] ?? null }));
}
