import { addDays, dayOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** An agency's report of a customer (渠道报备). Instants in UTC ms. */
export type AgencyReport = {
  readonly agencyId: number;
  readonly acceptedAt: number;
  /** The customer had a protected owner when the report came: it was rejected as already ours. */
  readonly wasOurs: boolean;
};

/** A referral slip (老带新单); `consultantId` is the referrer's own consultant when he came along or named him. */
export type ReferralSlip = { readonly signedOn: LocalDate; readonly consultantId: number | null };

/** Settings `agencyReport` and `referralDays`. */
export type IntroductionRules = {
  readonly agencyReport: { readonly leadMinutes: number; readonly visitDays: number; readonly dealDays: number };
  readonly referralDays: number;
};

/** True when a report counts for an arrival: accepted long enough before it, not too long ago, and for somebody new. */
export function agencyReportHolds(report: AgencyReport, arrivedAt: number, rules: IntroductionRules): boolean {
  const { leadMinutes, visitDays } = rules.agencyReport;
  const early = report.acceptedAt + leadMinutes * 60_000 <= arrivedAt;
  return early && dayOf(arrivedAt) <= addDays(dayOf(report.acceptedAt), visitDays) && !report.wasOurs;
}

/** The report that counts among several: the first accepted one that holds. */
export function firstReport(
  reports: readonly AgencyReport[],
  arrivedAt: number,
  rules: IntroductionRules,
): AgencyReport | undefined {
  return reports
    .filter((report) => agencyReportHolds(report, arrivedAt, rules))
    .toSorted((a, b) => a.acceptedAt - b.acceptedAt)[0];
}

/** True while an agency's visit still earns its fee at a subscription (A_deal). The consultant stays in any case. */
export function agencyEarnsFee(visitedOn: LocalDate, subscribedOn: LocalDate, rules: IntroductionRules): boolean {
  return subscribedOn <= addDays(visitedOn, rules.agencyReport.dealDays);
}

/** True when a referral slip counts on the day of arrival: signed before or on it, and not too long ago. */
export function referralHolds(slip: ReferralSlip, day: LocalDate, rules: IntroductionRules): boolean {
  return slip.signedOn <= day && day <= addDays(slip.signedOn, rules.referralDays);
}
