import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type ConsentPurpose, consentPurposes } from './states.ts';

/** Purposes that the law asks for apart from everything else (PIPL art. 23, 29): nobody agrees to them by the way. */
export const separatePurposes: readonly ConsentPurpose[] = ['sensitive', 'sharing'];

/** What a person has said to a purpose: nothing yet, yes, or no longer. */
export const consentStandings = ['none', 'given', 'withdrawn'] as const;
/** What a person has said to a purpose. */
export type ConsentStanding = (typeof consentStandings)[number];

/** One line of what was agreed. */
export type ConsentLine = { readonly purpose: ConsentPurpose; readonly withdrawnOn: LocalDate | null };

/** How a person stands to each purpose, by all that was ever said. */
export function standingsOf(lines: readonly ConsentLine[]): Record<ConsentPurpose, ConsentStanding> {
  const standingOf = (purpose: ConsentPurpose): ConsentStanding => {
    const own = lines.filter((line) => line.purpose === purpose);
    if (own.length === 0) return 'none';
    return own.some(({ withdrawnOn }) => withdrawnOn === null) ? 'given' : 'withdrawn';
  };
  const [service, followUp, marketing, sensitive, sharing] = consentPurposes.map(standingOf);
  return {
    service: service ?? 'none',
    followUp: followUp ?? 'none',
    marketing: marketing ?? 'none',
    sensitive: sensitive ?? 'none',
    sharing: sharing ?? 'none',
  };
}

/**
 * True while somebody may be called by the office's own plan. Whoever withdrew it is called no more, but for a deal that
 * is under way, which cannot be carried out without a word.
 */
export function mayBeCalled(followUp: ConsentStanding, hasDeal: boolean): boolean {
  return followUp !== 'withdrawn' || hasDeal;
}
