import { z } from 'zod';
import type { contracts } from '#shared/api/contracts.ts';
import { annexesSchema, type ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import { contractFields, type FieldName, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { type ArticleKey, articleKeys } from '#shared/domain/contracts/text/keys.ts';
import { type AnnexName, annexNameOf, annexNames, annexOfTable } from './annex-tables.ts';
import type { ContractDetail } from './contract-types.ts';

/** A point of the check as the office tells it. */
type Finding = z.output<typeof contracts.detail.output>['preflight']['open'][number];
type Defect = Pick<ContractDetail['defects'][number], 'part' | 'article' | 'annex' | 'field'>;
type Draft = Pick<ContractDetail['draft'], 'given' | 'buyers'>;

/** Records that are put right where they are kept. */
export type RecordName = 'unit' | 'project' | 'subscription' | 'customer' | 'settings';

/** Where a point of the check is put right: an editor of the contract, or the record that it was filled from. */
export type Remedy =
  | { readonly what: 'terms'; readonly article: ArticleKey; readonly field?: FieldName | undefined }
  | { readonly what: 'annex'; readonly annex: AnnexName; readonly table?: keyof ContractAnnexes | undefined }
  | { readonly what: 'buyer'; readonly customerId: number }
  | { readonly what: 'eligibility'; readonly customerId: number }
  | { readonly what: 'fund' }
  | { readonly what: 'ownership' }
  | { readonly what: 'weightyTerms' }
  | { readonly what: 'record'; readonly record: RecordName; readonly customerId?: number };

/** A remedy in the address of a contract, so that another page opens it there. */
export const remedySchema: z.ZodType<Exclude<Remedy, { what: 'record' }>> = z.discriminatedUnion('what', [
  z.object({ what: z.literal('terms'), article: z.enum(articleKeys), field: z.enum(fieldNames).optional() }),
  z.object({ what: z.literal('annex'), annex: z.enum(annexNames), table: annexesSchema.keyof().optional() }),
  z.object({ what: z.literal('buyer'), customerId: z.int() }),
  z.object({ what: z.literal('eligibility'), customerId: z.int() }),
  z.object({ what: z.enum(['fund', 'ownership', 'weightyTerms']) }),
]);

/** Fields whose record is not the project. */
const recordsOfFields: Partial<Record<FieldName, RecordName>> = {
  entranceName: 'unit',
  floor: 'unit',
  roomNumber: 'unit',
  plannedUse: 'unit',
  builtArea: 'unit',
  innerArea: 'unit',
  sharedArea: 'unit',
  surveyor: 'unit',
  priceBasis: 'subscription',
  unitPrice: 'subscription',
  total: 'subscription',
  deposit: 'subscription',
  onceDueOn: 'subscription',
  instalmentCount: 'subscription',
  firstAmount: 'subscription',
  firstDueOn: 'subscription',
  firstPercent: 'subscription',
  lastDueOn: 'subscription',
  loanAmount: 'subscription',
  heatingOffered: 'settings',
  gasOffered: 'settings',
  managementCompany: 'settings',
  managementFrom: 'settings',
  managementTo: 'settings',
  managementFeeKind: 'settings',
  managementFee: 'settings',
};

/** What no field of the contract cures, even where it is still open there: the project's own records lack it. */
const ofTheProject: readonly Finding['problem'][] = [
  'permitMissing',
  'permitLate',
  'permitExpired',
  'accountIncomplete',
  'saleBasisMissing',
  'saleBasisLate',
];

/** Days that the subscription has: a later day to sign is one of its changes. */
const ofTheDeal: readonly Finding['problem'][] = ['signingBeforeSubscription', 'signingDayOver'];

/** What of a buyer the contract keeps itself; the rest is in the customer's file. */
const ofTheContract: readonly Finding['problem'][] = [
  'minorWithoutAgent',
  'agentRelationMissing',
  'companyWithoutRepresentative',
  'powerNarrow',
  'powerExpired',
];

/** What a buyer's certificate of eligibility says, or that there is none. */
const ofTheCertificate: readonly Finding['problem'][] = [
  'eligibilityMissing',
  'eligibilityDiffers',
  'eligibilityExpired',
];

/** Where a point of the check is put right, or undefined where no act of the office can. */
export function remedyOf({ problem, place }: Finding, draft: Draft): Remedy | undefined {
  switch (place.at) {
    case 'field': {
      const { field } = place;
      if (ofTheProject.includes(problem)) return { what: 'record', record: 'project' };
      return remedyOfField(field, draft);
    }
    case 'annex': {
      const annex = annexOfTable(place.table);
      return annex === undefined
        ? { what: 'record', record: 'subscription' }
        : { what: 'annex', annex, table: place.table };
    }
    case 'buyer': {
      if (problem === 'sharesDiffer' || problem === 'ownershipNotOfBuyers') return { what: 'ownership' };
      const customerId = draft.buyers[place.index]?.customerId ?? null;
      if (customerId === null) return undefined;
      if (ofTheCertificate.includes(problem)) return { what: 'eligibility', customerId };
      if (ofTheContract.includes(problem)) return { what: 'buyer', customerId };
      return { what: 'record', record: 'customer', customerId };
    }
    case 'unit':
      return { what: 'record', record: 'unit' };
    case 'project':
      if (problem === 'managementNotRecorded') return { what: 'record', record: 'settings' };
      return { what: 'record', record: ofTheDeal.includes(problem) ? 'subscription' : 'project' };
    case 'receipts':
      if (problem === 'maintenanceFundOpen') return { what: 'fund' };
      return { what: 'record', record: 'subscription' };
    case 'papers':
      if (problem === 'weightyTermsNotShown') return { what: 'weightyTerms' };
      return problem === 'templateNotActive' ? { what: 'record', record: 'settings' } : undefined;
  }
}

/** Where a defect is put right: its field or article, its annex, or the record that the part was filled from. */
export function remedyOfDefect({ part, article, annex, field }: Defect, draft: Draft): Remedy | undefined {
  if (field !== null) return remedyOfField(field, draft);
  switch (part) {
    case 'terms':
      return { what: 'terms', article: articleKeys.find((one) => one === article) ?? articleKeys[0] };
    case 'annexes':
      if (annex === null) return undefined;
      return annex === 'payments'
        ? { what: 'record', record: 'subscription' }
        : { what: 'annex', annex: annexNameOf(annex) };
    case 'buyers': {
      const customerId = draft.buyers[0]?.customerId ?? null;
      return customerId === null ? undefined : { what: 'buyer', customerId };
    }
    case 'unit':
      return { what: 'record', record: 'unit' };
    case 'price':
    case 'plan':
      return { what: 'record', record: 'subscription' };
    case 'papers':
      return undefined;
  }
}

function remedyOfField(field: FieldName, draft: Draft): Remedy {
  if (draft.given.includes(field)) return { what: 'record', record: recordsOfFields[field] ?? 'project' };
  return { what: 'terms', article: contractFields[field].article, field };
}

/** The address of a record with what it is asked to show. */
export function addressOfRecord(
  { record, customerId }: Extract<Remedy, { what: 'record' }>,
  { unitId, subscriptionId }: Pick<ContractDetail['row'], 'unitId' | 'subscriptionId'>,
): { readonly to: string; readonly search?: { readonly unit: number } } {
  switch (record) {
    case 'unit':
      return { to: '/sales/board', search: { unit: unitId } };
    case 'project':
      return { to: '/sales/project' };
    case 'subscription':
      return { to: `/contracts/subscriptions/${subscriptionId}` };
    case 'customer':
      return { to: customerId === undefined ? '/reception/customers' : `/reception/customers/${customerId}` };
    case 'settings':
      return { to: '/administration/settings' };
  }
}
