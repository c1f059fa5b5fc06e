/** Numbers of records, units and days: what hyphens hold together. */
const numbers = /([A-Z]{2}-\d{4}-\d+|\d+(?:-\d+)+)/;

/** A sentence in pieces; every second one is a number that must not be broken at its hyphens. */
export function numberPieces(sentence: string): readonly string[] {
  return sentence.split(numbers);
}
