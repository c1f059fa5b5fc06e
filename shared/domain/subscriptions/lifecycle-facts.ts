import type { Refusal } from '../../kernel/errors.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Fen } from '../../kernel/money.ts';
import { ZERO_FEN } from '../../kernel/money.ts';
import type { ContractState } from '../contracts/states.ts';
import type { FiledBand } from '../pricing/limits.ts';
import type { SaleFacts } from '../units/sale-conditions.ts';
import type { UnitCommercialState } from '../units/states.ts';
import type { SubscriptionEvent } from './lifecycle-events.ts';

/** What the guards of a subscription look at. Money in fen, rates in ppm, days of the office's calendar. */
export type SubscriptionFacts = SaleFacts & {
  readonly actorId: number | null;
  /** Who made and who submitted it; they do not review it. */
  readonly authorIds: readonly number[];
  /** Events for which the actor's own authority suffices or an approval is given. */
  readonly authorised: readonly SubscriptionEvent[];
  readonly unit: UnitCommercialState;
  /** The unit is locked, held, parked or booked for this customer by this office. */
  readonly unitIsOurs: boolean;
  readonly buyersComplete: boolean;
  /** Why the signatures of the buyers would not bind them; null where they would. */
  readonly signers: Refusal | null;
  readonly sensitiveConsent: boolean;
  readonly mortgageDisclosed: boolean;
  readonly priceFen: Fen;
  readonly filedBand: FiledBand;
  /** How far the price lies below the list price. */
  readonly belowListPpm: number;
  /** Within the consultant's price authority, or approved. */
  readonly priceAuthorised: boolean;
  readonly depositFen: Fen;
  /** Largest share of the price that a deposit may be: a setting, by law at most 200 000. */
  readonly depositCapPpm: number;
  readonly depositDueOn: LocalDate;
  readonly receivedFen: Fen;
  readonly signByOn: LocalDate;
  readonly terminationNoticeServed: boolean;
  /** What the office still owes back after the settlement of an exit. */
  readonly toReturnFen: Fen;
  readonly receiptsRecovered: boolean;
  readonly contract: ContractState | null;
  /** A supplementary agreement that all signed says so, of a contract that is signed. */
  readonly amended: boolean;
  /** For a change of unit: the other unit is free for this customer. */
  readonly targetFree: boolean;
  /** For a change of name: the proof of relationship is filed. */
  readonly nameProof: boolean;
};

/** Facts of a subscription about which nothing is known: nothing is complete, paid, proved or allowed. */
export function bareSubscriptionFacts(today: LocalDate): SubscriptionFacts {
  return {
    today,
    permit: null,
    spaceRight: 'titled',
    encumbrance: 'none',
    lenderConsent: null,
    dischargeBeforeSigning: false,
    filedPriceFen: null,
    pricePublished: false,
    actorId: null,
    authorIds: [],
    authorised: [],
    unit: 'available',
    unitIsOurs: false,
    buyersComplete: false,
    signers: null,
    sensitiveConsent: false,
    mortgageDisclosed: false,
    priceFen: ZERO_FEN,
    filedBand: { belowPpm: 0, abovePpm: 0 },
    belowListPpm: 0,
    priceAuthorised: false,
    depositFen: ZERO_FEN,
    depositCapPpm: 200_000,
    depositDueOn: today,
    receivedFen: ZERO_FEN,
    signByOn: today,
    terminationNoticeServed: false,
    toReturnFen: ZERO_FEN,
    receiptsRecovered: true,
    contract: null,
    amended: false,
    targetFree: false,
    nameProof: false,
  };
}
