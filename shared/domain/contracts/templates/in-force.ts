import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TemplateState } from './states.ts';

/** What decides whether a version is used on a day. */
export type VersionInUse = {
  readonly id: number;
  readonly state: TemplateState;
  readonly activeFrom: LocalDate | null;
  readonly retiredOn: LocalDate | null;
};

/**
 * True while contracts may be signed in a version on a day (P33): it was approved for use from that day or before, and not
 * taken out of use by then. A newer version beside it takes nothing from a contract that was drafted before.
 */
export function mayBeSigned({ activeFrom, retiredOn }: VersionInUse, day: LocalDate): boolean {
  return activeFrom !== null && activeFrom <= day && (retiredOn === null || retiredOn > day);
}

/** The version in which contracts are drafted on a day: of those in use, the one that came into use last. */
export function versionInForce<V extends VersionInUse>(versions: readonly V[], day: LocalDate): V | undefined {
  return versions
    .filter((one) => one.state === 'approved' && mayBeSigned(one, day))
    .toSorted((a, b) =>
      (a.activeFrom ?? day) < (b.activeFrom ?? day) ? 1 : a.activeFrom === b.activeFrom ? b.id - a.id : -1,
    )
    .at(0);
}
