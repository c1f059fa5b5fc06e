import { addMonths, type LocalDate } from '#shared/kernel/local-date.ts';

/** For how long what is kept of people is kept, by what they were to the office (保存期限). */
export type RetentionTerms = {
  readonly visitorMonths: number;
  readonly leadMonths: number;
  readonly cancelledYears: number;
  readonly contractYears: number;
  readonly moneyYears: number;
};

/** What a person was to the office: who still buys has no term yet. */
export const retentionClasses = ['visitor', 'lead', 'cancelled', 'contract', 'live'] as const;
/** What a person was to the office. */
export type RetentionClass = (typeof retentionClasses)[number];

/** A deal of a person as far as its end matters: `endedOn` is null while it lives. */
export type RetentionDeal = {
  readonly signed: boolean;
  readonly endedOn: LocalDate | null;
};

/** What decides how long a person's data are kept. */
export type RetentionFacts = {
  readonly lastContactOn: LocalDate;
  /** Somebody wrote down what was said with them: more than a visitor. */
  readonly followedUp: boolean;
  readonly deals: readonly RetentionDeal[];
  /** The day of the last valid receipt; null where no money came. */
  readonly lastMoneyOn: LocalDate | null;
};

/** How long a person's data are kept: until when, and their papers of money; null while there is no end in sight. */
export type Retention = {
  readonly class: RetentionClass;
  readonly dueOn: LocalDate | null;
  readonly papersUntil: LocalDate | null;
};

const YEAR = 12;

/**
 * Class and term of a person. A live deal has none; contracts count from the end of the last of them, cancelled
 * subscriptions from theirs, everybody else from the last contact. The longest term of several deals wins.
 */
export function retentionOf(facts: RetentionFacts, terms: RetentionTerms): Retention {
  const papersUntil = facts.lastMoneyOn === null ? null : addMonths(facts.lastMoneyOn, terms.moneyYears * YEAR);
  if (facts.deals.some(({ endedOn }) => endedOn === null)) return { class: 'live', dueOn: null, papersUntil };
  const termOf = ({ signed, endedOn }: RetentionDeal): LocalDate | null =>
    endedOn === null ? null : addMonths(endedOn, (signed ? terms.contractYears : terms.cancelledYears) * YEAR);
  const own = contactTerm(facts, terms);
  const last =
    [own.dueOn, ...facts.deals.map(termOf)]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? own.dueOn;
  const kind = facts.deals.some(({ signed }) => signed) ? 'contract' : facts.deals.length > 0 ? 'cancelled' : own.class;
  return { class: kind, dueOn: last, papersUntil };
}

function contactTerm({ followedUp, lastContactOn }: RetentionFacts, terms: RetentionTerms) {
  const kind = followedUp ? ('lead' as const) : ('visitor' as const);
  return { class: kind, dueOn: addMonths(lastContactOn, followedUp ? terms.leadMonths : terms.visitorMonths) };
}

/** True once a person's data are due to be deleted. */
export function isDue({ dueOn }: Retention, today: LocalDate): boolean {
  return dueOn !== null && dueOn <= today;
}

/**
 * Until when the law keeps the office from deleting although the person asks for it; null where nothing does. Whoever
 * never had a deal can be forgotten at once.
 */
export function keptByLawUntil(retention: Retention, today: LocalDate): LocalDate | 'live' | null {
  if (retention.class === 'live') return 'live';
  if (retention.class === 'visitor' || retention.class === 'lead') return null;
  return retention.dueOn !== null && retention.dueOn > today ? retention.dueOn : null;
}

/** A deal whose last money was taken on that day or before: the term of its receipts is over. */
export function lastMoneyEnded(terms: Pick<RetentionTerms, 'moneyYears'>, today: LocalDate): LocalDate {
  return addMonths(today, -terms.moneyYears * YEAR);
}
