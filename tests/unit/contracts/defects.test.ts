import { describe, expect, it } from 'vitest';
import {
  countDefects,
  defaultDefectKinds,
  defectKindsSchema,
  defectRefusal,
  passedBefore,
  placeOfField,
} from '#shared/domain/contracts/defects.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { contractParts } from '#shared/domain/contracts/review.ts';
import { articleKeys } from '#shared/domain/contracts/text/keys.ts';

const kind = 'price';

describe('A defect of a contract', () => {
  it('is at any field of the articles, and no field is at another article', () => {
    for (const name of fieldNames) {
      const place = placeOfField(name);
      expect(defectRefusal(defaultDefectKinds, { kind, ...place })).toBeUndefined();
      const other = articleKeys.find((key) => key !== place.article) ?? null;
      const elsewhere = { ...place, article: other };
      expect(defectRefusal(defaultDefectKinds, { kind, ...elsewhere })?.code).toBe('DEFECT_PLACE_WRONG');
      expect(defectRefusal(defaultDefectKinds, { kind, ...place, article: null })?.code).toBe('DEFECT_PLACE_WRONG');
    }
  });

  it('is in a part as a whole, and at an article only among the terms, at an annex only among the annexes', () => {
    for (const part of contractParts) {
      const whole = { kind, part, article: null, annex: null, field: null };
      expect(defectRefusal(defaultDefectKinds, whole)).toBeUndefined();
      const atArticle = defectRefusal(defaultDefectKinds, { ...whole, article: 'own3' });
      expect(atArticle === undefined).toBe(part === 'terms');
      const atAnnex = defectRefusal(defaultDefectKinds, { ...whole, annex: 'fitOut' });
      expect(atAnnex === undefined).toBe(part === 'annexes');
    }
  });

  it('has a kind of the list, and none where the office lists none', () => {
    const place = { part: 'terms', article: null, annex: null, field: null } as const;
    expect(defectRefusal(defaultDefectKinds, { kind: '', ...place })?.code).toBe('DEFECT_KIND_NOT_LISTED');
    expect(defectRefusal([], { kind: '', ...place })).toBeUndefined();
    expect(defectRefusal([], { kind, ...place })?.code).toBe('DEFECT_KIND_NOT_LISTED');
    const [first] = defaultDefectKinds;
    expect(defectKindsSchema.parse(defaultDefectKinds)).toEqual(defaultDefectKinds);
    expect(defectKindsSchema.safeParse([first, first]).success).toBe(false);
  });
});

describe('Who let a defect through', () => {
  const review = (round: number, level: number, verdict: 'passed' | 'sentBack', contractId = 1) => ({
    contractId,
    round,
    level,
    verdict,
  });

  it('is whoever passed an earlier level of the same round', () => {
    const reviews = [
      review(1, 1, 'passed'),
      review(1, 2, 'sentBack'),
      review(2, 2, 'passed'),
      review(2, 1, 'passed'),
      review(2, 3, 'sentBack'),
      review(2, 1, 'passed', 2),
    ];
    expect(passedBefore({ contractId: 1, round: 2 }, reviews).map(({ level }) => level)).toEqual([1, 2]);
    expect(passedBefore({ contractId: 1, round: 1 }, reviews)).toHaveLength(1);
  });

  it('is nobody where the first level found it, or nothing was sent back', () => {
    expect(passedBefore({ contractId: 1, round: 1 }, [review(1, 1, 'sentBack')])).toEqual([]);
    expect(passedBefore({ contractId: 1, round: 1 }, [review(1, 1, 'passed'), review(1, 2, 'passed')])).toEqual([]);
  });

  it('is counted once for each defect, with its contracts', () => {
    const defects = [
      { contractId: 1, by: ['a', 'b'] },
      { contractId: 1, by: ['a', 'a'] },
      { contractId: 2, by: ['a'] },
      { contractId: 2, by: [] },
    ];
    expect(countDefects(defects, ({ by }) => by)).toEqual([
      { key: 'a', defects: 3, contracts: 2 },
      { key: 'b', defects: 1, contracts: 1 },
    ]);
  });
});
