/** A blank of a paper by the name that stands beside it, and what is filled in. */
export type NamedBlank = readonly [name: string, value: string | number | null];

/** The names of the blanks that nobody has filled in: the paper prints them struck. */
export function openBlanks(blanks: readonly NamedBlank[]): string[] {
  return blanks.filter(([, value]) => value === null || value === '').map(([name]) => name);
}
