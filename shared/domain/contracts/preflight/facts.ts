import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { FiledBand } from '../../pricing/limits.ts';
import type { LenderConsent, SalePermit } from '../../units/sale-conditions.ts';
import type { UnitEncumbrance } from '../../units/states.ts';
import type { ManagementRecord } from '../make-draft.ts';
import type { ContractText } from '../text/contract-text.ts';
import type { ContractForm } from '../text/forms.ts';

/** What the check compares the contract with: the office's records and settings as they are today. */
export type PreflightFacts = {
  /** The text that the contract is printed in. */
  readonly text: ContractText;
  /** The form that the records ask for now. */
  readonly form: ContractForm;
  readonly today: LocalDate;
  /** Everybody has signed: what is about the signing itself is settled. */
  readonly signed: boolean;
  /** The paper by which it is sold: the permit, or the filing of completion or the first title of what stands. */
  readonly permit: (SalePermit & { readonly number: string }) | null;
  readonly encumbrance: UnitEncumbrance;
  readonly lenderConsent: LenderConsent | null;
  readonly dischargeBeforeSigning: boolean;
  /** The unit is in the hands of this very deal (subscribed or drafting for it). */
  readonly unitHeldForDeal: boolean;
  /** Number of another live contract of the unit, or null. */
  readonly otherContract: string | null;
  readonly listPrice: Fen | null;
  readonly filedPrice: Fen | null;
  readonly filedBand: FiledBand;
  /** What of the price came on top of the home, such as a fit-out; the filed band is about the home alone. */
  readonly addOns?: Fen;
  /** What the build-up of the deal ends in; null where it has none. */
  readonly builtUpPrice: Fen | null;
  /** Totals are rounded to whole yuan or more. */
  readonly totalRounded: boolean;
  readonly supervisedAccount: { readonly bank: string; readonly name: string; readonly number: string };
  readonly depositReceived: Fen;
  readonly depositCapPpm: number;
  readonly minimumDownPaymentPpm: number;
  readonly maximumLoanPpm: number;
  /** Reference rate that interest of the seller may not undercut, yearly, in ppm. */
  readonly referencePpm: number;
  readonly filingLimitDays: number;
  /** The registry's table shows the unit under a permit. */
  readonly unitCovered: boolean;
  /** Each buyer needs an eligibility certificate (限购). */
  readonly eligibilityNeeded: boolean;
  /** The day by which the filed planning has the facilities of the project ready; null where nobody entered it. */
  readonly facilitiesDueOn: LocalDate | null;
  /** The early-stage management as the office recorded it; null while nobody has. */
  readonly management: ManagementRecord | null;
  /** The city asks for the maintenance fund before signing; paid or not. */
  readonly maintenanceFund: { readonly asked: boolean; readonly paid: boolean };
  /** The template of the draft is approved and in force. */
  readonly templateActive: boolean;
  /** The buyers were told of the terms that weigh on them, as these stand now, and signed that they were. */
  readonly weightyTermsShown: boolean;
  /** Earlier contract of the same unit that was cancelled, or null. */
  readonly cancelledContract: { readonly number: string; readonly cancelledOn: LocalDate } | null;
};
