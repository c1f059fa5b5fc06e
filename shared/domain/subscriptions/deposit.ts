import { legalRefusal } from '#shared/domain/lifecycle.ts';
import type { ReceiptItem, ReceiptState } from '#shared/domain/payments/states.ts';
import type { SubscriptionState } from '#shared/domain/subscriptions/states.ts';
import { notSeized, permitForSale, type SaleFacts } from '#shared/domain/units/sale-conditions.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type Fen, fen, ONE_PPM, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';

/** What the legal guard of a deposit looks at, beside the permit of the unit. */
export type DepositTerms = { readonly deposit: Fen; readonly price: Fen; readonly capPpm: number };

/** The most that a deposit may be: `capPpm` of the price, to the fen not above it (Civil Code 586: 20 %). */
export function depositCap(price: Fen, capPpm: number): Fen {
  return fen(Number((BigInt(price) * BigInt(capPpm)) / BigInt(ONE_PPM)));
}

/**
 * The law on taking a deposit, as a refusal with its article, or undefined. Without a permit in force no money is taken
 * at all and nothing is subscribed (SPC 2); above the cap the excess is no deposit (Civil Code 586).
 */
export function depositRefusal(sale: SaleFacts, terms: DepositTerms): Refusal | undefined {
  const cap = depositCap(terms.price, terms.capPpm);
  return (
    permitForSale(sale) ??
    (terms.deposit > cap ? legalRefusal('DEPOSIT_OVER_CAP', 'civilCode586', { capFen: cap }) : undefined)
  );
}

/**
 * Why no money may be taken today for a home whose contract nobody has signed, or undefined: no permit in force (SPC 2), or
 * a seizure by a court. What is owed under a signed contract is taken all the same.
 */
export function takingRefusal(sale: SaleFacts, isSigned: boolean): Refusal | undefined {
  return isSigned ? undefined : (permitForSale(sale) ?? notSeized(sale));
}

/** A receipt as far as the deposit is concerned. */
export type DepositReceipt = { readonly item: ReceiptItem; readonly amount: Fen; readonly state: ReceiptState };

/** How a subscription's deposit stands. */
export type DepositFacts = {
  readonly due: Fen;
  readonly received: Fen;
  readonly remaining: Fen;
  /** 齐定: the whole deposit is in. A subscription without a deposit is complete at once. */
  readonly complete: boolean;
  /** All money taken on the subscription, deposit and price. */
  readonly receivedInAll: Fen;
};

/** How the deposit stands by the valid receipts. */
export function depositFacts(due: Fen, receipts: readonly DepositReceipt[]): DepositFacts {
  const valid = receipts.filter((receipt) => receipt.state === 'valid');
  const received = sumFen(valid.filter((receipt) => receipt.item === 'deposit').map((receipt) => receipt.amount));
  const receivedInAll = sumFen(valid.map((receipt) => receipt.amount));
  return {
    due,
    received,
    remaining: received >= due ? ZERO_FEN : subtractFen(due, received),
    complete: received >= due,
    receivedInAll,
  };
}

/** A subscription with the money that is here, or would be with what is about to be taken. */
type PaidSubscription = { readonly state: SubscriptionState; readonly due: Fen; readonly received: Fen };

/**
 * Money above the deposit makes a subscription a sale contract (SPC 5): a warning before it is taken and while it is here,
 * or undefined. Once a contract is drafted the money is that contract's, and nothing is warned of.
 */
export function aboveDepositWarning({ state, due, received }: PaidSubscription): Refusal | undefined {
  const agreed = state === 'approved' || state === 'depositComplete';
  return agreed && received > due
    ? legalRefusal('RECEIPTS_EXCEED_DEPOSIT', 'spcSale5', { receivedFen: received, dueFen: due })
    : undefined;
}
