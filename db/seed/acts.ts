import type { Channel, CustomerRating } from '#shared/domain/customers/states.ts';
import type { PaymentMethod } from '#shared/domain/payments/states.ts';
import type { HoldPurpose } from '#shared/domain/units/leases.ts';
import type { OffSaleUse } from '#shared/domain/units/off-sale.ts';
import type { FollowUpMethod } from '#shared/domain/visits/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { BuildingPlan } from './homes.ts';
import type { StaffName } from './people.ts';

/** A customer of the plan; others name it by its index. */
export type CustomerPlan = {
  readonly name: string;
  readonly phone: string;
  readonly identityNumber: string;
  readonly address: string;
  readonly channel: Channel;
  readonly intent: string;
  readonly owner: StaffName;
};

/** A sale of the plan. `unit` is the index of its home in the plan's list. */
export type DealPlan = {
  readonly customer: number;
  /** The spouse who buys with them, or null. */
  readonly with: number | null;
  readonly unit: number;
  readonly consultant: StaffName;
  /** Code of the payment plan. */
  readonly planCode: string;
  /** How far below list it is asked for, ppm; 0 at list. */
  readonly discountPpm: number;
  readonly reason: string;
  readonly method: PaymentMethod;
};

/** A price batch of the plan: which floors of which building, by how much, and whether it was agreed to at once. */
export type PriceBatchPlan = {
  readonly building: number;
  readonly name: string;
  readonly floorFrom: number | null;
  readonly ratePpm: number;
  readonly reason: string;
  /** Days after it is asked for. */
  readonly inDays: number;
  readonly agreed: boolean;
};

/** Steps of a contract over the desks, in their order; one that a reviewer does not pass is sent back instead. */
export const contractSteps = [
  'draft',
  'fill',
  'submit',
  'firstReview',
  'secondReview',
  'lastReview',
  'issue',
  'print',
  'pay',
  'sign',
  'file',
] as const;
/** What is done with a contract at a desk. */
export type ContractStep =
  | (typeof contractSteps)[number]
  | 'sendBack'
  | 'correctOne'
  | 'drop'
  | 'distribute'
  | 'amend'
  | 'end'
  | 'unwind';

/** What the buyers of a deal ask to be changed; `unit` is the index of the home that they would rather have. */
export type ChangeWish =
  | { readonly kind: 'unitChange'; readonly unit: number }
  | { readonly kind: 'signingExtension' | 'cancellation' };

/** One thing that somebody does. */
export type Deed =
  | { readonly do: 'list' | 'open'; readonly building: number }
  | { readonly do: 'lapse'; readonly building: number }
  | {
      readonly do: 'register';
      readonly customer: number;
      readonly kind: 'call' | 'visit';
      readonly by: StaffName;
      readonly rating: CustomerRating;
      readonly partySize: number;
      readonly notes: string;
    }
  | { readonly do: 'leave'; readonly customer: number; readonly by: StaffName }
  | {
      readonly do: 'followUp';
      readonly customer: number;
      readonly method: FollowUpMethod;
      readonly content: string;
      readonly rating: CustomerRating;
      readonly nextOn: LocalDate | null;
    }
  | { readonly do: 'quote'; readonly customer: number; readonly unit: number; readonly onTime: boolean }
  | { readonly do: 'subscribe'; readonly deal: number }
  | { readonly do: 'decide'; readonly deal: number; readonly by: StaffName; readonly decision: 'approve' | 'reject' }
  | { readonly do: 'takeDeposit'; readonly deal: number; readonly share: 'whole' | 'half' }
  | { readonly do: 'voidDeposit'; readonly deal: number }
  | { readonly do: 'issueBook'; readonly deal: number }
  | { readonly do: 'cancel' | 'expire' | 'forfeit' | 'draft' | 'sign' | 'file' | 'settle'; readonly deal: number }
  | { readonly do: 'askChange'; readonly deal: number; readonly change: ChangeWish }
  | { readonly do: 'decideChange'; readonly deal: number; readonly decision: 'approve' | 'sendBack' }
  | { readonly do: 'payBack'; readonly deal: number }
  | { readonly do: 'contract'; readonly deal: number; readonly step: ContractStep }
  | { readonly do: 'work'; readonly deal: number; readonly round: number }
  | { readonly do: 'lock'; readonly unit: number; readonly by: StaffName }
  | { readonly do: 'book'; readonly unit: number; readonly customer: number }
  | {
      readonly do: 'hold';
      readonly unit: number;
      readonly by: StaffName;
      readonly purpose: Exclude<HoldPurpose, 'approval' | 'launchPick'>;
      readonly customer: number | null;
      readonly until: LocalDate;
      readonly reason: string;
    }
  | { readonly do: 'freeze'; readonly unit: number; readonly reason: string }
  | { readonly do: 'takeOffSale'; readonly unit: number; readonly use: OffSaleUse; readonly reason: string }
  | { readonly do: 'writeHandbook' | 'checkControl' | 'keepArchive' | 'ruleConflicts' }
  | { readonly do: 'releaseForLaunch'; readonly building: number; readonly fromFloor: number; readonly toFloor: number }
  | { readonly do: 'planRelease' | 'describe' | 'measure'; readonly building: number }
  | { readonly do: 'dividePhases' }
  | { readonly do: 'changePrices'; readonly batch: PriceBatchPlan }
  | { readonly do: 'sweep' };

/** A deed with its instant, UTC ms. */
export type Act = Deed & { readonly at: number };

/** Everything that is going to happen in a generated office, in the order of time. */
export type OfficePlan = {
  readonly openedAt: number;
  readonly buildings: readonly BuildingPlan[];
  readonly customers: readonly CustomerPlan[];
  readonly deals: readonly DealPlan[];
  readonly acts: readonly Act[];
};
