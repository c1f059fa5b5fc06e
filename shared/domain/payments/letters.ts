import type { Refusal } from '#shared/kernel/errors.ts';
import { addDays, addMonths, type LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen } from '#shared/kernel/money.ts';
import type { FieldValues } from '../contracts/fields/catalogue.ts';
import { legalRefusal } from '../lifecycle.ts';
import { isLoan } from '../plans/states.ts';
import { leavesTracking, type ServiceMethod } from '../subscriptions/notices.ts';
import type { SettledLine } from './allocation.ts';
import { type Overdue, overdueOf } from './overdue.ts';

/** Letters to the buyers about money of a deal: what is due (缴款通知书), a demand (催款函), a rescission (解除通知书). */
export const paymentLetterKinds = ['paymentNotice', 'overdueDemand', 'rescissionNotice'] as const;
/** Kind of a letter about money. */
export type PaymentLetterKind = (typeof paymentLetterKinds)[number];

/** First part of the number of each kind. */
export const prefixOfLetter = {
  paymentNotice: 'FK',
  overdueDemand: 'CK',
  rescissionNotice: 'JC',
} as const satisfies Record<PaymentLetterKind, string>;

/** What a contract agrees for late payment (art. 8): rates a day in parts per million, and the days after which one may rescind. */
export type LateTerms = { readonly bandDays: number; readonly ratePpm: number; readonly laterRatePpm: number };

/** What a contract agrees for late payment; null where it does so in words of its own, which nobody can reckon by. */
export function lateTermsOf({
  paymentDelayRule,
  paymentBandDays,
  paymentRate,
  paymentLaterRate,
}: Pick<FieldValues, 'paymentDelayRule' | 'paymentBandDays' | 'paymentRate' | 'paymentLaterRate'>): LateTerms | null {
  if (paymentDelayRule !== 'bands' || paymentBandDays === null || paymentRate === null) return null;
  return { bandDays: paymentBandDays, ratePpm: paymentRate, laterRatePpm: paymentLaterRate ?? paymentRate };
}

/** A line of the plan with what letters ask of it. */
export type LetterLine = SettledLine & {
  /** Since when its amount is disputed; null where nobody disputes it. */
  readonly disputedOn: LocalDate | null;
  /** The day of the contract, where a relief put the line off. */
  readonly contractDueOn: LocalDate | null;
  /** Penalty that had accrued by the day on which a relief put it off: due beside what accrues from the later day. */
  readonly penaltyKept: Fen;
  /** What of its penalty was waived. */
  readonly penaltyWaived: Fen;
};

/**
 * How late a line is and what that costs by the contract: within the agreed days one rate, past them the later one from
 * the first day (art. 8: the two are not added up). What had accrued before the line was put off stays part of the penalty,
 * what was waived is no part of it any more.
 */
export function latenessOf(line: LetterLine, today: LocalDate, terms: LateTerms): Overdue {
  const rules = { overduePenaltyPpm: terms.ratePpm, overduePenaltyDays: terms.bandDays };
  const within = overdueOf(line, today, rules);
  const late =
    within.days <= terms.bandDays
      ? within
      : overdueOf(line, today, { ...rules, overduePenaltyPpm: terms.laterRatePpm });
  return { ...late, penalty: fen(Math.max(0, late.penalty + line.penaltyKept - line.penaltyWaived)) };
}

/** One letter as the rules of the next see it. */
export type WrittenLetter = {
  readonly kind: PaymentLetterKind;
  readonly positions: readonly number[];
  readonly dueBy: LocalDate | null;
  /** The day on which it had reached every buyer; null before. */
  readonly arrivedOn: LocalDate | null;
  readonly voided: boolean;
};

/** A deal as far as letters about its money are concerned. */
export type LetterDeal = {
  /** It was agreed to and has not ended. */
  readonly stands: boolean;
  readonly seized: boolean;
  /** Both sides have signed its contract. */
  readonly signed: boolean;
  readonly accountKnown: boolean;
  readonly lines: readonly LetterLine[];
  readonly terms: LateTerms | null;
  readonly letters: readonly WrittenLetter[];
};

/** A letter that somebody wants to write: which lines it names, and the last day to pay. */
export type LetterAsk = {
  readonly kind: PaymentLetterKind;
  readonly positions: readonly number[];
  /** Null only for a rescission that takes effect on its arrival. */
  readonly dueBy: LocalDate | null;
};

/** The right to rescind lapses a year after it is known (Civil Code 564): the last day on which it can be used. */
export function lastDayToRescind(dueOn: LocalDate, { bandDays }: LateTerms): LocalDate {
  return addMonths(addDays(dueOn, bandDays + 1), 12);
}

/** Which demand (第几次催款) the next one of these lines is, from 1: voided ones do not count. */
export function roundOf(letters: readonly WrittenLetter[], positions: readonly number[]): number {
  const of = letters.filter((one) => one.kind === 'overdueDemand' && !one.voided);
  return of.filter((one) => one.positions.some((position) => positions.includes(position))).length + 1;
}

/** Why a kind of letter cannot be written for a deal at all now, or undefined. */
export function letterKindRefusal(deal: LetterDeal, kind: PaymentLetterKind, today: LocalDate): Refusal | undefined {
  if (!deal.stands) return { code: 'LETTER_DEAL_ENDED' };
  if (deal.seized) return legalRefusal('UNIT_SEIZED', 'urbanRealEstate38');
  const open = deal.lines.filter((line) => line.open > 0);
  if (open.length === 0) return { code: 'NOTHING_DUE' };
  if (!deal.accountKnown) return { code: 'LETTER_ACCOUNT_MISSING' };
  if (kind === 'paymentNotice') return undefined;
  if (!deal.signed) return { code: 'LETTER_NEEDS_CONTRACT' };
  if (deal.terms === null) return { code: 'LETTER_TERMS_OWN' };
  return open.some(({ item, dueOn }) => dueOn < today && !isLoan(item)) ? undefined : { code: 'LETTER_NOTHING_LATE' };
}

