/** Which homes a plan has, each with its team; an empty team is everybody. */
export type Chosen = ReadonlyMap<number, string>;

/**
 * What is chosen after boxes of the shown homes were ticked: a home that is new goes to the team of the brush, one that is
 * in already keeps its own, and homes that are not shown stay as they are.
 */
export function afterTicking(
  chosen: Chosen,
  shown: readonly number[],
  ticked: readonly number[],
  brush: string,
): Chosen {
  const wanted = new Set(ticked);
  const next = new Map(chosen);
  for (const unitId of shown)
    if (!wanted.has(unitId)) next.delete(unitId);
    else if (!next.has(unitId)) next.set(unitId, brush);
  return next;
}

/** What is chosen after the shown homes of it were given to a team. */
export function givenTo(chosen: Chosen, shown: readonly number[], team: string): Chosen {
  const next = new Map(chosen);
  for (const unitId of shown) if (next.has(unitId)) next.set(unitId, team);
  return next;
}
