import type { Refusal } from '#shared/kernel/errors.ts';
import { contractFields, type FieldName, fieldNames } from '../contracts/fields/catalogue.ts';
import type { Finding, RuleCode } from '../contracts/preflight/findings.ts';
import { lintOf } from '../contracts/preflight/lint.ts';
import type { ArticleKey } from '../contracts/text/keys.ts';

/** What the records fill and an agreement may still change: the day of delivery, and the areas. */
const recorded: readonly FieldName[] = ['deliveryOn', 'builtArea', 'innerArea', 'sharedArea'];

/** Articles of which price and plan have changes of their own. */
const ofOtherChanges: readonly ArticleKey[] = ['price', 'payment'];

/** Blanks of a signed contract that a change of its terms may fill otherwise, in the order of the articles. */
export const amendableFields: readonly FieldName[] = fieldNames.filter((name) => {
  const { article, lock } = contractFields[name];
  return recorded.includes(name) || (lock !== 'record' && !ofOtherChanges.includes(article));
});

/** Rules that look at what happens around the signing, not at what the contract says. */
const notOfTerms: readonly RuleCode[] = ['P36'];

const keyOf = ({ rule, problem, place }: Finding) => JSON.stringify([rule, problem, place]);

/** The first rule of the contract check that a signed contract would break once it is changed, and did not before. */
export function brokenRule(before: readonly Finding[], after: readonly Finding[]): Refusal | undefined {
  const known = new Set(before.map(keyOf));
  const broken = after.find((one) => one.level === 'block' && !notOfTerms.includes(one.rule) && !known.has(keyOf(one)));
  return broken === undefined ? undefined : { code: 'AMENDMENT_BREAKS_RULE', params: { rule: broken.rule } };
}

/** Words in clauses of an agreement that the law would strike out: the lint of the contract's own texts; empty if none. */
export function voidWordsIn(clauses: readonly string[]): string {
  return clauses.flatMap(lintOf).find(({ level }) => level === 'block')?.words ?? '';
}
