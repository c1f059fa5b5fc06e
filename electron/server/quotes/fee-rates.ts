import type { ExpenseKind } from '#shared/domain/quotes/expenses.ts';
import type { FeeRates } from '#shared/domain/quotes/fees.ts';
import type { SettingKey } from '#shared/domain/settings/registry.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What the office's settings say of taxes and fees on a day; without one, today. */
export function feeRates({ setting }: Pick<QueryContext, 'setting'>, day?: LocalDate): FeeRates {
  return {
    deedTax: setting('deedTax', day),
    smallHome: setting('deedTaxSmallHome', day),
    maintenanceFund: setting('maintenanceFund', day),
    registrationFee: setting('registrationFee', day),
    stampDuty: setting('stampDuty', day),
    propertyFee: setting('propertyFee', day),
    propertyFeeMonths: setting('propertyFeeMonths', day),
  };
}

/** Which setting each expense is reckoned by; the price is by none. */
export const settingOfExpense = {
  deedTax: 'deedTax',
  stampDuty: 'stampDuty',
  maintenanceFund: 'maintenanceFund',
  registration: 'registrationFee',
  propertyFee: 'propertyFee',
  mortgageRegistration: 'mortgageRegistrationFee',
  insurance: 'optionalCharges',
  notary: 'optionalCharges',
  agency: 'optionalCharges',
} as const satisfies Record<Exclude<ExpenseKind, 'homePrice'>, SettingKey>;
