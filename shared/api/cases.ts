import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import {
  caseKinds,
  casePaperKinds,
  caseStates,
  caseSteps,
  loanKinds,
  loanStates,
  stepParties,
} from '#shared/domain/cases/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import {
  canSchema,
  historyEventSchema,
  idSchema,
  lineSchema,
  personSchema,
  reasonSchema,
  versionSchema,
} from './common.ts';
import { command, nothing, query } from './procedure.ts';

const stepParty = z.enum(stepParties);

const row = z.strictObject({
  id: idSchema,
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  step: z.enum(caseSteps),
  /** What the office calls the step; empty where the program's word will do. */
  stepName: z.string(),
  subscriptionId: idSchema,
  contract: z.string(),
  signedOn: localDateSchema.nullable(),
  unit: z.string(),
  buyer: z.string(),
  consultant: z.string(),
  /** Who sees to it; null until somebody takes it. */
  responsible: z.string().nullable(),
  responsibleId: idSchema.nullable(),
  loanKind: z.enum(loanKinds).nullable(),
  loanState: z.enum(loanStates).nullable(),
  bank: z.string(),
  loanYears: z.int().nullable(),
  /** Of the loan; null for a case without one. */
  amount: amountSchema.nullable(),
  /** The clock of the step it is on. */
  usedDays: z.int(),
  limitDays: z.int(),
  dueOn: localDateSchema,
  waitsFor: stepParty,
  papersMissing: z.int(),
  note: z.string(),
  expectedOn: localDateSchema.nullable(),
  openedOn: localDateSchema,
  closedOn: localDateSchema.nullable(),
});

const target = { caseId: idSchema, version: versionSchema };
const outcome = z.strictObject({ state: z.enum(caseStates), step: z.enum(caseSteps), version: versionSchema });

/** Cases that a signed contract leads to (权证): filing and mortgage, with steps, checklist, clock. */
export const cases = {
  /** Cases of a kind, the one longest on its step first; consultants see those of their own deals. */
  list: query({
    permission: 'cases.read',
    input: z.strictObject({
      kind: z.enum(caseKinds).nullable(),
      /** Without what is done or cancelled. */
      open: z.boolean(),
    }),
    output: z.strictObject({
      /** The steps of the kind as new cases have them; none where every kind is listed. */
      steps: z.array(z.strictObject({ step: z.enum(caseSteps), name: z.string(), limitDays: z.int() })),
      rows: z.array(row),
    }),
  }),
  detail: query({
    permission: 'cases.read',
    input: z.strictObject({ caseId: idSchema }),
    output: z.strictObject({
      row,
      steps: z.array(
        z.strictObject({ step: z.enum(caseSteps), name: z.string(), limitDays: z.int(), waitsFor: stepParty }),
      ),
      /** The step it is on, from 0; behind the last when it is done. */
      at: z.int(),
      papers: z.array(
        z.strictObject({
          kind: z.enum(casePaperKinds),
          needed: z.int(),
          got: z.int(),
          original: z.boolean(),
          optional: z.boolean(),
        }),
      ),
      history: z.array(historyEventSchema),
      /** `collect`, `take`, `assign`, `note`, `enterLoan`, `advance`, `giveBack`, `resume`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Opens what a contract needs that was signed without it, such as one from before this program. */
  open: command({
    permission: 'cases.write',
    input: z.strictObject({ subscriptionId: idSchema }),
    output: z.strictObject({ opened: z.int() }),
  }),
  /** Writes down how many copies of a paper are here, and whether its original was seen. */
  collect: command({
    permission: 'cases.write',
    input: z.strictObject({
      ...target,
      paper: z.enum(casePaperKinds),
      got: z.int().min(0).max(99),
      original: z.boolean(),
    }),
    output: outcome,
  }),
  /** Makes the caller responsible for the case. */
  take: command({ permission: 'cases.write', input: z.strictObject(target), output: outcome }),
  /** Who may be given cases, and how many open ones each has. */
  assignees: query({
    permission: 'cases.assign',
    input: nothing,
    output: z.array(personSchema.extend({ post: z.enum(posts), open: z.int() })),
  }),
  /** Makes somebody responsible for the case. */
  assign: command({
    permission: 'cases.assign',
    input: z.strictObject({ ...target, personId: idSchema }),
    output: outcome,
  }),
  /** The last word about it, such as what the customer promised. */
  note: command({
    permission: 'cases.write',
    input: z.strictObject({ ...target, note: reasonSchema }),
    output: outcome,
  }),
  /** Bank, years and expected day of release of a loan. */
  enterLoan: command({
    permission: 'cases.write',
    input: z.strictObject({
      ...target,
      bank: lineSchema,
      loanYears: z.int().min(1).max(30),
      expectedOn: localDateSchema.nullable(),
    }),
    output: outcome,
  }),
  /** Leaves the step for the next one; from the last the case is done. */
  advance: command({ permission: 'cases.write', input: z.strictObject(target), output: outcome }),
  /** Bank or registry gave it back, with what is wrong. */
  giveBack: command({
    permission: 'cases.write',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
  /** What was wrong is mended: it runs again on the same step. */
  resume: command({ permission: 'cases.write', input: z.strictObject(target), output: outcome }),
};
