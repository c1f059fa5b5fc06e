import type { LocalDate } from '../../kernel/local-date.ts';
import { type Fen, ZERO_FEN } from '../../kernel/money.ts';
import type { Post } from '../accounts/posts.ts';
import type { ContractState } from '../contracts/states.ts';
import type { KeepingLaunch } from '../launches/states.ts';
import type { Allotment } from '../releases/allotment.ts';
import type { SubscriptionState } from '../subscriptions/states.ts';
import type { UnitEvent } from './events.ts';
import type { HoldPurpose } from './leases.ts';
import { type ClaimPolicy, defaultClaimPolicy } from './lock-policy.ts';
import type { SaleFacts } from './sale-conditions.ts';
import type { UnitCommercialState, UnitLegalState, UnitPostSaleState } from './states.ts';

/** Who asks, and from which terminal. `null` accountId is the office itself: the sweep that ends what has run out. */
export type UnitActor = { readonly accountId: number | null; readonly post: Post | null; readonly terminal: string };

/** The live lock of the unit: a lease of minutes, tied to a person and a terminal. */
export type UnitLock = {
  readonly accountId: number;
  readonly terminal: string;
  readonly expiresAt: number;
  readonly renewals: number;
};

/** The live hold of the unit. `overHold` tells that an approval is parked over an earlier hold, which comes back. */
export type UnitHold = {
  readonly purpose: HoldPurpose;
  readonly customerId: number | null;
  readonly expiresAt: number;
  readonly overHold: boolean;
};

/** The live small booking of the unit; `parked` while an approval or a review is open over it. */
export type UnitBooking = { readonly customerId: number; readonly expiresAt: number; readonly parked: boolean };

/**
 * What the guards of the commercial axis look at. A deal decides before its unit: `subscription` and `contract` are the
 * states that they have after their own decision in the same transaction.
 */
export type UnitFacts = SaleFacts & {
  readonly now: number;
  readonly actor: UnitActor;
  readonly policy: ClaimPolicy;
  /** Events for which the actor's own authority suffices or an approval is given. */
  readonly authorised: readonly UnitEvent[];
  /** For whom the event is wanted; null while a screen only asks what is possible. */
  readonly customerId: number | null;
  readonly lock: UnitLock | null;
  /** Labels of the units that the actor has locked, from any terminal. */
  readonly locksOfActor: readonly string[];
  /** What is locked from this terminal, and by whom. */
  readonly lockOfTerminal: { readonly unit: string; readonly by: string } | null;
  readonly hold: UnitHold | null;
  /** It is parked for a small booking that waits for its agreement or its money. */
  readonly bookingAsked: boolean;
  /** It is parked for a deal that is to move to it. */
  readonly moveAsked: boolean;
  /** The team to which a release gave the unit, and the team of whoever asks; empty for none. */
  readonly allotment: Allotment | null;
  readonly teamOfActor: string;
  /** The launch that keeps the home for its pick desks; null where none does, and for what is picked there. */
  readonly launch: KeepingLaunch | null;
  readonly booking: UnitBooking | null;
  /** Name of the colleague who has the unit now by a lock, a hold or a deal. */
  readonly takenBy: string | null;
  /** Since when the unit is in the state it is in, UTC ms. */
  readonly takenAt: number | null;
  /** State before the unit was frozen or taken off sale. */
  readonly cameFrom: UnitCommercialState | null;
  readonly everHadDeal: boolean;
  readonly subscription: SubscriptionState | null;
  readonly contract: ContractState | null;
  readonly legal: UnitLegalState;
  readonly postSale: UnitPostSaleState;
  readonly bookingMoneyReceived: boolean;
  /** Money of the customer that the office still has to give back. */
  readonly toReturnFen: Fen;
  readonly receiptsRecovered: boolean;
  readonly loanOpen: boolean;
  /** Price of the contract less what was received. */
  readonly balanceFen: Fen;
};

/** Facts of a unit about which nothing is known: nobody has it, nothing is allowed, nothing is paid. */
export function bareUnitFacts(now: number, today: LocalDate, actor: UnitActor): UnitFacts {
  return {
    now,
    today,
    actor,
    policy: defaultClaimPolicy,
    authorised: [],
    customerId: null,
    permit: null,
    spaceRight: 'titled',
    encumbrance: 'none',
    lenderConsent: null,
    dischargeBeforeSigning: false,
    filedPriceFen: null,
    pricePublished: false,
    lock: null,
    locksOfActor: [],
    lockOfTerminal: null,
    hold: null,
    bookingAsked: false,
    moveAsked: false,
    allotment: null,
    teamOfActor: '',
    launch: null,
    booking: null,
    takenBy: null,
    takenAt: null,
    cameFrom: null,
    everHadDeal: false,
    subscription: null,
    contract: null,
    legal: 'notCovered',
    postSale: 'none',
    bookingMoneyReceived: false,
    toReturnFen: ZERO_FEN,
    receiptsRecovered: true,
    loanOpen: false,
    balanceFen: ZERO_FEN,
  };
}
