import type { ErrorCode, ErrorParams } from '#shared/kernel/errors.ts';
import type { IdentityKind } from '#shared/kernel/identity-number.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { Channel } from '../../customers/states.ts';
import type { PaymentMethod } from '../../payments/states.ts';
import type { PlanItem } from '../../plans/states.ts';
import type { ProjectField, ProjectSheet } from './sheets.ts';
import type { OwnTotals } from './totals.ts';

/** Where something is written: the list among those that were read, and the row as a spreadsheet counts it. */
export type At = { readonly table: number; readonly row: number };

/** Something that is wrong or doubtful in one of the lists; an `error` keeps all of them out. */
export type ProjectProblem = {
  /** The list among those that were read; null for all of them. */
  readonly table: number | null;
  readonly row: number | null;
  readonly field: ProjectField | null;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly severity: 'error' | 'warning';
};

/** A home as a list writes it; the floor is null where there is no column for it. */
export type HomePlace = {
  readonly building: string;
  readonly entrance: string;
  readonly floor: number | null;
  readonly roomNo: string;
};

/** A customer of the lists. */
export type CustomerRecord = At & {
  readonly code: string;
  readonly name: string;
  readonly phone: string | null;
  readonly secondPhone: string | null;
  readonly identity: { readonly kind: IdentityKind; readonly number: string } | null;
  readonly address: string;
  readonly channel: Channel;
  readonly consultant: string;
  readonly registeredOn: LocalDate | null;
};

/** A live subscription of the lists, under the number of its old paper. */
export type SubscriptionRecord = At & {
  readonly number: string;
  readonly home: HomePlace;
  readonly buyers: readonly string[];
  /** In ppm; null for equal shares. */
  readonly shares: readonly number[] | null;
  readonly consultant: string;
  readonly subscribedOn: LocalDate;
  readonly signBy: LocalDate | null;
  readonly listPrice: Fen | null;
  readonly price: Fen;
  /** What was agreed; null for what was received. */
  readonly deposit: Fen | null;
  /** The payment plan as the list writes it: a plan of the office, or words for a kind; empty for what the money says. */
  readonly plan: string;
};

/** What names a deal in the other lists: the number of its subscription or contract, or its home. */
export type DealName = { readonly number: string; readonly home: HomePlace | null };

/** A signed contract of the lists. */
export type ContractRecord = At & {
  readonly number: string;
  readonly deal: DealName;
  readonly signedOn: LocalDate;
  readonly price: Fen;
  readonly filingNumber: string;
  readonly filedOn: LocalDate | null;
};

/** Money that the office took. */
export type ReceiptRecord = At & {
  /** Empty where the old office gave none: the receipt takes the next of this office. */
  readonly number: string;
  readonly deal: DealName;
  readonly receivedOn: LocalDate;
  readonly item: PlanItem;
  readonly method: PaymentMethod;
  readonly amount: Fen;
  readonly payer: string;
  readonly reference: string;
  readonly cashier: string;
};

/** What is still owed on a deal, line by line. */
export type BalanceRecord = At & {
  readonly deal: DealName;
  readonly item: PlanItem;
  readonly dueOn: LocalDate;
  readonly open: Fen;
};

/** Everything that the lists of a running project say. */
export type ProjectRecords = {
  readonly customers: readonly CustomerRecord[];
  readonly subscriptions: readonly SubscriptionRecord[];
  readonly contracts: readonly ContractRecord[];
  readonly receipts: readonly ReceiptRecord[];
  readonly balances: readonly BalanceRecord[];
  /** What the office counts by its own books, as far as the lists say it. */
  readonly totals: OwnTotals;
  /** Lists that are there, though they may have no rows. */
  readonly given: readonly ProjectSheet[];
};
