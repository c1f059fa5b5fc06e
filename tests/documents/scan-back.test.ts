import { afterAll, describe, expect, it } from 'vitest';
import { documentKinds } from '#shared/documents/index.ts';
import type { PaperName } from '#shared/documents/kit/paper.ts';
import { type IssuedPaper, matchPage } from '#shared/domain/scans/match-page.ts';
import { testRenderer } from '#tests/support/fonts.ts';
import { canDrawPages } from '#tests/support/page-codes.ts';
import { type Scanner, scannedSheets, stackOf } from '#tests/support/scanned.ts';
import { testScanner } from '#tests/support/scanner.ts';
import { longFolder } from './folders.ts';

/** How sheets come from office scanners and telephones: each kind of paper is fed in one of these ways in turn. */
const ways: readonly Scanner[] = [
  { dpi: 150 },
  { dpi: 150, turns: 2, skew: 2, noise: 24 },
  { dpi: 300, turns: 2, contrast: 0.5 },
  { dpi: 150, turns: 1, skew: -2, contrast: 0.6, noise: 16 },
  { dpi: 200, turns: 3, skew: 1, noise: 32 },
];

describe.runIf(canDrawPages)('Scanned papers', () => {
  const press = testRenderer(longFolder(), { timeoutMs: 240_000 });
  const scanner = testScanner();
  afterAll(() => Promise.all([press.close(), scanner.close()]));

  const kinds = Object.values(documentKinds).flatMap(({ kind, sample, papers }) =>
    papers.map((paper: PaperName) => ({ kind, paper, sample })),
  );
  const numberOf = (at: number) => `SM-2026-${String(at + 1).padStart(4, '0')}`;
  const rendered = (at: number, version = 1) => {
    const one = kinds[at];
    if (one === undefined) throw new Error('no such kind');
    return press.render({ kind: one.kind, paper: one.paper, data: one.sample, number: numberOf(at), version });
  };
  const read = (bytes: Uint8Array) => scanner.read({ bytes, stop: new SharedArrayBuffer(4) });
  const pageOf = (page: Awaited<ReturnType<typeof read>>[number] | undefined) =>
    page?.read.found === 'ours'
      ? `${page.read.code.number}/${page.read.code.version}/${page.read.code.page}`
      : page?.read.found;

  it('of every kind and sheet are known by their codes, however they lay on the scanner', {
    timeout: 600_000,
  }, async () => {
    const wrong: string[] = [];
    let pages = 0;
    for (const [at, { kind, paper }] of kinds.entries()) {
      const way = ways[at % ways.length] ?? { dpi: 150 };
      const { bytes, pages: all } = await rendered(at);
      // A contract has fifty sheets: its first, middle and last ones stand for all.
      const some = all > 6 ? [1, 2, Math.floor(all / 2), all] : Array.from({ length: all }, (_one, index) => index + 1);
      const found = await read(await stackOf(scannedSheets(bytes, way, some), way.dpi));
      for (const [place, page] of some.entries()) {
        pages += 1;
        const said = pageOf(found[place]);
        if (said !== `${numberOf(at)}/1/${page}`)
          wrong.push(`${kind}.${paper} ${page} ${JSON.stringify(way)}: ${said}`);
        if (found[place]?.turns !== (4 - (way.turns ?? 0)) % 4)
          wrong.push(`${kind}.${paper} ${page} is set upright wrongly`);
      }
    }
    expect(wrong).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(kinds.length);
  });

  it('of two versions in one mixed stack never go to the other', { timeout: 120_000 }, async () => {
    const at = kinds.findIndex(({ kind }) => kind === 'subscriptionBook');
    const old = await rendered(at, 1);
    const now = await rendered(at, 2);
    const sheets = [old, now].flatMap(({ bytes }) => scannedSheets(bytes, { dpi: 150, skew: 1 }, [1, 2]));
    const mixed = sheets
      .map((_one, index) => sheets[(index * 3) % sheets.length] ?? sheets[0])
      .flatMap((one) => one ?? []);
    const paper: IssuedPaper = {
      id: 1,
      number: numberOf(at),
      issueVersion: 2,
      state: 'issued',
      dataSha256: now.dataSha256,
      pages: now.pages,
      mine: true,
    };
    const before: IssuedPaper = { ...paper, id: 2, issueVersion: 1, state: 'voided', dataSha256: old.dataSha256 };
    const found = await read(await stackOf(mixed, 150));
    for (const { read: said } of found) {
      const { outcome, documentId } = matchPage(
        said,
        () => [paper, before],
        () => false,
      );
      const isOld = said.found === 'ours' && said.code.version === 1;
      expect([outcome, documentId]).toEqual(isOld ? ['otherVersion', 2] : ['filed', 1]);
    }
  });

  it('made as drafts are told apart from the paper', async () => {
    const { kind, sample } = documentKinds.subscriptionBook;
    const draft = await press.render({ kind, data: sample, number: 'RG-2026-0001', version: 1, draft: true });
    const [page] = await read(await stackOf(scannedSheets(draft.bytes, { dpi: 150 }, [1]), 150));
    expect(pageOf(page)).toBe('RG-2026-0001/0/1');
  });
});
