import { describe, expect, it } from 'vitest';
import { type IssuedPaper, matchPage, missingPages, pagesText } from '#shared/domain/scans/match-page.ts';

const hash = '9f3c27a1e4b0d5c2'.padEnd(64, '0');
const check = '9F3C27A1E4B0D5C2';
const paper: IssuedPaper = {
  id: 7,
  number: 'HT-2026-0018',
  issueVersion: 2,
  state: 'issued',
  dataSha256: hash,
  pages: 15,
  mine: true,
};
const scanned = (more: Partial<{ number: string; version: number; page: number; check: string }> = {}) => ({
  found: 'ours' as const,
  code: { number: 'HT-2026-0018', version: 2, page: 3, check, ...more },
});
const match = (read: Parameters<typeof matchPage>[0], papers: readonly IssuedPaper[] = [paper], taken: number[] = []) =>
  matchPage(
    read,
    (number) => papers.filter((one) => one.number === number),
    (_id, page) => taken.includes(page),
  );

describe('a scanned page', () => {
  it('goes to the paper and page that its code names', () => {
    expect(match(scanned())).toEqual({ outcome: 'filed', documentId: 7, page: 3 });
  });

  it('waits where its place has a scan already', () => {
    expect(match(scanned(), [paper], [3])).toEqual({ outcome: 'duplicate', documentId: 7, page: 3 });
  });

  it('never goes to another version of its paper', () => {
    const old = { ...paper, id: 6, issueVersion: 1, state: 'voided' as const, dataSha256: 'a'.repeat(64) };
    expect(match(scanned({ version: 1, check: 'A'.repeat(16) }), [paper, old]).outcome).toBe('otherVersion');
    expect(match(scanned({ version: 3 })).outcome).toBe('otherVersion');
    expect(match(scanned({ version: 1 }), [paper, old]).outcome).toBe('otherContent');
  });

  it('waits where its paper is void, its content another, its page beyond the last, its number nobody’s', () => {
    expect(match(scanned(), [{ ...paper, state: 'voided' }]).outcome).toBe('voided');
    expect(match(scanned({ check: '0'.repeat(16) })).outcome).toBe('otherContent');
    expect(match(scanned({ page: 16 })).outcome).toBe('noSuchPage');
    expect(match(scanned({ page: 0 })).outcome).toBe('noSuchPage');
    expect(match(scanned(), [{ ...paper, state: 'issuing', pages: null }]).outcome).toBe('noSuchPage');
    expect(match(scanned({ number: 'HT-2026-0019' })).outcome).toBe('unknownNumber');
    expect(match(scanned({ version: 0 })).outcome).toBe('draft');
    for (const found of ['foreign', 'none', 'noPicture'] as const)
      expect(match({ found }).outcome).toBe({ foreign: 'foreign', none: 'noCode', noPicture: 'noPicture' }[found]);
  });

  it('tells nobody of a paper that they may not open', () => {
    expect(match(scanned(), [{ ...paper, mine: false }])).toEqual({ outcome: 'ofOther', documentId: null, page: null });
    expect(match(scanned({ page: 99 }), [{ ...paper, mine: false }]).documentId).toBe(null);
  });

  it('tells two kinds of paper with one number apart by their hash', () => {
    const sheet = { ...paper, id: 8, dataSha256: 'b'.repeat(64), pages: 2 };
    expect(match(scanned({ page: 2, check: 'B'.repeat(16) }), [paper, sheet])).toMatchObject({
      documentId: 8,
      page: 2,
    });
  });
});

describe('the scans of a paper', () => {
  it('say which pages are missing, as people write pages', () => {
    expect(missingPages(6, [1, 3, 4])).toEqual([2, 5, 6]);
    expect(missingPages(2, [2, 1, 1])).toEqual([]);
    expect(pagesText([9, 1, 2, 3, 7])).toBe('1–3、7、9');
    expect(pagesText([])).toBe('');
  });
});
