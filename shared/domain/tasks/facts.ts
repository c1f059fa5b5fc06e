import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { Post } from '../accounts/posts.ts';
import type { FilingToTell } from '../agreements/filings.ts';
import type { ApprovalKind } from '../approvals/kinds.ts';
import type { CaseKind, CaseStep } from '../cases/states.ts';
import type { UnsignedContractState } from '../contracts/states.ts';
import type { Department } from '../custody/places.ts';
import type { CustomerRating, CustomerState } from '../customers/states.ts';
import type { DocumentKindName, DocumentState } from '../documents/states.ts';
import type { LaunchState } from '../launches/states.ts';
import type { RenewalStage } from '../partner-agreements/renewal.ts';
import type { SubscriptionState } from '../subscriptions/states.ts';

/** A customer whom somebody looks after. */
export type CustomerFact = {
  readonly customerId: number;
  readonly name: string;
  readonly ownerId: number | null;
  readonly rating: CustomerRating;
  readonly state: CustomerState;
  readonly nextFollowUpOn: LocalDate | null;
};

/** Guests in the hall for longer than guests usually stay. */
export type GuestFact = {
  readonly visitId: number;
  readonly name: string;
  readonly receivedBy: number;
  readonly receivedAt: number;
  /** When one asks whether they have left, UTC ms. */
  readonly askAt: number;
};

/** A live lock. Instants in UTC ms. */
export type LockFact = {
  readonly unitId: number;
  readonly unit: string;
  readonly accountId: number;
  readonly expiresAt: number;
};

/** A live hold for somebody or something; a unit parked for an approval is none. */
export type HoldFact = {
  readonly unitId: number;
  readonly unit: string;
  readonly accountId: number;
  readonly customer: string | null;
  readonly expiresAt: number;
};

/** A small booking whose money is in and that still keeps its home. */
export type BookingFact = {
  readonly unitId: number;
  readonly number: string;
  readonly unit: string;
  readonly consultantId: number;
  readonly customer: string;
  readonly expiresAt: number;
};

/** A release that is planned. */
export type ReleaseFact = {
  readonly releaseId: number;
  readonly number: string;
  readonly name: string;
  readonly units: number;
  /** UTC ms. */
  readonly plannedAt: number;
};

/** A launch that is not over. */
export type LaunchFact = {
  readonly launchId: number;
  readonly name: string;
  readonly state: Exclude<LaunchState, 'ended'>;
  /** UTC ms. */
  readonly opensAt: number;
};

/** An intent whose earnest money the launch waits for. */
export type UnpaidIntentFact = {
  readonly customerId: number;
  readonly customer: string;
  readonly consultantId: number;
  readonly queueNo: number;
  readonly amount: Fen;
  /** When the launch opens, UTC ms. */
  readonly opensAt: number;
};

/** A home that was picked at a launch and is kept for its subscription. */
export type PickFact = {
  readonly unitId: number;
  readonly unit: string;
  readonly customer: string;
  readonly consultantId: number;
  readonly expiresAt: number;
};

/** A pending approval. */
export type ApprovalFact = {
  readonly approvalId: number;
  readonly kind: ApprovalKind;
  readonly unit: string;
  /** The first buyer, where a deal is asked about. */
  readonly customer: string | null;
  /** What is asked, in the measure of its kind. */
  readonly amount: number;
  readonly requestedBy: number;
  readonly requester: string;
  /** The posts that may decide it now. */
  readonly deciders: readonly Post[];
  readonly expiresAt: number;
};

/** A live subscription. */
export type SubscriptionFact = {
  readonly subscriptionId: number;
  readonly number: string;
  readonly unit: string;
  readonly state: SubscriptionState;
  readonly consultantId: number;
  /** The first buyer. */
  readonly buyer: string;
  readonly price: Fen;
  readonly depositDueOn: LocalDate;
  readonly depositRemaining: Fen;
  readonly signByOn: LocalDate;
};

/** A contract that nobody has signed to its end. */
export type ContractFact = {
  readonly contractId: number;
  readonly number: string;
  readonly unit: string;
  /** The first buyer. */
  readonly buyer: string;
  readonly state: UnsignedContractState;
  readonly price: Fen;
  readonly consultantId: number;
  readonly draftedBy: number;
  readonly submittedBy: number | null;
  /** Name of whoever handed it in; empty before. */
  readonly submitter: string;
  /** The day by which it must be signed by the terms of its subscription. */
  readonly signByOn: LocalDate;
  /** A court has seized its home: its day to sign stands still. */
  readonly seized: boolean;
  /** A reviewer sent it back, and it has not been handed in again. */
  readonly returned: boolean;
  readonly openDefects: number;
  /** The level whose turn it is; `post` is asked, null when nobody of the office may review it. */
  readonly review: {
    readonly level: number;
    readonly levels: number;
    readonly post: Post | null;
    /** Who wrote or reviewed it: nobody of them is asked. */
    readonly notAccountIds: readonly number[];
  } | null;
  /** Signatures that have been taken, of how many. */
  readonly signatures: number;
  readonly signers: number;
};

/** What a signed deal owes by now: the buyers' own lines, a loan is the bank's and has a case of its own. */
export type PaymentFact = {
  readonly subscriptionId: number;
  readonly unit: string;
  readonly buyer: string;
  readonly consultantId: number;
  readonly open: Fen;
  /** The day on which the oldest of it was due. */
  readonly dueOn: LocalDate;
};

