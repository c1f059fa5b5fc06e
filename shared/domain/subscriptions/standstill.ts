import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';

/** A line of the plan as far as it is still owed. */
type OwedLine = { readonly position: number; readonly dueOn: LocalDate; readonly open: number };

/** The days of a deal that nobody has signed yet. */
type RunningDays = { readonly signBy: LocalDate; readonly lines: readonly OwedLine[] };

/**
 * The days of an unsigned deal once a seizure of its home is lifted: the day to sign, and every day on which something is
 * still owed, is later by as many days as the seizure lasted (custom). Meanwhile its periods stand still: the office takes
 * no money and signs nothing, so that the buyers are late through no fault of theirs (Civil Code 589 and 590), the deal
 * does not lapse for a deposit that was refused, no notice counts down, and nothing is forfeited. Whoever wants to leave
 * meanwhile is let out by a cancellation. Null where it was lifted on its first day.
 */
export function daysAfterSeizure(
  { signBy, lines }: RunningDays,
  { seizedOn, liftedOn }: { readonly seizedOn: LocalDate; readonly liftedOn: LocalDate },
): { readonly signBy: LocalDate; readonly dueOn: ReadonlyMap<number, LocalDate>; readonly days: number } | null {
  const days = daysBetween(seizedOn, liftedOn);
  if (days <= 0) return null;
  const owed = lines.filter(({ open }) => open > 0);
  return {
    signBy: addDays(signBy, days),
    dueOn: new Map(owed.map(({ position, dueOn }) => [position, addDays(dueOn, days)])),
    days,
  };
}
