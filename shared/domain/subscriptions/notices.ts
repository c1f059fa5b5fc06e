import type { Refusal } from '#shared/kernel/errors.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { legalRefusal } from '../lifecycle.ts';

/** Notices to the buyers of a deal: to come and sign (签约通知书), and that the deal ends otherwise (终止通知书). */
export const dealNoticeKinds = ['signingNotice', 'terminationNotice'] as const;
/** Kind of a notice to the buyers of a deal. */
export type DealNoticeKind = (typeof dealNoticeKinds)[number];

/** First part of the number of each kind. */
export const prefixOfNotice = {
  signingNotice: 'QT',
  terminationNotice: 'ZT',
} as const satisfies Record<DealNoticeKind, string>;

/** Ways in which a notice is served (送达方式). */
export const serviceMethods = ['inPerson', 'courier', 'registeredPost', 'message', 'publication'] as const;
/** Way in which a notice is served. */
export type ServiceMethod = (typeof serviceMethods)[number];

/** Ways that leave a number by which the service is proved. */
const tracked: readonly ServiceMethod[] = ['courier', 'registeredPost'];

/** True for a way of serving that leaves a number by which it is proved. */
export function leavesTracking(method: ServiceMethod): boolean {
  return tracked.includes(method);
}

/** A notice of a deal as its rules see it. */
export type DealNotice = {
  readonly kind: DealNoticeKind;
  readonly signBy: LocalDate;
  readonly graceDays: number;
  readonly writtenOn: LocalDate;
  readonly servedOn: LocalDate | null;
  readonly voided: boolean;
};

/** A deal as far as its notices are concerned. */
export type NoticedDeal = {
  readonly signBy: LocalDate;
  /** It stands, and nobody has signed its contract. */
  readonly waitsForSigning: boolean;
  /** A court has seized its home: its periods stand still, and nobody is called or given notice. */
  readonly seized: boolean;
  readonly notices: readonly DealNotice[];
};

/** The notice of a kind that holds: of the day to sign that holds now, not voided; the newest. */
export function noticeThatHolds<N extends DealNotice>(
  { signBy, notices }: { readonly signBy: LocalDate; readonly notices: readonly N[] },
  kind: DealNoticeKind,
): N | undefined {
  return notices.findLast((one) => one.kind === kind && !one.voided && one.signBy === signBy);
}

/** The settings `noticeDays` and `terminationDays`. */
export type NoticeRules = { readonly noticeDays: number };

/** The day from which the buyers of a deal may be reminded to sign. */
export function noticeFrom(signBy: LocalDate, { noticeDays }: NoticeRules): LocalDate {
  return addDays(signBy, -noticeDays);
}

/**
 * Why a notice cannot be issued now, or undefined: nobody waits for a signing, the home is seized, it is too early, it is
 * out already, or a termination before the day has passed or before the buyers were asked to come.
 */
export function issuingRefusal(
  deal: NoticedDeal,
  kind: DealNoticeKind,
  today: LocalDate,
  rules: NoticeRules,
): Refusal | undefined {
  if (!deal.waitsForSigning) return { code: 'NOTICE_NOTHING_TO_SIGN' };
  if (deal.seized) return legalRefusal('UNIT_SEIZED', 'urbanRealEstate38');
  if (noticeThatHolds(deal, kind) !== undefined) return { code: 'NOTICE_ISSUED' };
  if (kind === 'signingNotice') {
    const from = noticeFrom(deal.signBy, rules);
    return today < from ? { code: 'NOTICE_TOO_EARLY', params: { fromOn: from } } : undefined;
  }
  if (today <= deal.signBy) return legalRefusal('SIGNING_NOT_OVERDUE', 'civilCode587', { dueOn: deal.signBy });
  const called = noticeThatHolds(deal, 'signingNotice');
  return called === undefined || called.servedOn === null ? { code: 'SIGNING_NOTICE_FIRST' } : undefined;
}

/** How and when a notice was served. */
export type Service = { readonly method: ServiceMethod; readonly servedOn: LocalDate; readonly trackingNo: string };

/** Why a service cannot be entered, or undefined: it is there, it lies outside what can be, or its proof is missing. */
export function servingRefusal(
  notice: DealNotice,
  { method, servedOn, trackingNo }: Service,
  today: LocalDate,
): Refusal | undefined {
  if (notice.voided) return { code: 'NOTICE_VOIDED' };
  if (notice.servedOn !== null) return { code: 'NOTICE_SERVED' };
  if (servedOn < notice.writtenOn || servedOn > today)
    return { code: 'NOTICE_SERVED_WRONG_DAY', params: { fromOn: notice.writtenOn, todayOn: today } };
  return leavesTracking(method) && trackingNo.trim() === '' ? { code: 'NOTICE_TRACKING_MISSING' } : undefined;
}

/** How a deal stands with its termination: not served, running until a day, or over, so that the deal may be ended. */
export type TerminationStanding =
  | { readonly state: 'notServed' }
  | { readonly state: 'running'; readonly untilOn: LocalDate }
  | { readonly state: 'over' };

/** How a deal stands with its termination notice: the days after the service have to pass whole. */
export function terminationStanding(
  deal: Pick<NoticedDeal, 'signBy' | 'notices'>,
  today: LocalDate,
): TerminationStanding {
  const notice = noticeThatHolds(deal, 'terminationNotice');
  if (notice === undefined || notice.servedOn === null) return { state: 'notServed' };
  const untilOn = addDays(notice.servedOn, notice.graceDays);
  return today > untilOn ? { state: 'over' } : { state: 'running', untilOn };
}
