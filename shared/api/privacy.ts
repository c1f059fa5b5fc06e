import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { exportLists } from '#shared/domain/exports/lists.ts';
import { readingWindows } from '#shared/domain/privacy/reading.ts';
import { retentionClasses } from '#shared/domain/privacy/retention.ts';
import {
  disclosureBases,
  readingMeasures,
  recipientKinds,
  restrictionReasons,
  subjectRequestKinds,
  subjectRequestStates,
} from '#shared/domain/privacy/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const count = z.strictObject({
  measure: z.enum(readingMeasures),
  window: z.enum(readingWindows),
  count: z.int(),
  limit: z.int(),
});

const disclosure = z.strictObject({
  key: z.string(),
  /** What it follows from by itself; null for what people wrote down. */
  derived: z.enum(['filing', 'mortgage']).nullable(),
  on: localDateSchema,
  kind: z.enum(recipientKinds),
  /** Empty for the authority that files. */
  recipient: z.string(),
  content: z.string(),
  purpose: z.string(),
  basis: z.enum(disclosureBases),
  /** The day of the consent on which it rests. */
  consentOn: localDateSchema.nullable(),
  /** Null for what follows from a filing or a loan by itself. */
  by: z.string().nullable(),
});

/** So many are deleted in one act. */
export const SWEEP_ROWS = 200;

/** Personal data: what is read of them, what people ask, to whom they go, and when they are deleted. */
export const privacy = {
  /** What the person who asks has read today, against the office’s limits; `above` are those that were passed. */
  mine: query({
    permission: 'signedIn',
    input: nothing,
    output: z.strictObject({ counts: z.array(count), above: z.array(count) }),
  }),
  /** Who reads how much today, who was above a limit in the last weeks, and who saw which numbers and why. */
  watch: query({
    permission: 'privacy.read',
    input: nothing,
    output: z.strictObject({
      people: z.array(
        z.strictObject({
          person: personSchema,
          post: z.enum(posts),
          counts: z.record(z.enum(readingMeasures), z.int()),
        }),
      ),
      alerts: z.array(count.extend({ at: z.int(), person: z.string() })),
      reveals: z.array(
        z.strictObject({
          at: z.int(),
          by: z.string(),
          customerId: idSchema,
          file: z.string(),
          reason: z.string(),
          /** Null once they were destroyed with what the office held of the person. */
          words: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** Whose term has ended, the oldest first; at most some hundreds, `total` are all. */
  due: query({
    permission: 'privacy.read',
    input: nothing,
    output: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          file: z.string(),
          name: z.string(),
          class: z.enum(retentionClasses),
          lastContactOn: localDateSchema,
          dueOn: localDateSchema.nullable(),
          papersUntil: localDateSchema.nullable(),
          restricted: z.boolean(),
        }),
      ),
    }),
  }),
  /** Makes those of some people anonymous whose term has ended; the others are left alone. Cannot be undone. */
  sweep: command({
    permission: 'privacy.manage',
    input: z.strictObject({ customerIds: z.array(idSchema).min(1).max(SWEEP_ROWS) }),
    output: z.strictObject({ anonymised: z.int() }),
  }),
  /** Whose data are only kept, and of whom nothing is deleted. */
  kept: query({
    permission: 'privacy.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        file: z.string(),
        restriction: z.enum(restrictionReasons).nullable(),
        restrictedAt: z.int().nullable(),
        holdReason: z.string(),
        class: z.enum(retentionClasses),
        dueOn: localDateSchema.nullable(),
        papersUntil: localDateSchema.nullable(),
      }),
    ),
  }),
  /** What people ask about their own data, open ones first. */
  requests: query({
    permission: 'privacy.read',
    input: z.strictObject({ customerId: idSchema.nullable() }),
    output: z.array(
      z.strictObject({
        id: idSchema,
        number: z.string(),
        customerId: idSchema,
        file: z.string(),
        name: z.string(),
        kind: z.enum(subjectRequestKinds),
        receivedOn: localDateSchema,
        dueOn: localDateSchema,
        wish: z.string(),
        state: z.enum(subjectRequestStates),
        answer: z.string(),
        takenBy: z.string(),
        answeredBy: z.string().nullable(),
        answeredAt: z.int().nullable(),
        version: versionSchema,
      }),
    ),
  }),
  /** Takes a request down; the day by which it is answered follows from the setting. */
  takeRequest: command({
    permission: 'consents.write',
    input: z.strictObject({
      customerId: idSchema,
      kind: z.enum(subjectRequestKinds),
      receivedOn: localDateSchema,
      wish: z.string().trim().max(1000),
    }),
    output: z.strictObject({ requestId: idSchema, number: z.string(), dueOn: localDateSchema }),
  }),
  /** Says what became of a request. */
  answerRequest: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      requestId: idSchema,
      version: versionSchema,
      state: z.enum(['done', 'refused']),
      answer: reasonSchema,
    }),
    output: nothing,
  }),
  /** Who was given what of a customer: written down by people, and what follows from filing and loan. */
  disclosures: query({
    permission: 'customers.read',
    input: z.strictObject({ customerId: idSchema }),
    output: z.array(disclosure),
  }),
  /** The register of recipients (对外提供登记) of the office, the newest first; at most some thousands, `total` are all. */
  register: query({
    permission: 'privacy.read',
    input: nothing,
    output: z.strictObject({
      total: z.int(),
      rows: z.array(disclosure.extend({ customerId: idSchema, file: z.string(), name: z.string() })),
    }),
  }),
  /** Writes down that data of a customer were given to somebody. With `consent` as its basis there must be one that day. */
  disclose: command({
    permission: 'consents.write',
    input: z.strictObject({
      customerId: idSchema,
      kind: z.enum(recipientKinds),
      recipient: lineSchema,
      content: lineSchema,
      /** What it was given for. */
      purpose: lineSchema,
      basis: z.enum(disclosureBases),
      on: localDateSchema,
    }),
    output: nothing,
  }),
  /** Lists that regularly go to somebody, those in use first. */
  reports: query({
    permission: 'signedIn',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        list: z.enum(exportLists),
        name: z.string(),
        recipient: z.string(),
        purpose: z.string(),
        active: z.boolean(),
        by: z.string(),
        at: z.int(),
        version: versionSchema,
      }),
    ),
  }),
  /** Registers a list with its recipient: beyond the limits it needs no second person any more. */
  registerReport: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      list: z.enum(exportLists),
      name: lineSchema,
      recipient: lineSchema,
      purpose: reasonSchema,
    }),
    output: z.strictObject({ reportId: idSchema }),
  }),
  /** Takes a report out of the register. */
  dropReport: command({
    permission: 'privacy.manage',
    input: z.strictObject({ reportId: idSchema, version: versionSchema }),
    output: nothing,
  }),
};
