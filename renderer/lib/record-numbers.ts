/** Numbers of records, units and days, which hyphens hold together, and amounts and shares with what they count. */
const numbers = /([A-Z]{2}-\d{4}-\d+|\d+(?:-\d+)+|\d[\d,.]* (?:[万亿]?元|%))/;

/** A sentence in pieces; every second one is a number that must not be broken. */
export function numberPieces(sentence: string): readonly string[] {
  return sentence.split(numbers);
}
