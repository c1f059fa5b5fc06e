import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { amendmentSchema } from '#shared/domain/agreements/amendments.ts';
import { agreementKinds, agreementStates } from '#shared/domain/agreements/states.ts';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import { reliefFields } from '#shared/domain/changes/simulation.ts';
import { annexesSchema } from '#shared/domain/contracts/annexes.ts';
import { fundPaymentSchema } from '#shared/domain/contracts/confirmations.ts';
import { contractDraftSchema } from '#shared/domain/contracts/draft.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { type Problem, problems, ruleCodes } from '#shared/domain/contracts/preflight/findings.ts';
import { fileSteps, lackings, requirableFiles } from '#shared/domain/contracts/required-files.ts';
import { contractParts, defectStates, reviewVerdicts, signingParties } from '#shared/domain/contracts/review.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { annexKeys, articleKeys, isOwnArticle } from '#shared/domain/contracts/text/keys.ts';
import { contractTextSchema } from '#shared/domain/contracts/text/schema.ts';
import { planFields } from '#shared/domain/plans/naming.ts';
import { planItems } from '#shared/domain/plans/states.ts';
import { priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import { priceBases } from '#shared/domain/pricing/catalogue.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, fenSchema } from '#shared/kernel/money.ts';
import { canSchema, historyEventSchema, idSchema, personSchema, tiedSchema, versionSchema } from './common.ts';

/** A contract in a list. */
export const contractRow = z.strictObject({
  id: idSchema,
  number: z.string(),
  state: z.enum(contractStates),
  subscriptionId: idSchema,
  subscription: z.string(),
  unitId: idSchema,
  unit: z.string(),
  buyers: z.string(),
  consultant: personSchema,
  draftedBy: personSchema,
  draftedOn: localDateSchema,
  signBy: localDateSchema,
  signedOn: localDateSchema.nullable(),
  ...planFields,
  price: amountSchema,
  received: amountSchema,
  /** The level of the review that comes next, from 1, of how many; null outside of a review. */
  review: z.strictObject({ level: z.int(), levels: z.int(), post: z.enum(posts) }).nullable(),
  openDefects: z.int(),
  filingNumber: z.string(),
  filedOn: localDateSchema.nullable(),
});

/** Name of a field of the articles. */
/** An article that the office added to its text. */
const ownArticle = z.string().refine(isOwnArticle);

/** Where in a contract something is wrong. */
export const defectPlaceSchema = z.strictObject({
  part: z.enum(contractParts),
  article: z.union([z.enum(articleKeys), ownArticle]).nullable(),
  annex: z.enum(annexKeys).nullable(),
  field: z.enum(fieldNames).nullable(),
});

/** Who passed what a later level of the same round found wrong. */
const passedBy = z.array(z.strictObject({ level: z.int(), reviewer: z.string() }));

/** A file that a paper needs by a step: how many, how many are there, and what happens where one lacks. */
export const neededFileSchema = z.strictObject({
  kind: z.enum(requirableFiles),
  step: z.enum(fileSteps),
  lacking: z.enum(lackings),
  asked: z.int(),
  given: z.int(),
});

/** A place on a signature page, and who has signed there. */
export const signingPlace = z.strictObject({
  party: z.enum(signingParties),
  customerId: idSchema.nullable(),
  name: z.string(),
  signedOn: localDateSchema.nullable(),
  byProxy: z.boolean(),
  recordedBy: z.string(),
});

/** An agreement about a signed contract, as the contract's page lists it. */
export const agreementRow = z.strictObject({
  id: idSchema,
  number: z.string(),
  kind: z.enum(agreementKinds),
  position: z.int(),
  state: z.enum(agreementStates),
  changeId: idSchema,
  changeKind: z.enum(changeKinds),
  signedOn: localDateSchema.nullable(),
  refileBy: localDateSchema.nullable(),
  refiledOn: localDateSchema.nullable(),
  amendments: z.array(amendmentSchema),
  /** Papers of it that stand. */
  papers: z.int(),
});

const defect = defectPlaceSchema.extend({
  id: idSchema,
  round: z.int(),
  /** What its kind was called when it was raised; empty for one of no kind. */
  kind: z.string(),
  text: z.string(),
  passedBy,
  raisedBy: z.string(),
  raisedAt: z.int(),
  state: z.enum(defectStates),
  version: versionSchema,
});

/** Tables of the annexes. */
const annexNames = annexesSchema.keyof().options;

/** What a point of the check opens when it is clicked. */
const place = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('field'), field: z.enum(fieldNames) }),
  z.strictObject({ at: z.literal('buyer'), index: z.int() }),
  z.strictObject({ at: z.literal('annex'), table: z.enum(annexNames) }),
  z.strictObject({ at: z.enum(['unit', 'project', 'receipts', 'papers']) }),
]);