/** Why a letter cannot name a line, or undefined. */
export function letterLineRefusal(
  deal: LetterDeal,
  kind: PaymentLetterKind,
  position: number,
  today: LocalDate,
): Refusal | undefined {
  const line = deal.lines.find((one) => one.position === position);
  if (line === undefined || line.open === 0) return { code: 'LETTER_LINE_PAID', params: { position } };
  // The lender pays it, and its lateness is not the buyers': where a loan fails, the plan is changed first.
  if (isLoan(line.item)) return { code: 'LETTER_LOAN_LINE', params: { position } };
  if (kind === 'paymentNotice') return undefined;
  if (line.dueOn >= today) return { code: 'LETTER_LINE_NOT_LATE', params: { position, dueOn: line.dueOn } };
  if (line.disputedOn !== null) return { code: 'LETTER_LINE_DISPUTED', params: { position, sinceOn: line.disputedOn } };
  if (kind === 'overdueDemand' || deal.terms === null) return undefined;
  if (!latenessOf(line, today, deal.terms).rescindable)
    return {
      code: 'RESCISSION_TOO_EARLY',
      params: { position, days: deal.terms.bandDays, fromOn: addDays(line.dueOn, deal.terms.bandDays + 1) },
    };
  const lastOn = lastDayToRescind(line.dueOn, deal.terms);
  if (today > lastOn) return legalRefusal('RESCISSION_LAPSED', 'civilCode564', { position, lastOn });
  return wasDemanded(deal, position, today) ? undefined : { code: 'RESCISSION_DEMAND_FIRST', params: { position } };
}

/** True where a demand of the line reached every buyer and its last day to pay has gone by. */
function wasDemanded({ letters }: LetterDeal, position: number, today: LocalDate): boolean {
  return letters.some(
    (one) =>
      one.kind === 'overdueDemand' &&
      !one.voided &&
      one.positions.includes(position) &&
      one.arrivedOn !== null &&
      one.dueBy !== null &&
      one.dueBy < today,
  );
}

/**
 * Why a letter cannot be written, or undefined. A letter asks only the buyers' own money, of lines that are open; a demand and a
 * rescission rest on a signed contract and name late lines that nobody disputes; before a rescission comes a demand that
 * reached everybody, and it comes within the year of Civil Code 564.
 */
export function letterRefusal(deal: LetterDeal, ask: LetterAsk, today: LocalDate): Refusal | undefined {
  const refused = letterKindRefusal(deal, ask.kind, today);
  if (refused !== undefined) return refused;
  if (ask.positions.length === 0) return { code: 'LETTER_LINES_MISSING' };
  for (const position of ask.positions) {
    const line = letterLineRefusal(deal, ask.kind, position, today);
    if (line !== undefined) return line;
  }
  if (ask.dueBy === null) return ask.kind === 'rescissionNotice' ? undefined : { code: 'LETTER_DUE_MISSING' };
  return ask.dueBy < today ? { code: 'LETTER_DUE_PAST', params: { todayOn: today } } : undefined;
}

/** How and when a letter reached one buyer. */
export type LetterService = {
  readonly method: ServiceMethod;
  readonly sentOn: LocalDate;
  readonly servedOn: LocalDate;
  readonly trackingNo: string;
};

/** Why a service cannot be entered, or undefined: its days are not in order, or the number that proves it is missing. */
export function letterServiceRefusal(
  { writtenOn, voided }: { readonly writtenOn: LocalDate; readonly voided: boolean },
  { method, sentOn, servedOn, trackingNo }: LetterService,
  today: LocalDate,
): Refusal | undefined {
  if (voided) return { code: 'NOTICE_VOIDED' };
  if (sentOn < writtenOn || servedOn < sentOn || servedOn > today)
    return { code: 'LETTER_SERVICE_DAYS', params: { fromOn: writtenOn, todayOn: today } };
  return leavesTracking(method) && trackingNo.trim() === '' ? { code: 'NOTICE_TRACKING_MISSING' } : undefined;
}

/**
 * The day on which a letter had reached everybody: the latest of its services once there is one for each buyer; null while
 * one buyer has not had it, since a letter to one of two binds neither.
 */
export function arrivedOn(
  buyers: readonly number[],
  services: readonly { readonly customerId: number; readonly servedOn: LocalDate }[],
): LocalDate | null {
  const days = buyers.map((id) => services.find(({ customerId }) => customerId === id)?.servedOn);
  const known = days.filter((day) => day !== undefined);
  if (known.length < buyers.length || known.length === 0) return null;
  return known.reduce((latest, day) => (day > latest ? day : latest));
}

/** What follows from a rescission that arrived: the contract ends on a day, and until when the buyers may object. */
export type RescissionStanding = { readonly endsOn: LocalDate; readonly objectUntil: LocalDate };

/**
 * When a rescission takes effect (Civil Code 565): on its arrival or, where it sets a last period, at the end of that; the
 * days to object are counted from the arrival, and the home is not sold on before both have gone by.
 */
export function rescissionStanding(
  { arrivedOn: arrived, dueBy }: Pick<WrittenLetter, 'arrivedOn' | 'dueBy'>,
  objectionDays: number,
): RescissionStanding | null {
  if (arrived === null) return null;
  const endsOn = dueBy !== null && dueBy > arrived ? dueBy : arrived;
  return { endsOn, objectUntil: addDays(arrived, objectionDays) };
}
