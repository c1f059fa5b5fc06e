/**
 * Digits in a row, as people write long numbers: any script's digits, alone or in groups with blanks, hyphens or invisible
 * signs between. Eleven make a mobile, fifteen or eighteen an identity number (with its X), up to nineteen a bank account.
 */
const longNumber = /\+?\p{Nd}(?:[\s\p{Cf}\p{Pd}]{0,3}\p{Nd}){10,}(?:[\s\p{Cf}\p{Pd}]?[xXｘＸ](?!\p{L}))?/gu;

/** A mobile in groups with dots or slashes, which addresses of computers and days have too. */
const dottedMobile = /(?<!\p{Nd})1\p{Nd}{2}[./]\p{Nd}{4}[./]\p{Nd}{4}(?!\p{Nd})/gu;

/** A landline with its area code, which may have but ten digits. */
const landline = /(?<!\p{Nd})\(?0\p{Nd}{2,3}\)?[\s\p{Pd}]?\p{Nd}{7,8}(?!\p{Nd})/gu;

function hidden(found: string): string {
  return `<${found.replaceAll(/[^\p{Nd}xXｘＸ]/gu, '').length} digits>`;
}

/**
 * A line as it may go into a log: phones, identity numbers and bank accounts are replaced by how long they were. Lines of
 * the log hold no names by themselves; this is for what an error's own text brings along.
 */
export function maskLine(line: string): string {
  return line.replaceAll(longNumber, hidden).replaceAll(dottedMobile, hidden).replaceAll(landline, hidden);
}
