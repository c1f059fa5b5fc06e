import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts';
import { bringsDeals, type PartnerAgreementKind, type PartnerAgreementState } from './states.ts';

/** How much an agreement allows; null where it sets no bound. */
export type Quota = { readonly quotaUnits: number | null; readonly quotaAmount: Fen | null };

/** A deal on the account of an agreement; one that ended gives its part of the quota back. */
export type QuotaDeal = { readonly price: Fen; readonly ended: boolean };

/** What of a quota is used (management 1.13: active subscriptions and contracts, net); left is null without a bound. */
export type QuotaUse = {
  readonly units: number;
  readonly amount: Fen;
  /** Deals that ended. */
  readonly ended: number;
  readonly unitsLeft: number | null;
  readonly amountLeft: Fen | null;
};

/** What some deals use of a quota. Nothing is left of one that is overdrawn. */
export function quotaUse({ quotaUnits, quotaAmount }: Quota, deals: readonly QuotaDeal[]): QuotaUse {
  const live = deals.filter(({ ended }) => !ended);
  const units = live.length;
  const amount = sumFen(live.map(({ price }) => price));
  return {
    units,
    amount,
    ended: deals.length - units,
    unitsLeft: quotaUnits === null ? null : Math.max(0, quotaUnits - units),
    amountLeft: quotaAmount === null ? null : fen(Math.max(0, quotaAmount - amount)),
  };
}

/** An agreement as whoever puts a deal on its account looks at it. */
export type AgreementForDeals = Quota & {
  readonly number: string;
  readonly kind: PartnerAgreementKind;
  readonly state: PartnerAgreementState;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
};

/**
 * Why a deal can't be put on the account of an agreement; undefined when it can. One that is over takes no new deal and
 * keeps those it has (management 1.13).
 */
export function dealRefusal(
  agreement: AgreementForDeals,
  deal: { readonly subscribedOn: LocalDate; readonly price: Fen; readonly ended: boolean },
  use: QuotaUse,
): Refusal | undefined {
  const { number, kind, state, fromOn, toOn } = agreement;
  if (!bringsDeals(kind)) return { code: 'PARTNER_BRINGS_NO_DEALS', params: { number } };
  if (state !== 'active') return { code: 'PARTNER_NOT_ACTIVE', params: { state } };
  if (deal.ended) return { code: 'PARTNER_DEAL_ENDED' };
  if (deal.subscribedOn < fromOn || deal.subscribedOn > toOn)
    return { code: 'PARTNER_NOT_IN_FORCE', params: { number, fromOn, toOn } };
  if (use.unitsLeft === 0) return { code: 'PARTNER_QUOTA_UNITS_USED', params: { number, units: use.units } };
  if (use.amountLeft !== null && deal.price > use.amountLeft)
    return { code: 'PARTNER_QUOTA_AMOUNT_USED', params: { number, leftFen: use.amountLeft, priceFen: deal.price } };
  return undefined;
}
