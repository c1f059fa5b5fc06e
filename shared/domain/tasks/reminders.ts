import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { TaskParams } from './task.ts';

/** Kinds of reminders (提醒), in their order where they are equally urgent. */
export const reminderKinds = [
  'priceListMissing',
  'permitMissing',
  'staffMissing',
  'dayOpen',
  'contractSigned',
  'paymentOverdue',
  'unsigned',
  'protectionEnding',
  'permitEnding',
] as const;
/** Kind of a reminder. */
export type ReminderKind = (typeof reminderKinds)[number];

/** A payment of a plan whose day has passed and that is not whole. */
export type OverduePayment = {
  readonly subscriptionId: number;
  readonly unit: string;
  readonly item: string;
  readonly open: Fen;
  readonly dueOn: LocalDate;
};

/** A contract that was signed. */
export type SignedContract = {
  readonly contractId: number;
  readonly number: string;
  readonly unit: string;
  readonly signedOn: LocalDate;
};

/** What reminders are drawn from: already narrowed to what the person may see. */
export type ReminderFacts = {
  readonly today: LocalDate;
  /** Deals without a signed contract (认未签). */
  readonly unsigned: readonly { readonly price: Fen; readonly signByOn: LocalDate }[];
  /** Own deals whose contract was signed today. */
  readonly signed: readonly SignedContract[];
  readonly payments: readonly OverduePayment[];
  /** Last days on which own customers are still protected. */
  readonly protections: readonly LocalDate[];
  readonly permits: readonly { readonly number: string; readonly validTo: LocalDate }[];
  /** Days that nobody has closed, the oldest first; none for whoever does not close days. */
  readonly daysOpen: readonly LocalDate[];
  /** What a new office has so far; null where another post sees to it. */
  readonly opening: {
    readonly units: number | null;
    /** Buildings with units and without a pre-sale permit. */
    readonly uncovered: number | null;
    readonly people: number | null;
  };
};

/** Something to keep in mind that is nobody's single act: a figure with a deadline. Derived, never stored. */
export type Reminder = {
  readonly kind: ReminderKind;
  /** The record to look at; null where it is about several. */
  readonly subscriptionId: number | null;
  readonly contractId: number | null;
  readonly dueOn: LocalDate;
  readonly params: TaskParams;
};

/** How many overdue payments are named one by one, and how early an end of protection or of a permit is called out. */
const NAMED_PAYMENTS = 3;
const PROTECTION_DAYS = 2;
const UNSIGNED_DAYS = 7;
const PERMIT_DAYS = 60;

/** The reminders of a person, the most urgent first. */
export function remindersOf(facts: ReminderFacts): Reminder[] {
  const all = [
    ...opening(facts),
    ...openDays(facts),
    ...signed(facts),
    ...overduePayments(facts),
    ...unsigned(facts),
    ...protections(facts),
    ...permits(facts),
  ];
  return all.toSorted(
    (a, b) =>
      a.dueOn.localeCompare(b.dueOn, 'en') ||
      reminderKinds.indexOf(a.kind) - reminderKinds.indexOf(b.kind) ||
      (a.subscriptionId ?? a.contractId ?? 0) - (b.subscriptionId ?? b.contractId ?? 0),
  );
}

/** The first steps of a new office: without a price list, a permit and people nothing can be sold. */
function opening({ opening: { units, uncovered, people }, today }: ReminderFacts): Reminder[] {
  const step = (kind: ReminderKind, missing: boolean, params: TaskParams = {}): Reminder[] =>
    missing ? [{ kind, subscriptionId: null, contractId: null, dueOn: today, params }] : [];
  return [
    ...step('priceListMissing', units === 0),
    ...step('permitMissing', uncovered !== null && uncovered > 0, { count: uncovered }),
    ...step('staffMissing', people !== null && people <= 1),
  ];
}

/** Days before today that were not closed. */
function openDays({ daysOpen, today }: ReminderFacts): Reminder[] {
  const over = daysOpen.filter((day) => day < today);
  const [first] = over;
  if (first === undefined) return [];
  const params = { day: first, count: over.length };
  return [{ kind: 'dayOpen', subscriptionId: null, contractId: null, dueOn: first, params }];
}

/** Good news of the day: the consultant hears that a contract of theirs is signed. */
function signed({ signed: contracts }: ReminderFacts): Reminder[] {
  return contracts.map(({ contractId, number, unit, signedOn }) => ({
    kind: 'contractSigned',
    subscriptionId: null,
    contractId,
    dueOn: signedOn,
    params: { number, unit },
  }));
}

function overduePayments({ payments }: ReminderFacts): Reminder[] {
  const oldest = payments.toSorted(
    (a, b) => a.dueOn.localeCompare(b.dueOn, 'en') || a.subscriptionId - b.subscriptionId,
  );
  return oldest.slice(0, NAMED_PAYMENTS).map(({ subscriptionId, unit, item, open, dueOn }) => ({
    kind: 'paymentOverdue',
    subscriptionId,
    contractId: null,
    dueOn,
    params: { unit, item, openFen: open },
  }));
}

/** Subscribed and not signed (认未签): how many, worth how much, how many of them within seven days. */
function unsigned({ unsigned: deals, today }: ReminderFacts): Reminder[] {
  const [first] = deals.map(({ signByOn }) => signByOn).toSorted();
  if (first === undefined) return [];
  const soon = deals.filter(({ signByOn }) => signByOn <= addDays(today, UNSIGNED_DAYS)).length;
  const amountFen = sumFen(deals.map(({ price }) => price));
  return [
    {
      kind: 'unsigned',
      subscriptionId: null,
      contractId: null,
      dueOn: first,
      params: { count: deals.length, amountFen, soon },
    },
  ];
}

function protections({ protections, today }: ReminderFacts): Reminder[] {
  const ending = protections.filter((last) => last >= today && last <= addDays(today, PROTECTION_DAYS)).toSorted();
  const [first] = ending;
  return first === undefined
    ? []
    : [
        {
          kind: 'protectionEnding',
          subscriptionId: null,
          contractId: null,
          dueOn: first,
          params: { count: ending.length },
        },
      ];
}

function permits({ permits, today }: ReminderFacts): Reminder[] {
  return permits
    .filter(({ validTo }) => validTo <= addDays(today, PERMIT_DAYS))
    .map(({ number, validTo }) => ({
      kind: 'permitEnding',
      subscriptionId: null,
      contractId: null,
      dueOn: validTo,
      params: { number },
    }));
}
