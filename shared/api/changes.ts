import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { agreementKinds, agreementStates } from '#shared/domain/agreements/states.ts';
import { approvalStates } from '#shared/domain/approvals/kinds.ts';
import { attachmentKindsOf } from '#shared/domain/attachments/kinds.ts';
import { changeAskSchema } from '#shared/domain/changes/asks.ts';
import { changeKinds, changeStates } from '#shared/domain/changes/kinds.ts';
import { simulationSchema } from '#shared/domain/changes/simulation.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';
import { namedSignerSchema, nextSignerSchema } from '#shared/domain/subscriptions/signers.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import {
  canSchema,
  historyEventSchema,
  idSchema,
  listPart,
  personSchema,
  reasonSchema,
  refusalSchema,
  versionSchema,
  wordSchema,
} from './common.ts';
import { command, query } from './procedure.ts';

/** Columns that the list of changes can be ordered by. */
export const changeColumns = [
  'number',
  'kind',
  'reason',
  'deal',
  'unit',
  'buyers',
  'requester',
  'requestedAt',
  'state',
] as const;

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  kind: z.enum(changeKinds),
  subscriptionId: idSchema,
  deal: z.string(),
  unitId: idSchema,
  unit: z.string(),
  buyers: z.string(),
  consultant: personSchema,
  /** What was chosen of the office's reasons, as it was called that day; empty for a remark alone. */
  reason: z.string(),
  requestedBy: personSchema,
  requestedAt: z.int(),
  state: z.enum(changeStates),
  /** The post that is asked now; null where nobody is. */
  requiredPost: z.enum(posts).nullable(),
});

/** Longest remark beside a reason. */
const MOST_OF_REMARK = 500;

/** A printed paper that has to come back before the change is carried out. */
const paper = z.strictObject({
  documentId: idSchema,
  kind: z.enum(documentKindNames),
  number: z.string(),
  outside: z.int(),
});

/** What the office reckons, with the words of the records that it names. */
const simulated = z.strictObject({
  simulation: simulationSchema,
  /** The people whom it names, so that a screen need not look them up. */
  people: z.array(z.strictObject({ customerId: idSchema, name: z.string() })),
  /** Who decides; null where the asking post decides by itself. */
  decidedBy: z.enum(posts).nullable(),
  /** What forbids it now. */
  refusals: z.array(refusalSchema),
  /** What must come back or go back before it is carried out. */
  papers: z.array(paper),
  /** The office's reasons for this kind of change, to choose one of. */
  reasons: z.array(z.strictObject({ code: z.string(), label: z.string() })),
  /** Hash of the figures, to be sent along with the asking: nobody asks for something that they have not seen. */
  figuresHash: z.string(),
});

/** What is asked for. Who signs for whoever buys then lies beside the deal, sealed, and not in what is asked for. */
const asked = {
  ask: changeAskSchema,
  signers: z.array(namedSignerSchema).max(10).default([]),
};

/** What it is asked for: one of the office's reasons, and a remark beside it that may be left out. */
const reason = {
  reasonCode: wordSchema.or(z.literal('')).default(''),
  reason: z.string().trim().max(MOST_OF_REMARK).default(''),
};

/** Changes of deals that stand (变更申请): asked for, reckoned, decided by the ladder and carried out whole. */
export const changes = {
  list: query({
    permission: 'changes.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all']),
      state: z.enum(changeStates).nullable(),
      kind: z.enum(changeKinds).nullable(),
      text: z.string().trim().max(60),
      ...listPart(changeColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      /** How many there are in each state under the same search; states without any are left out. */
      counts: z.partialRecord(z.enum(changeStates), z.int()),
      rows: z.array(row),
    }),
  }),
  detail: query({
    permission: 'changes.read',
    input: z.strictObject({ changeId: idSchema }),
    output: z.strictObject({
      row,
      dealState: z.enum(subscriptionStates),
      ask: changeAskSchema,
      simulation: simulationSchema,
      people: z.array(z.strictObject({ customerId: idSchema, name: z.string() })),
      /** Who signs for those who buy after a change of names, as far as it was said; number and phone of an agent masked. */
      signers: z.array(nextSignerSchema),
      papers: z.array(paper),
      /** The home that the deal is to move to, and until when it is kept for that (UTC ms); null where it is not. */
      target: z.strictObject({ unitId: idSchema, unit: z.string(), keptUntil: z.int().nullable() }).nullable(),
      /** What stands in the way of carrying it out now. */
      openPoints: z.array(refusalSchema),
      /** Scans that it asks for, and how many there are. */
      files: z.array(z.strictObject({ kind: z.enum(attachmentKindsOf.changes), asked: z.int(), given: z.int() })),
      reasonCode: z.string(),
      reason: z.string(),
      endReason: z.string(),
      round: z.int(),
      executedAt: z.int().nullable(),
      executedBy: z.string().nullable(),
      /** Its request on the ladder, the latest where it was sent back; null where nobody was asked. */
      approval: z
        .strictObject({
          id: idSchema,
          state: z.enum(approvalStates),
          requiredPost: z.enum(posts),
          requestedAt: z.int(),
          expiresAt: z.int(),
          decidedBy: z.string().nullable(),
          decidedAt: z.int().nullable(),
          opinion: z.string(),
        })
        .nullable(),
      /** The agreement by which it is made where the contract is signed; `kind` null where it needs none. */
      agreement: z.strictObject({
        kind: z.enum(agreementKinds).nullable(),
        made: z.strictObject({ id: idSchema, number: z.string(), state: z.enum(agreementStates) }).nullable(),
      }),
      history: z.array(historyEventSchema),
      /** `resubmit`, `withdraw`, `execute`, `askRefunds`, `issueForm`, `draftAgreement`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Reckons a change without asking for it; writes nothing. `changeId` is what was sent back and is corrected. */
  simulate: query({
    permission: 'changes.write',
    input: z.strictObject({
      subscriptionId: idSchema,
      ...asked,
      changeId: idSchema.nullable().default(null),
    }),
    output: simulated,
  }),
  /** Asks for a change of a deal. Within the asking post's own authority it is carried out at once. */
  ask: command({
    permission: 'changes.write',
    input: z.strictObject({
      subscriptionId: idSchema,
      version: versionSchema,
      ...asked,
      figuresHash: z.string().max(64),
      ...reason,
    }),
    output: z.strictObject({
      changeId: idSchema,
      number: z.string(),
      state: z.enum(changeStates),
      approvalId: idSchema.nullable(),
    }),
  }),
  /** Sends in again what was sent back, corrected. */
  resubmit: command({
    permission: 'changes.write',
    input: z.strictObject({
      changeId: idSchema,
      version: versionSchema,
      ...asked,
      figuresHash: z.string().max(64),
      ...reason,
    }),
    output: z.strictObject({ state: z.enum(changeStates), approvalId: idSchema.nullable() }),
  }),
  /** Takes a change back before it is carried out. */
  withdraw: command({
    permission: 'changes.write',
    input: z.strictObject({ changeId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(changeStates) }),
  }),
  /** Asks again for what goes back by a change that was agreed to, where that was rejected, withdrawn or came back. */
  askRefunds: command({
    permission: 'changes.write',
    input: z.strictObject({ changeId: idSchema, version: versionSchema }),
    output: z.strictObject({}),
  }),
  /** Carries out what was agreed to, once papers are back and money has gone back. */
  execute: command({
    permission: 'changes.write',
    input: z.strictObject({ changeId: idSchema, version: versionSchema }),
    output: z.strictObject({ state: z.enum(changeStates) }),
  }),
};
