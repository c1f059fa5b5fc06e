import type { LocalDate } from '../../kernel/local-date.ts';
import { type Fen, ZERO_FEN } from '../../kernel/money.ts';
import type { FiledBand } from '../pricing/limits.ts';
import type { SubscriptionState } from '../subscriptions/states.ts';
import type { SaleFacts } from '../units/sale-conditions.ts';
import type { ContractEvent } from './events.ts';
import type { NeededFile } from './needed-files.ts';

/** What the guards of a contract look at. Money in fen, days of the office's calendar. */
export type ContractFacts = SaleFacts & {
  readonly actorId: number | null;
  /** Who drafted and who submitted it; they do not review it. */
  readonly authorIds: readonly number[];
  /** Who passed the earlier levels of the present review. */
  readonly reviewerIds: readonly number[];
  /** Levels of the review that remain after the actor's. */
  readonly levelsLeft: number;
  /** Events for which the actor's own authority suffices or an approval is given. */
  readonly authorised: readonly ContractEvent[];
  /** State of the subscription; converted while the contract lives. */
  readonly subscription: SubscriptionState | null;
  readonly priceFen: Fen;
  /** The price without add-ons: what the band of the filed price is about. */
  readonly housePriceFen: Fen;
  readonly filedBand: FiledBand;
  readonly paymentLinesFen: Fen;
  /** Open points of the contract check that a review waits for: all but what is shown to the buyers before the print. */
  readonly openPreflight: number;
  /** The buyers were told of the terms that weigh on them, as these stand now. */
  readonly weightyTermsShown: boolean;
  /** Defects that a reviewer found and nobody has corrected. */
  readonly openDefects: number;
  readonly templateApproved: boolean;
  /** The list of required files with what of it is there. */
  readonly files: readonly NeededFile[];
  /** Hash of what was reviewed equals the hash of what stands there now. */
  readonly unchangedSinceReview: boolean;
  /** Printed copies of earlier versions that are still outside. */
  readonly copiesOutstanding: number;
  readonly firstPaymentFen: Fen;
  readonly receivedFen: Fen;
  readonly signaturesComplete: boolean;
  readonly filingNumberEntered: boolean;
  /** Places where the net-signed contract differs from our data. */
  readonly registryDifferences: number;
  /** The registry shows neither net-signing nor filing of this contract. */
  readonly registryClear: boolean;
  /** The agreement to terminate is signed, or a judgment is final. */
  readonly terminationPapers: boolean;
  readonly loanOpen: boolean;
  readonly toReturnFen: Fen;
  readonly originalsRecovered: boolean;
};

/** Facts of a contract about which nothing is known: nothing is complete, reviewed, paid or allowed. */
export function bareContractFacts(today: LocalDate): ContractFacts {
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
    reviewerIds: [],
    levelsLeft: 0,
    authorised: [],
    subscription: null,
    priceFen: ZERO_FEN,
    housePriceFen: ZERO_FEN,
    filedBand: { belowPpm: 0, abovePpm: 0 },
    paymentLinesFen: ZERO_FEN,
    openPreflight: 0,
    weightyTermsShown: false,
    openDefects: 0,
    templateApproved: false,
    files: [],
    unchangedSinceReview: false,
    copiesOutstanding: 0,
    firstPaymentFen: ZERO_FEN,
    receivedFen: ZERO_FEN,
    signaturesComplete: false,
    filingNumberEntered: false,
    registryDifferences: 0,
    registryClear: true,
    terminationPapers: false,
    loanOpen: false,
    toReturnFen: ZERO_FEN,
    originalsRecovered: true,
  };
}
