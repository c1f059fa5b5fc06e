import { type Area, priceOfArea } from '#shared/kernel/area.ts';
import { type Fen, fen, ofPpm, sumFen } from '#shared/kernel/money.ts';
import type { UnitUse } from '../units/states.ts';
import type { HomeOrder } from './states.ts';

/** What a purchase costs beside the price (税费), in the order in which it is shown. */
export const feeKinds = ['deedTax', 'stampDuty', 'maintenanceFund', 'registration', 'propertyFee'] as const;
/** Kind of tax or fee. */
export type FeeKind = (typeof feeKinds)[number];

/**
 * One tax or fee with what it is reckoned from: `ratePpm` of the price, or `perSquareMetre` of the built area (`months`
 * for what is paid by the month), or an amount for each case where all three are null.
 */
export type Fee = {
  readonly kind: FeeKind;
  readonly ratePpm: number | null;
  readonly perSquareMetre: Fen | null;
  readonly months: number | null;
  readonly amount: Fen;
};

/** Amounts or rates for homes and for every other use. */
export type ByUse<Value> = { readonly home: Value; readonly otherUse: Value };

/** What the office's settings say of taxes and fees on a day. */
export type FeeRates = {
  readonly deedTax: {
    readonly standardPpm: number;
    readonly firstHome: { readonly smallHome: number; readonly largeHome: number };
    readonly secondHome: { readonly smallHome: number; readonly largeHome: number };
  };
  /** Up to how many m² of built area a home is small. */
  readonly smallHome: number;
  readonly maintenanceFund: ByUse<Fen>;
  readonly registrationFee: ByUse<Fen>;
  readonly stampDuty: ByUse<number>;
  readonly propertyFee: ByUse<Fen>;
  readonly propertyFeeMonths: number;
};

/** What is bought, as far as taxes and fees ask. */
export type Purchase = {
  readonly use: UnitUse;
  readonly builtArea: Area;
  readonly price: Fen;
  readonly homeOrder: HomeOrder;
};

const AREA_UNITS = 100;

/**
 * The rate of deed tax (契税税率): a family's first and second home pay less, by size; a further home and what is no home
 * pay what the province sets.
 */
export function deedTaxPpm({ use, builtArea, homeOrder }: Purchase, rates: FeeRates): number {
  if (use !== 'home' || homeOrder === 'further') return rates.deedTax.standardPpm;
  const bands = homeOrder === 'first' ? rates.deedTax.firstHome : rates.deedTax.secondHome;
  return builtArea <= rates.smallHome * AREA_UNITS ? bands.smallHome : bands.largeHome;
}

/**
 * Taxes and fees of a purchase by the rates of the day. Deed tax is on all of the price, fit-out and other add-ons
 * included; what comes to nothing is left out.
 */
export function feesOf(purchase: Purchase, rates: FeeRates): Fee[] {
  const use = purchase.use === 'home' ? 'home' : 'otherUse';
  const byRate = (kind: FeeKind, ratePpm: number): Fee => ({
    kind,
    ratePpm,
    perSquareMetre: null,
    months: null,
    amount: ofPpm(purchase.price, ratePpm),
  });
  const byArea = (kind: FeeKind, perSquareMetre: Fen, months: number | null): Fee => ({
    kind,
    ratePpm: null,
    perSquareMetre,
    months,
    amount: priceOfArea(fen(perSquareMetre * (months ?? 1)), purchase.builtArea),
  });
  const registration = rates.registrationFee[use];
  return [
    byRate('deedTax', deedTaxPpm(purchase, rates)),
    byRate('stampDuty', rates.stampDuty[use]),
    byArea('maintenanceFund', rates.maintenanceFund[use], null),
    { kind: 'registration' as const, ratePpm: null, perSquareMetre: null, months: null, amount: registration },
    byArea('propertyFee', rates.propertyFee[use], rates.propertyFeeMonths),
  ].filter(({ amount }) => amount > 0);
}

/** All taxes and fees together. */
export function feesTogether(fees: readonly Fee[]): Fen {
  return sumFen(fees.map(({ amount }) => amount));
}
