import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { openReader } from '#electron/workers/read-back.ts';
import { firstFound, pagesOfWords, type SearchedPages, searchedPages } from '#renderer/components/find-words.ts';
import { wordsOfFinding } from '#renderer/features/contracts/page-places.ts';
import { saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import type { FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { FindingPlace } from '#shared/domain/contracts/preflight/findings.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import { contractCheck } from '#shared/i18n/zh-CN/contract-check.ts';
import { contractBuyer, contractDraft, preflightFacts } from '../support/contract-builders.ts';
import { testRenderer } from '../support/fonts.ts';
import { failing } from '../unit/contracts/preflight-cases.ts';
import { longFolder } from './folders.ts';

const { places } = contractCheck;
const text = contractTextOf('presaleHome');
/** A contract in which nobody has said who measured the home. */
const draft = contractDraft({ fields: { surveyor: null } });

describe('What the check finds', () => {
  let port: RenderPort;
  let pages: SearchedPages;
  beforeAll(async () => {
    port = testRenderer(longFolder());
    const data = { ...saleContractSample, draft, text };
    const order = { kind: 'saleContract', data, number: 'HT-2026-0301', version: 1, draft: true } as const;
    const { bytes } = await port.render(order);
    const { getDocument } = await openReader();
    const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, useWasm: false, verbosity: 0 });
    pages = searchedPages(await pagesOfWords(await task.promise));
    await task.destroy();
  }, 120_000);
  afterAll(() => port.close());

  const at = (place: FindingPlace) => firstFound(pages, wordsOfFinding({ place }, { draft, text }));

  const own = (field: FieldName) => wordsOfFinding({ place: { at: 'field', field } }, { draft, text }).slice(0, 1);

  it('is marked at its own words on the pages beside it, whichever field it is about', () => {
    const lost = liveFields(text, draft).filter((field) => firstFound(pages, own(field)).length === 0);
    expect(lost).toEqual([]);
  });

  it('is marked at its own words also where their sentence goes over the foot of a page', () => {
    const broken = liveFields(text, draft).filter((field) => {
      const [said] = own(field);
      const words = said === undefined ? '' : said.before + said.words + said.behind;
      const parts = firstFound(pages, [{ before: '', words, behind: '' }]);
      return new Set(parts.map(({ page }) => page)).size > 1;
    });
    expect(broken).not.toEqual([]);
    for (const field of broken) expect(firstFound(pages, own(field))).not.toEqual([]);
  });

  it('has a mark or a plain word for where it is, whatever is wrong', () => {
    const found = failing.flatMap(({ draft: change, facts }) =>
      preflight(contractDraft(change), preflightFacts(facts)).map(({ place }) => ({
        place,
        draft: contractDraft(change),
      })),
    );
    const nowhere = found.filter(
      ({ place, draft: wrong }) =>
        wordsOfFinding({ place }, { draft: wrong, text }).length === 0 && !(place.at in places),
    );
    expect(nowhere).toEqual([]);
    expect(at({ at: 'annex', table: 'holders' })).not.toEqual([]);
    const [unnamed] = [contractDraft({ buyers: [contractBuyer({ name: '' })] })];
    expect(
      firstFound(pages, wordsOfFinding({ place: { at: 'buyer', index: 0 } }, { draft: unnamed, text })),
    ).not.toEqual([]);
  });

  it('is marked at the amount, the open blank, the second buyer and the head of the annex, each behind the one before', () => {
    const buyer = at({ at: 'buyer', index: draft.buyers.length - 1 });
    const open = at({ at: 'field', field: 'surveyor' });
    const total = at({ at: 'field', field: 'total' });
    const annex = at({ at: 'annex', table: 'facilities' });
    const placed = [buyer, open, total, annex].map(([first]) => first?.page ?? 0);
    expect(placed[0]).toBeGreaterThan(0);
    expect(placed).toEqual(placed.toSorted((one, other) => one - other));
    expect(placed[3]).toBeGreaterThan(placed[2] ?? 0);
    // The amount is one word of its line.
    expect(total[0]?.width).toBeLessThan(0.3);
  });

  it('is marked nowhere where it is about what stands in no contract, such as a receipt', () => {
    const outside = failing
      .filter((one) => one.draft === undefined)
      .flatMap((one) => preflight(contractDraft(), preflightFacts(one.facts)))
      .filter(({ place }) => place.at === 'receipts' || place.at === 'papers');
    expect(outside.length).toBeGreaterThan(0);
    for (const { place } of outside) expect(at(place)).toEqual([]);
  });
});