function isProblem(text: string): text is Problem {
  return Object.hasOwn(problems, text);
}

/** A point of the contract check (合同检查) that is not as it should be. */
const finding = z.strictObject({
  rule: z.enum(ruleCodes),
  problem: z.string().refine(isProblem).pipe(z.custom<Problem>()),
  level: z.enum(['block', 'warn']),
  place,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A version of a text, by what it is called on its page. */
const textVersion = z.strictObject({ templateId: idSchema, edition: z.string(), name: z.string() });

/** Everything that a contract's page shows. */
export const contractRecord = z.strictObject({
  row: contractRow,
  /** The data it is printed from; phones and numbers of documents are masked. */
  draft: contractDraftSchema,
  text: contractTextSchema,
  /** The version of its text; `own` is null for the program's wording of before, `newer` where it carries the one in force. */
  template: z.strictObject({ edition: z.string(), own: textVersion.nullable(), newer: textVersion.nullable() }),
  unit: z.strictObject({
    use: z.enum(unitUses),
    houseType: z.string(),
    orientation: z.string(),
    builtArea: areaSchema.nullable(),
    innerArea: areaSchema.nullable(),
    filedPrice: amountSchema.nullable(),
  }),
  listPrice: amountSchema,
  basis: z.enum(priceBases),
  unitPrice: amountSchema.nullable(),
  belowListPpm: z.int(),
  filedPosition: z.enum(['within', 'below', 'above', 'missing']),
  lines: z.array(
    z.strictObject({
      kind: z.enum(priceLineKinds),
      label: z.string(),
      ratePpm: z.int().nullable(),
      amount: fenSchema,
      after: fenSchema,
    }),
  ),
  plan: z.array(
    z.strictObject({
      position: z.int(),
      item: z.enum(planItems),
      amount: amountSchema,
      dueOn: localDateSchema,
      inPrice: z.boolean(),
      received: amountSchema,
      ...reliefFields,
    }),
  ),
  /** What must be here before anybody signs, and what of it is missing. */
  firstPayment: z.strictObject({ due: amountSchema, missing: amountSchema }),
  preflight: z.strictObject({ checked: z.int(), open: z.array(finding), warnings: z.array(finding) }),
  /** What the approvals of its deal were tied to. */
  conditions: z.array(tiedSchema),
  /** What was confirmed beside the paper; `current` where the weighty terms are still those that were shown. */
  confirmations: z.strictObject({
    weightyTerms: z.strictObject({ on: localDateSchema, by: z.string(), current: z.boolean() }).nullable(),
    maintenanceFund: fundPaymentSchema.nullable(),
    fundAsked: z.boolean(),
  }),
  review: z.strictObject({
    round: z.int(),
    level: z.int().nullable(),
    levels: z.array(z.enum(posts)),
    given: z.array(
      z.strictObject({
        round: z.int(),
        level: z.int(),
        reviewer: z.string(),
        verdict: z.enum(reviewVerdicts),
        opinion: z.string(),
        at: z.int(),
      }),
    ),
  }),
  defects: z.array(defect),
  /** The kinds of defects that the office lists today. */
  defectKinds: z.array(z.strictObject({ code: z.string(), label: z.string() })),
  signing: z.array(signingPlace),
  /** Agreements about it since it was signed, the oldest first. */
  agreements: z.array(agreementRow),
  /** The files that its kind of deal needs by each step, and how many of them are there. */
  files: z.array(neededFileSchema),
  /** Printed copies of earlier versions that have not come back. */
  copiesOutstanding: z.int(),
  /** The city's own contract: whether it is attached, and `attach` beside it. */
  city: z.strictObject({ attached: z.boolean(), can: canSchema }),
  endReason: z.string(),
  history: z.array(historyEventSchema),
  /** The events of its lifecycle, and `print` for its paper. */
  can: canSchema,
  version: versionSchema,
});

const counts = z.array(z.strictObject({ name: z.string(), defects: z.int(), contracts: z.int() }));

/** Defects of some days, each with its contract and who let it through, and their counts. */
export const defectReportSchema = z.strictObject({
  rows: z.array(
    defect.omit({ version: true }).extend({
      contractId: idSchema,
      number: z.string(),
      unit: z.string(),
      drafter: z.string(),
    }),
  ),
  kinds: counts,
  drafters: counts,
  letThrough: counts,
});
