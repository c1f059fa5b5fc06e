import type { ScanOutcome } from './outcomes.ts';

/** What the code on a page says: `check` is the first sixteen hexadecimal digits of the hash, in capitals. */
export type ScannedCode = {
  readonly number: string;
  readonly version: number;
  readonly page: number;
  readonly check: string;
};

/** An issued paper as a scanned page is compared with it. */
export type IssuedPaper = {
  readonly id: number;
  readonly number: string;
  readonly issueVersion: number;
  readonly state: 'issuing' | 'issued' | 'voided';
  /** SHA-256 of canonical data and template, hexadecimal. */
  readonly dataSha256: string;
  readonly pages: number | null;
  /** The person may open it. */
  readonly mine: boolean;
};

/** What the reader found on a page. */
export type ReadCode =
  | { readonly found: 'ours'; readonly code: ScannedCode }
  | { readonly found: 'foreign' | 'none' | 'noPicture' };

/** Where a page belongs: with `filed` and `duplicate` the paper and its page, with others the paper as far as it is known. */
export type PageMatch = {
  readonly outcome: ScanOutcome;
  readonly documentId: number | null;
  readonly page: number | null;
};

const unread = { noPicture: 'noPicture', none: 'noCode', foreign: 'foreign' } as const satisfies Record<
  string,
  ScanOutcome
>;

/** A specimen carries this version in its codes: it looks like the paper and is none. */
export const DRAFT_VERSION = 0;

/**
 * Where a scanned page belongs (decision 12). Only a page whose number, version and hash are those of a paper that stands
 * files itself; `taken` says which places have their page already.
 */
export function matchPage(
  read: ReadCode,
  papersOf: (number: string) => readonly IssuedPaper[],
  taken: (documentId: number, page: number) => boolean,
): PageMatch {
  const nowhere = (outcome: ScanOutcome, paper?: IssuedPaper): PageMatch => ({
    outcome,
    documentId: paper?.mine === true ? paper.id : null,
    page: null,
  });
  if (read.found !== 'ours') return nowhere(unread[read.found]);
  const { code } = read;
  const papers = papersOf(code.number);
  if (papers.length === 0) return nowhere('unknownNumber');
  if (code.version === DRAFT_VERSION) return nowhere('draft');
  // Two kinds of paper can share a number, as a contract and its sheet for the city do: the hash tells them apart.
  const same = papers.filter((paper) => paper.dataSha256.slice(0, code.check.length).toUpperCase() === code.check);
  const paper = same.find((one) => one.issueVersion === code.version);
  if (paper === undefined) {
    const known = papers.some((one) => one.issueVersion === code.version);
    return nowhere(known ? 'otherContent' : 'otherVersion');
  }
  if (!paper.mine) return nowhere('ofOther');
  if (paper.state === 'voided')
    return nowhere(papers.some((one) => one.issueVersion > paper.issueVersion) ? 'otherVersion' : 'voided', paper);
  if (paper.state !== 'issued' || paper.pages === null || code.page < 1 || code.page > paper.pages)
    return nowhere('noSuchPage', paper);
  const outcome = taken(paper.id, code.page) ? 'duplicate' : 'filed';
  return { outcome, documentId: paper.id, page: code.page };
}

/** Pages of a paper that no scan has come back of, from the first. */
export function missingPages(pages: number, filed: readonly number[]): number[] {
  const there = new Set(filed);
  return Array.from({ length: pages }, (_unused, index) => index + 1).filter((page) => !there.has(page));
}

/** Pages as people write them: `1–4、7`. */
export function pagesText(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
