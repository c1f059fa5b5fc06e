import type { ContractAnnexes } from '../annexes.ts';
import type { FieldName } from '../fields/catalogue.ts';

/** Blocks the final print, or asks for a reason. */
export type FindingLevel = 'block' | 'warn';

/** What a finding opens when it is clicked. */
export type FindingPlace =
  | { readonly at: 'field'; readonly field: FieldName }
  | { readonly at: 'buyer'; readonly index: number }
  | { readonly at: 'seller' }
  | { readonly at: 'annex'; readonly table: keyof ContractAnnexes }
  | { readonly at: 'unit' }
  | { readonly at: 'project' }
  | { readonly at: 'receipts' }
  | { readonly at: 'papers' };

/** The rules of the check by their numbers in the specification of the contract. */
export const ruleCodes = ['P01', 'P03', 'P07'] as const;
/** Number of a rule. */
export type RuleCode = (typeof ruleCodes)[number];

/** Everything that can be wrong: the rule that says so, and how heavily it weighs. */
export const problems = {
  fieldOpen: { rule: 'P01', level: 'block' },
  areasDiffer: { rule: 'P03', level: 'block' },
  sharedAreaLarge: { rule: 'P03', level: 'warn' },
  depositTooHigh: { rule: 'P07', level: 'block' },
  depositNotReceived: { rule: 'P07', level: 'block' },
} as const satisfies Record<string, { readonly rule: RuleCode; readonly level: FindingLevel }>;
/** Name of something that can be wrong; its sentence stands under `contractCheck.problems` in both languages. */
export type Problem = keyof typeof problems;

/** Something that is wrong with a contract: what, where, and the figures of the sentence. */
export type Finding = {
  readonly rule: RuleCode;
  readonly problem: Problem;
  readonly level: FindingLevel;
  readonly place: FindingPlace;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A finding of a problem at a place. */
export function finding(
  problem: Problem,
  place: FindingPlace,
  params: Readonly<Record<string, string | number>> = {},
): Finding {
  return { ...problems[problem], problem, place, params };
}

/** The place of a field. */
export function atField(field: FieldName): FindingPlace {
  return { at: 'field', field };
}
