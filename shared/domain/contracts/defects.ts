import { z } from 'zod';
import type { Refusal } from '../../kernel/errors.ts';
import { entryCodeSchema, entryLabelSchema, namedOnce } from '../settings/named-list.ts';
import { contractFields, type FieldName } from './fields/catalogue.ts';
import type { ContractPart, ReviewVerdict } from './review.ts';
import type { AnnexKey, TextArticleKey } from './text/keys.ts';

/** Most kinds of defects that an office lists. */
export const MOST_DEFECT_KINDS = 60;

/** A kind of defect (缺陷类别), by which reviewers say what is wrong and the office counts. */
const defectKindSchema = z.strictObject({ code: entryCodeSchema, label: entryLabelSchema });
/** A kind of defect. */
export type DefectKind = z.output<typeof defectKindSchema>;

/** The list of kinds. */
export const defectKindsSchema = namedOnce(defectKindSchema, MOST_DEFECT_KINDS);

/** The kinds that ship with the program. Custom: the office changes them in its settings. */
export const defaultDefectKinds: readonly DefectKind[] = [
  { code: 'identity', label: '姓名或证件有误' },
  { code: 'address', label: '地址或联系方式有误' },
  { code: 'home', label: '房号或面积有误' },
  { code: 'price', label: '价款或单价有误' },
  { code: 'plan', label: '付款安排有误' },
  { code: 'date', label: '日期或期限有误' },
  { code: 'blank', label: '空项未填或未划' },
  { code: 'choice', label: '选项选择不当' },
  { code: 'wording', label: '补充条款措辞不当' },
  { code: 'annex', label: '附件缺漏' },
  { code: 'papers', label: '资料不齐' },
  { code: 'other', label: '其他' },
];

/** Where in a contract a defect is: in a part of its page, there at an article, a single field or an annex. */
export type DefectPlace = {
  readonly part: ContractPart;
  readonly article: TextArticleKey | null;
  readonly annex: AnnexKey | null;
  readonly field: FieldName | null;
};

/** The place of a field: its article among the terms. */
export function placeOfField(field: FieldName): DefectPlace {
  return { part: 'terms', article: contractFields[field].article, annex: null, field };
}

/** Why a defect cannot be raised: a kind that the office does not list, or a field of another article. */
export function defectRefusal(
  kinds: readonly DefectKind[],
  { kind, part, article, annex, field }: DefectPlace & { readonly kind: string },
): Refusal | undefined {
  const listed = kinds.length === 0 ? kind === '' : kinds.some(({ code }) => code === kind);
  if (!listed) return { code: 'DEFECT_KIND_NOT_LISTED' };
  const inArticle = article === null || part === 'terms';
  const inAnnex = annex === null || part === 'annexes';
  const ofArticle = field === null || article === contractFields[field].article;
  return inArticle && inAnnex && ofArticle ? undefined : { code: 'DEFECT_PLACE_WRONG' };
}

/** A review as it counts for who let something through. */
export type CountedReview = {
  readonly contractId: number;
  readonly round: number;
  readonly level: number;
  readonly verdict: ReviewVerdict;
};

/**
 * Who passed what a later level of the same round found wrong, the first level first. An earlier round does not count: the
 * contract was changed since.
 */
export function passedBefore<Review extends CountedReview>(
  { contractId, round }: Pick<CountedReview, 'contractId' | 'round'>,
  reviews: readonly Review[],
): Review[] {
  const own = reviews.filter((one) => one.contractId === contractId && one.round === round);
  const raised = own.find(({ verdict }) => verdict === 'sentBack')?.level ?? 0;
  return own.filter(({ verdict, level }) => verdict === 'passed' && level < raised).sort((a, b) => a.level - b.level);
}

/** One line of a count: how many defects, in how many contracts. */
export type DefectCount = { readonly key: string; readonly defects: number; readonly contracts: number };

/** Counts defects by something, the most first; one that has several counts for each. */
export function countDefects<Defect extends { readonly contractId: number }>(
  defects: readonly Defect[],
  keysOf: (defect: Defect) => readonly string[],
): DefectCount[] {
  const found = new Map<string, { defects: number; contracts: Set<number> }>();
  for (const defect of defects)
    for (const key of new Set(keysOf(defect))) {
      const line = found.get(key) ?? { defects: 0, contracts: new Set<number>() };
      line.defects += 1;
      line.contracts.add(defect.contractId);
      found.set(key, line);
    }
  return [...found]
    .map(([key, line]) => ({ key, defects: line.defects, contracts: line.contracts.size }))
    .sort((a, b) => b.defects - a.defects || (a.key < b.key ? -1 : 1));
}
