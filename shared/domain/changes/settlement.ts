import type { Refusal } from '#shared/kernel/errors.ts';
import { type Fen, fen, ofPpm, subtractFen } from '#shared/kernel/money.ts';
import { legalRefusal } from '../lifecycle.ts';
import type { ArticleKey } from '../settings/articles.ts';
import { depositCap } from '../subscriptions/deposit.ts';

/** Why a deal ends before its contract: the seller's doing, the buyer's, or nobody's. The law settles each otherwise. */
export const exitCauses = ['seller', 'buyer', 'nobody'] as const;
/** Why a deal ends before its contract. */
export type ExitCause = (typeof exitCauses)[number];

/**
 * What each cause rests on: whoever took the deposit and is in breach returns it (and owes it twice, where it is claimed);
 * whoever gave it and is in breach cannot claim it back; where nobody is at fault it is returned.
 */
export const articleOfCause = {
  seller: 'civilCode587',
  buyer: 'civilCode587',
  nobody: 'spcSale4',
} as const satisfies Record<ExitCause, ArticleKey>;

/** A deal that ends, as far as its money is concerned. */
export type EndingDeal = {
  /** What is held of it now: deposit and price. */
  readonly held: Fen;
  /** How much of that was taken as the deposit. */
  readonly deposit: Fen;
  readonly price: Fen;
  /** Largest share of the price that counts as a deposit: a setting, by law at most 200 000. */
  readonly capPpm: number;
};

/** How the money of a deal that ends is settled: held = kept + back, to the fen. */
export type Settlement = { readonly kept: Fen; readonly back: Fen };

/** The most that may be kept: the deposit as far as it is one (Civil Code 586), when the buyer is in breach; else nothing. */
export function mostKept({ held, deposit, price, capPpm }: EndingDeal, cause: ExitCause): Fen {
  if (cause !== 'buyer') return fen(0);
  return fen(Math.min(held, deposit, depositCap(price, capPpm)));
}

/** Settles a deal that ends: what is kept of it is kept, all else goes back. */
export function settlementOf({ held }: EndingDeal, keep: Fen): Settlement {
  // What cannot be kept is refused elsewhere; it is shown as far as it is here.
  const kept = fen(Math.min(keep, held));
  return { kept, back: subtractFen(held, kept) };
}

/** Why so much cannot be kept, or undefined: without the buyer's breach nothing is, and never more than the deposit. */
export function settlementRefusal(deal: EndingDeal, cause: ExitCause, keep: Fen): Refusal | undefined {
  if (keep === 0) return undefined;
  if (cause !== 'buyer') return legalRefusal('NOTHING_TO_KEEP', articleOfCause[cause]);
  const most = mostKept(deal, cause);
  return keep < 0 || keep > most ? legalRefusal('KEPT_ABOVE_DEPOSIT', 'civilCode586', { mostFen: most }) : undefined;
}

/**
 * The most that is kept as a penalty when the buyers of a signed contract are in breach: the share of the price that the
 * contract agrees (article 8), and never more than their own money; without such a share their own money alone.
 */
export function mostPenalty({
  price,
  ownMoney,
  agreedPpm,
}: {
  readonly price: Fen;
  readonly ownMoney: Fen;
  readonly agreedPpm: number | null;
}): Fen {
  return agreedPpm === null ? ownMoney : fen(Math.min(ownMoney, ofPpm(price, agreedPpm)));
}
