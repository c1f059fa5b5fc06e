import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** What the registry is to be told of an agreement: what it changes, or that the filing falls with the contract. */
export const filingActs = ['refile', 'cancelFiling'] as const;
/** What the registry is to be told. */
export type FilingAct = (typeof filingActs)[number];

/** An agreement in force of which the registry has not been told. */
export type FilingToTell = {
  readonly agreementId: number;
  readonly contractId: number;
  readonly number: string;
  readonly unit: string;
  readonly act: FilingAct;
  readonly dueOn: LocalDate;
};

/**
 * Until when the filing of a contract that was ended is cancelled: within the days that the city pack gives for changes,
 * counted from the last signature under the agreement.
 */
export function cancelFilingBy(signedOn: LocalDate, days: number): LocalDate {
  return addDays(signedOn, days);
}
