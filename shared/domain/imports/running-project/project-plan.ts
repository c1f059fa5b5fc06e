import type { Area } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { LineShare } from '../../payments/allocation.ts';
import type { PlanLine } from '../../plans/expand.ts';
import type { NamedPlan } from '../../plans/naming.ts';
import type { PlanTemplate } from '../../plans/template.ts';
import type { UnitCommercialState } from '../../units/states.ts';
import type { ContractRecord, CustomerRecord, ProjectProblem, ReceiptRecord, SubscriptionRecord } from './records.ts';
import type { Figures } from './totals.ts';

/** A home of the office. */
export type KnownHome = {
  readonly id: number;
  readonly label: string;
  readonly building: string;
  readonly entrance: string;
  readonly floor: number;
  readonly roomNo: string;
  readonly state: UnitCommercialState;
  /** Under a pre-sale permit. */
  readonly covered: boolean;
  readonly listPrice: Fen | null;
  readonly builtArea: Area;
};

/** A person of the office. */
export type KnownAccount = { readonly id: number; readonly name: string; readonly active: boolean };
/** A customer of the office. */
export type KnownCustomer = { readonly id: number; readonly name: string };

/** What the office has already, as far as the lists could touch it. */
export type OfficeFacts = {
  readonly today: LocalDate;
  readonly homes: readonly KnownHome[];
  readonly accounts: readonly KnownAccount[];
  readonly byPhone: ReadonlyMap<string, KnownCustomer>;
  /** By kind and number, as {@link identityKey} writes them. */
  readonly byIdentity: ReadonlyMap<string, KnownCustomer>;
  /** Numbers of papers that the office has given. */
  readonly numbers: {
    readonly subscriptions: ReadonlySet<string>;
    readonly contracts: ReadonlySet<string>;
    readonly receipts: ReadonlySet<string>;
    readonly filings: ReadonlySet<string>;
  };
  readonly signingDays: number;
  readonly planTemplates: readonly PlanTemplate[];
};

/** By what two identity documents are the same. */
export function identityKey({ kind, number }: NonNullable<CustomerRecord['identity']>): string {
  return `${kind} ${number}`;
}

/** A customer to be taken over: a new one, or somebody whom the office knows. */
export type PlannedCustomer = {
  readonly record: CustomerRecord;
  readonly knownId: number | null;
  readonly ownerId: number | null;
};

/** Where a deal stands when it is taken over. */
export type TakenState = 'approved' | 'depositComplete' | 'signed' | 'filed';

/** A receipt to be taken over, with the lines it was taken for. */
export type PlannedReceipt = {
  readonly record: ReceiptRecord;
  /** Index among the planned customers. */
  readonly payer: number;
  /** null for whoever imports. */
  readonly cashierId: number | null;
  readonly shares: readonly LineShare[];
};

/** A deal to be taken over, from its subscription to the last fen. */
export type PlannedDeal = {
  readonly subscription: SubscriptionRecord;
  readonly contract: ContractRecord | null;
  readonly home: KnownHome;
  readonly buyers: readonly { readonly customer: number; readonly sharePpm: number }[];
  readonly consultantId: number;
  readonly listPrice: Fen;
  readonly deposit: Fen;
  readonly signBy: LocalDate;
  readonly named: NamedPlan;
  readonly lines: readonly PlanLine[];
  readonly receipts: readonly PlannedReceipt[];
  readonly received: Fen;
  readonly open: Fen;
  readonly state: TakenState;
};

/** What would be made of the lists of a running project, and everything that is wrong with them. */
export type ProjectPlan = {
  readonly customers: readonly PlannedCustomer[];
  readonly deals: readonly PlannedDeal[];
  readonly figures: Figures;
  readonly problems: readonly ProjectProblem[];
};
