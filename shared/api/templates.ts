import { z } from 'zod';
import { templateProblemNames } from '#shared/domain/contracts/templates/findings.ts';
import { templateStates } from '#shared/domain/contracts/templates/states.ts';
import { contractForms } from '#shared/domain/contracts/text/forms.ts';
import { contractTextSchema } from '#shared/domain/contracts/text/schema.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, lineSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** More than any text may have: what is longer than a text is refused with a sentence that says so. */
const MOST_SIGNS = 900_000;

/** A version of a form; null is the program's own wording, which no contract has been drafted in yet. */
const ref = z.strictObject({ form: z.enum(contractForms), templateId: idSchema.nullable() });
const target = { templateId: idSchema, version: versionSchema };
const outcome = z.strictObject({ state: z.enum(templateStates), version: versionSchema });

const finding = z.strictObject({
  problem: z.enum(templateProblemNames),
  stops: z.enum(['save', 'submit', 'warn']),
  article: z.string(),
  clause: z.string(),
  words: z.string(),
});

const row = z.strictObject({
  templateId: idSchema.nullable(),
  number: z.int(),
  name: z.string(),
  state: z.enum(templateStates),
  edition: z.string(),
  /** Null for the program's own wording. */
  author: z.string().nullable(),
  approver: z.string().nullable(),
  changedAt: z.int().nullable(),
  activeFrom: localDateSchema.nullable(),
  retiredOn: localDateSchema.nullable(),
  /** Contracts are drafted in it today. */
  inForce: z.boolean(),
  /** How many contracts were drafted in it. */
  contracts: z.int(),
});

/** Texts of contracts (合同文本): versions of each form, edited, approved, used from a day, compared. */
export const templates = {
  /** Every form with its versions, the newest first. */
  list: query({
    permission: 'templates.read',
    input: nothing,
    output: z.array(z.strictObject({ form: z.enum(contractForms), mayWrite: z.boolean(), versions: z.array(row) })),
  }),
  /** One version with its text, the program's wording of its form, and what the check finds. */
  detail: query({
    permission: 'templates.read',
    input: ref,
    output: z.strictObject({
      form: z.enum(contractForms),
      row,
      text: contractTextSchema,
      base: contractTextSchema,
      findings: z.array(finding),
      opinion: z.string(),
      can: canSchema,
      version: versionSchema.nullable(),
    }),
  }),
  /** The pages of a version with the data of a deal that never was, every page marked as a draft: PDF in base64. */
  preview: query({
    permission: 'templates.read',
    input: ref,
    output: z.strictObject({ content: z.base64(), pages: z.int() }),
  }),
  /** Begins a version as a copy of another one. */
  copy: command({
    permission: 'templates.write',
    input: z.strictObject({ ...ref.shape, name: lineSchema }),
    output: z.strictObject({ templateId: idSchema, version: versionSchema }),
  }),
  /** Keeps what was edited. The text comes as JSON, is read strictly, and loses nothing that the law fixes. */
  save: command({
    permission: 'templates.write',
    input: z.strictObject({ ...target, name: lineSchema, body: z.string().max(MOST_SIGNS) }),
    output: outcome,
  }),
  submit: command({ permission: 'templates.write', input: z.strictObject(target), output: outcome }),
  withdraw: command({ permission: 'templates.write', input: z.strictObject(target), output: outcome }),
  sendBack: command({
    permission: 'templates.approve',
    input: z.strictObject({ ...target, opinion: reasonSchema }),
    output: outcome,
  }),
  /** Somebody who did not write it approves it for use from a day, today or later. */
  approve: command({
    permission: 'templates.approve',
    input: z.strictObject({ ...target, activeFrom: localDateSchema }),
    output: outcome,
  }),
  /** Takes a version out of use. Contracts that carry it keep it, and cannot be signed in it any more. */
  retire: command({
    permission: 'templates.approve',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
  /** Drops a draft that nobody has approved: whoever may write it may give it up. What it said stays in the log. */
  drop: command({
    permission: 'templates.write',
    input: z.strictObject({ ...target, reason: reasonSchema }),
    output: outcome,
  }),
} as const;