/** An open case of the warrants. */
export type CaseTaskFact = {
  readonly caseId: number;
  readonly kind: CaseKind;
  readonly step: CaseStep;
  /** What the office calls the step; empty where the program's word will do. */
  readonly stepName: string;
  readonly returned: boolean;
  readonly unit: string;
  readonly buyer: string;
  readonly responsibleId: number | null;
  /** Who gave it to the one who is responsible, while nothing else has happened since. */
  readonly assignedBy: string | null;
  /** The day by which its step must be left. */
  readonly dueOn: LocalDate;
};

/** A refund that was agreed to and is not paid out. */
export type RefundFact = {
  readonly refundId: number;
  readonly number: string;
  readonly unit: string;
  readonly payee: string;
  readonly amount: Fen;
  /** The day by which the office pays back, counted from the asking. */
  readonly dueOn: LocalDate;
};

/** Money of a deal that ends for which nobody asks any more: its refund was rejected, withdrawn or came back. */
export type RefundUnaskedFact = {
  readonly changeId: number;
  readonly number: string;
  readonly unit: string;
  readonly requestedBy: number;
  readonly amount: Fen;
  /** The day by which the office pays back, counted from the last asking. */
  readonly dueOn: LocalDate;
};

/** A paper whose number is taken; one that stays `issuing` was interrupted. */
export type DocumentFact = {
  readonly documentId: number;
  readonly kind: DocumentKindName;
  readonly number: string;
  readonly state: DocumentState;
  readonly issuedBy: number;
  readonly issuedAt: number;
};

/** A contract that all have signed and whose originals nobody has handed on. */
export type UndistributedFact = {
  readonly contractId: number;
  readonly number: string;
  readonly unit: string;
  readonly signedOn: LocalDate;
};

/** Copies of a contract that were lent to somebody and were to be back by a day that has passed. */
export type OverdueOriginalFact = {
  readonly contractId: number;
  readonly number: string;
  readonly borrowerId: number;
  readonly borrower: string;
  readonly backOn: LocalDate;
};

/** A contract with a partner whose last day is near or past. */
export type PartnerAgreementFact = {
  readonly agreementId: number;
  readonly number: string;
  readonly partner: string;
  readonly ownerId: number;
  readonly toOn: LocalDate;
  readonly stage: RenewalStage;
};

/** A conflict about a customer that waits for its ruling. `openedAt` in UTC ms. */
export type RulingFact = {
  readonly rulingId: number;
  readonly number: string;
  readonly openedAt: number;
  readonly parties: readonly number[];
};

/** A transfer of documents that nobody has answered. */
export type TransferFact = {
  readonly transferId: number;
  readonly number: string;
  readonly fromDepartment: Department;
  readonly toDepartment: Department;
  readonly sentBy: number;
  readonly sentOn: LocalDate;
};

/** A contract of which a buyer's copy waits with the office: since when it is filed, and until when they were told to come. */
export type CollectFact = {
  readonly contractId: number;
  readonly number: string;
  readonly unit: string;
  readonly filedOn: LocalDate | null;
  readonly collectBy: LocalDate | null;
};

/** Everything that the rules of tasks look at. `now` in UTC ms; `signingSoonDays` is the setting. */
export type TaskFacts = {
  readonly now: number;
  readonly today: LocalDate;
  readonly signingSoonDays: number;
  readonly customers: readonly CustomerFact[];
  readonly guests: readonly GuestFact[];
  readonly locks: readonly LockFact[];
  readonly holds: readonly HoldFact[];
  readonly bookings: readonly BookingFact[];
  readonly approvals: readonly ApprovalFact[];
  readonly subscriptions: readonly SubscriptionFact[];
  readonly contracts: readonly ContractFact[];
  readonly documents: readonly DocumentFact[];
  readonly payments: readonly PaymentFact[];
  readonly refunds: readonly RefundFact[];
  readonly refundsUnasked: readonly RefundUnaskedFact[];
  readonly cases: readonly CaseTaskFact[];
  readonly releases: readonly ReleaseFact[];
  readonly partnerAgreements: readonly PartnerAgreementFact[];
  readonly launches: readonly LaunchFact[];
  readonly unpaidIntents: readonly UnpaidIntentFact[];
  readonly picks: readonly PickFact[];
  readonly undistributed: readonly UndistributedFact[];
  readonly filingsToTell: readonly FilingToTell[];
  readonly overdueOriginals: readonly OverdueOriginalFact[];
  readonly rulings: readonly RulingFact[];
  /** Rulings that were appealed against; `openedAt` is when, and whoever ruled first counts as a party. */
  readonly appeals: readonly RulingFact[];
  readonly transfers: readonly TransferFact[];
  /** Days within which a transfer is answered. */
  readonly transferAnswerDays: number;
  readonly toCollect: readonly CollectFact[];
};

/** Facts of an office in which nothing is going on. */
export function quietOffice(now: number, today: LocalDate): TaskFacts {
  return {
    now,
    today,
    signingSoonDays: 2,
    customers: [],
    guests: [],
    locks: [],
    holds: [],
    bookings: [],
    approvals: [],
    subscriptions: [],
    contracts: [],
    documents: [],
    payments: [],
    refunds: [],
    refundsUnasked: [],
    cases: [],
    releases: [],
    partnerAgreements: [],
    launches: [],
    unpaidIntents: [],
    picks: [],
    undistributed: [],
    filingsToTell: [],
    overdueOriginals: [],
    rulings: [],
    appeals: [],
    transfers: [],
    transferAnswerDays: 3,
    toCollect: [],
  };
}
