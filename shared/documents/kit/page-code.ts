/** What the code on a page says (decision 12). */
export type PageCode = {
  readonly number: string;
  readonly version: number;
  readonly page: number;
  /** First sixteen hexadecimal digits of the hash of the canonical data and template, in capitals. */
  readonly check: string;
};

const form = /^ZY1\/([A-Z0-9-]{1,40})\/(\d{1,4})\/(\d{1,4})\/([0-9A-F]{16})$/;

/** The text of a page code: capitals, digits and slashes only, which a Data Matrix packs closest. */
export function pageCodeText(code: { number: string; version: number; page: number; hash: string }): string {
  return `ZY1/${code.number.toUpperCase()}/${code.version}/${code.page}/${code.hash.slice(0, 16).toUpperCase()}`;
}

/** What a scanned page code says, or undefined for a code of something else. */
export function readPageCodeText(text: string): PageCode | undefined {
  const [, number, version, page, check] = form.exec(text) ?? [];
  if (number === undefined || check === undefined) return undefined;
  return { number, version: Number(version), page: Number(page), check };
}

/** The hash as people compare it by eye: `9F3C-27A1`. */
export function checkText(hash: string): string {
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
}
