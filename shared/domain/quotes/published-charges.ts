import type { Fen } from '#shared/kernel/money.ts';
import type { UnitUse } from '../units/states.ts';
import { type ExpenseKind, type OptionalCharge, optionalCharges } from './expenses.ts';
import type { ByUse } from './fees.ts';

/** For which homes of a building something holds: dwellings, everything else, or all of them. */
export const chargedUses = ['home', 'otherUse', 'all'] as const;
/** For which homes something holds. */
export type ChargedUse = (typeof chargedUses)[number];

/** Charges that are told with the price (收费项目): what is collected beside it, taxes aside; and what may be bought. */
export const publishedChargeKinds = [
  'maintenanceFund',
  'registration',
  'mortgageRegistration',
  'propertyFee',
  ...optionalCharges,
] as const satisfies readonly ExpenseKind[];
/** Kind of such a charge. */
export type PublishedChargeKind = (typeof publishedChargeKinds)[number];

/** One charge: `amount` for each m², for each m² and month, or for a case. */
export type PublishedCharge = {
  readonly kind: PublishedChargeKind;
  readonly use: ChargedUse;
  readonly amount: Fen;
  readonly per: ChargePer;
};

/** What an amount is for. */
export const chargePers = ['squareMetre', 'squareMetreMonth', 'case'] as const;
/** What an amount is for. */
export type ChargePer = (typeof chargePers)[number];

/** What the office's settings say of these charges on a day. */
export type PublishedRates = Readonly<
  Record<'maintenanceFund' | 'registrationFee' | 'mortgageRegistrationFee' | 'propertyFee', ByUse<Fen>>
> & { readonly optionalCharges: Readonly<Record<OptionalCharge, Fen>> };

/** True where dwellings or other uses are among the homes of a building. */
export function usesAmong(uses: readonly UnitUse[]): ('home' | 'otherUse')[] {
  return (['home', 'otherUse'] as const).filter((use) => uses.some((one) => (one === 'home') === (use === 'home')));
}

/**
 * The charges that go with the prices of a building, by the uses of its homes: the same amount for all of them once, and
 * what comes to nothing left out. What is not told may not be collected (明码标价).
 */
export function publishedCharges(uses: readonly UnitUse[], rates: PublishedRates): PublishedCharge[] {
  const among = usesAmong(uses);
  const byUse = (kind: PublishedChargeKind, amounts: ByUse<Fen>, per: ChargePer): PublishedCharge[] => {
    const rows = among.map((use): PublishedCharge => ({ kind, use, amount: amounts[use], per }));
    const [first] = rows;
    const same = first !== undefined && rows.every(({ amount }) => amount === first.amount);
    return same ? [{ ...first, use: 'all' }] : rows;
  };
  return [
    ...byUse('maintenanceFund', rates.maintenanceFund, 'squareMetre'),
    ...byUse('registration', rates.registrationFee, 'case'),
    ...byUse('mortgageRegistration', rates.mortgageRegistrationFee, 'case'),
    ...byUse('propertyFee', rates.propertyFee, 'squareMetreMonth'),
    ...optionalCharges.map(
      (kind): PublishedCharge => ({ kind, use: 'all', amount: rates.optionalCharges[kind], per: 'case' }),
    ),
  ].filter(({ amount }) => amount > 0);
}
