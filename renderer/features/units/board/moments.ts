/** A release of the past: when, and how many units. */
export type Release = { readonly at: number; readonly units: number };

/** A mark of the time bar; the first release is the launch. */
export type Mark = Release & { readonly launch: boolean };

/** Marks closer than this share of the bar would print over each other. */
const APART = 0.14;

/**
 * The releases that the time bar marks: those of one day count as one, the launch first, then the largest that keep
 * their distance from each other and from the end, where now stands.
 */
export function marksOf(
  releases: readonly Release[],
  from: number,
  to: number,
  dayOf: (at: number) => string,
): readonly Mark[] {
  const days = new Map<string, Release>();
  for (const { at, units } of releases) {
    const day = dayOf(at);
    const known = days.get(day);
    days.set(day, { at: known?.at ?? at, units: (known?.units ?? 0) + units });
  }
  const [launch, ...later] = [...days.values()].filter(({ at }) => at >= from && at <= to);
  if (launch === undefined || to <= from) return [];
  const chosen: Mark[] = [];
  const apart = (at: number) =>
    (to - at) / (to - from) >= APART && chosen.every((one) => Math.abs(one.at - at) / (to - from) >= APART);
  for (const one of [launch, ...later.toSorted((a, b) => b.units - a.units)])
    if (apart(one.at)) chosen.push({ ...one, launch: one === launch });
  return chosen.toSorted((a, b) => a.at - b.at);
}
