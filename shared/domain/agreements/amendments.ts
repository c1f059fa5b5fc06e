import { z } from 'zod';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import type { ContractDraft } from '../contracts/draft.ts';
import { contractFields, type FieldName, fieldNames } from '../contracts/fields/catalogue.ts';
import { type ArticleKey, articleKeys } from '../contracts/text/keys.ts';
import { planItems } from '../plans/states.ts';
import { buyerSchema } from '../subscriptions/buyers.ts';

const fieldName = z.custom<FieldName>((value) => fieldNames.some((name) => name === value), 'not a field');
const fieldValue = z.union([z.string(), z.number(), z.null()]);
const payments = z.array(
  z.strictObject({ item: z.enum(planItems), amount: amountSchema, dueOn: localDateSchema, inPrice: z.boolean() }),
);

/**
 * One thing that a supplementary agreement changes (变更条款): a blank of an article, who buys, or the plan of annex four;
 * what it said and what it says instead. People are named by the numbers of their files.
 */
export const amendmentSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('field'), field: fieldName, before: fieldValue, after: fieldValue }),
  z.strictObject({ what: z.literal('buyers'), before: z.array(buyerSchema), after: z.array(buyerSchema) }),
  z.strictObject({ what: z.literal('payments'), before: payments, after: payments }),
]);
/** One thing that a supplementary agreement changes. */
export type Amendment = z.output<typeof amendmentSchema>;

/** The article that an amendment is about: the plan of the annex is agreed in that about payment; null for the parties. */
export function articleOf(amendment: Amendment): ArticleKey | null {
  if (amendment.what === 'field') return contractFields[amendment.field].article;
  return amendment.what === 'buyers' ? null : 'payment';
}

function placeOf(amendment: Amendment): number {
  const article = articleOf(amendment);
  return article === null ? -1 : articleKeys.indexOf(article);
}

function sharesIn({ buyers }: ContractDraft) {
  return buyers.flatMap(({ customerId, sharePpm }) => (customerId === null ? [] : [{ customerId, sharePpm }]));
}

const differ = (one: Parameters<typeof canonicalJson>[0], other: typeof one) =>
  canonicalJson(one) !== canonicalJson(other);

/** What has to be said so that a contract that says one thing says another, in the order of its articles. */
export function amendmentsOf(before: ContractDraft, after: ContractDraft): Amendment[] {
  const [was, is] = [sharesIn(before), sharesIn(after)];
  const fields = fieldNames
    .filter((field) => before.fields[field] !== after.fields[field])
    .map((field): Amendment => ({ what: 'field', field, before: before.fields[field], after: after.fields[field] }));
  const [plan, newPlan] = [before.annexes.payments, after.annexes.payments];
  return [
    ...(differ(was, is) ? [{ what: 'buyers' as const, before: was, after: is }] : []),
    ...fields.toSorted((a, b) => placeOf(a) - placeOf(b)),
    ...(differ(plan, newPlan) ? [{ what: 'payments' as const, before: plan, after: newPlan }] : []),
  ];
}

/** How buyers own after a change of names: one alone, several as they did before or by shares. */
function ownershipOf(ownership: ContractDraft['ownership'], amendments: readonly Amendment[]) {
  const buyers = amendments.flatMap((one) => (one.what === 'buyers' ? one.after : []));
  if (buyers.length === 0) return ownership;
  if (buyers.length === 1) return 'sole';
  return ownership === 'sole' ? 'byShares' : ownership;
}

/** A contract with what an agreement changes; names and shares come from the deal itself. */
export function amendedTerms<Terms extends Pick<ContractDraft, 'fields' | 'struck' | 'annexes' | 'ownership'>>(
  terms: Terms,
  amendments: readonly Amendment[],
): Terms {
  const fields = amendments.flatMap((one) => (one.what === 'field' ? [one] : []));
  const plan = amendments.flatMap((one) => (one.what === 'payments' ? one.after : []));
  const filled = fields.filter(({ after }) => after !== null).map(({ field }) => field);
  return {
    ...terms,
    ownership: ownershipOf(terms.ownership, amendments),
    fields: { ...terms.fields, ...Object.fromEntries(fields.map(({ field, after }) => [field, after])) },
    struck: terms.struck.filter((name) => !filled.includes(name)),
    annexes: plan.length === 0 ? terms.annexes : { ...terms.annexes, payments: plan },
  };
}

const toldToRegistry: readonly FieldName[] = [
  'total',
  'unitPrice',
  'builtArea',
  'innerArea',
  'deliveryOn',
  'priceBasis',
];

/**
 * True where the registry and a lender have to be told: names, price, area or the day of delivery change
 * (document-forms.md 2.4).
 */
export function tellsRegistry(amendments: readonly Amendment[]): boolean {
  return amendments.some(
    (one) => one.what === 'buyers' || (one.what === 'field' && toldToRegistry.includes(one.field)),
  );
}
