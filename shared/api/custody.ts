import { z } from 'zod';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { archivePapers } from '#shared/domain/custody/archive-set.ts';
import { collectChannels } from '#shared/domain/custody/collect.ts';
import { custodyActs } from '#shared/domain/custody/moves.ts';
import { custodyHolders, custodyPlaces, originalPapers } from '#shared/domain/custody/places.ts';
import { custodyViews } from '#shared/domain/custody/views.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, lineSchema, listPart, personSchema, refusalSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** Columns that the register of originals can be ordered by. */
export const originalColumns = ['number', 'copyNo', 'signedOn', 'place', 'holder', 'backOn'] as const;

const copyName = {
  paper: z.enum(originalPapers),
  number: z.string().min(1).max(60),
  copyNo: z.int().positive(),
};

const copy = {
  ...copyName,
  id: idSchema,
  copyOf: z.int(),
  holder: z.enum(custodyHolders),
  place: z.enum(custodyPlaces),
  box: z.strictObject({ id: idSchema, number: z.string(), room: z.string(), shelf: z.string() }).nullable(),
  borrower: z.string(),
  backOn: localDateSchema.nullable(),
  version: versionSchema,
};

const box = {
  id: idSchema,
  number: z.string(),
  room: z.string(),
  shelf: z.string(),
  capacity: z.int(),
  used: z.int(),
  note: z.string(),
  closed: z.boolean(),
  openedOn: localDateSchema,
  version: versionSchema,
};

/** Who takes or brings copies: a buyer of the contract, or for him his agent; everybody else by name. */
const counterpart = {
  person: z.string().trim().max(60),
  customerId: idSchema.nullable(),
  byProxy: z.boolean(),
  /** The identity document was looked at. */
  identityChecked: z.boolean(),
};

/** Originals of signed papers (原件保管): every copy, who keeps it by its paper, where it is, and every move. */
export const custody = {
  /** The register of all copies, the newest contracts first. */
  list: query({
    permission: 'custody.read',
    input: z.strictObject({
      text: z.string().trim().max(60),
      view: z.enum(custodyViews),
      ...listPart(originalColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      counts: z.record(z.enum(custodyViews), z.int()),
      rows: z.array(
        z.strictObject({
          ...copy,
          contractId: idSchema,
          contract: z.string(),
          state: z.enum(contractStates),
          unit: z.string(),
          buyers: z.string(),
          seller: z.string(),
          signedOn: localDateSchema.nullable(),
          price: amountSchema,
        }),
      ),
    }),
  }),
  /** The copies of one contract, those that nobody has entered yet, and everything that moved. */
  ofContract: query({
    permission: 'custody.read',
    input: z.strictObject({ contractId: idSchema }),
    output: z.strictObject({
      copies: z.array(z.strictObject({ ...copy, acts: z.array(z.enum(custodyActs)) })),
      /** Printed and not entered, each with where it goes by rule. */
      open: z.array(
        z.strictObject({
          ...copyName,
          copyOf: z.int(),
          holder: z.enum(custodyHolders),
          place: z.enum(custodyPlaces),
        }),
      ),
      moves: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          act: z.enum(custodyActs),
          giver: z.string(),
          taker: z.string(),
          byProxy: z.boolean(),
          reason: z.string(),
          at: z.int(),
          recordedBy: z.string(),
          copies: z.array(
            z.strictObject({ ...copyName, from: z.enum(custodyPlaces), to: z.enum(custodyPlaces), box: z.string() }),
          ),
        }),
      ),
      /** Who can take a copy of the buyer's: in person, and by an agent or why not. */
      buyers: z.array(
        z.strictObject({
          customerId: idSchema,
          name: z.string(),
          agent: z.string(),
          proxy: refusalSchema.or(z.literal(true)),
        }),
      ),
      /** What must be together before it goes into its box. */
      set: z.array(z.strictObject({ paper: z.enum(archivePapers), complete: z.boolean() })),
      /** What the buyers were told about copies that wait for them, the newest first. */
      notices: z.array(
        z.strictObject({
          id: idSchema,
          on: localDateSchema,
          channel: z.enum(collectChannels),
          collectBy: localDateSchema,
          note: z.string(),
          by: z.string(),
        }),
      ),
      /** `distribute`, `move`, `notify`. */
      can: canSchema,
    }),
  }),
  /** People of the office who can borrow, and boxes that take contracts. */
  choices: query({
    permission: 'custody.write',
    input: nothing,
    output: z.strictObject({ people: z.array(personSchema), boxes: z.array(z.strictObject(box)) }),
  }),
  /**
   * Enters every copy that is not entered yet and hands it to where it goes, in one act. ORIGINALS_NOT_SIGNED,
   * ORIGINALS_NONE, ORIGINALS_LEFT_OUT, and what forbids a single handover.
   */
  distribute: command({
    permission: 'custody.write',
    input: z.strictObject({
      contractId: idSchema,
      groups: z
        .array(
          z.strictObject({
            place: z.enum(custodyPlaces),
            copies: z.array(z.strictObject(copyName)).min(1).max(40),
            ...counterpart,
          }),
        )
        .min(1)
        .max(12),
    }),
    output: z.strictObject({ entered: z.int() }),
  }),
  /** Moves copies by one act. ORIGINAL_ELSEWHERE where one is not there any more, and what else the act asks for. */
  move: command({
    permission: 'custody.write',
    input: z.strictObject({
      contractId: idSchema,
      act: z.enum(custodyActs),
      originals: z
        .array(z.strictObject({ id: idSchema, version: versionSchema }))
        .min(1)
        .max(40),
      to: z.enum(custodyPlaces),
      boxId: idSchema.nullable(),
      borrowerId: idSchema.nullable(),
      backOn: localDateSchema.nullable(),
      reason: z.string().trim().max(200),
      ...counterpart,
    }),
    output: z.strictObject({ handoverId: idSchema, number: z.string() }),
  }),
  /** Enters that the buyers were told to collect their copy. NOTHING_TO_COLLECT, COLLECT_DAY_PAST. */
  notify: command({
    permission: 'custody.write',
    input: z.strictObject({
      contractId: idSchema,
      channel: z.enum(collectChannels),
      collectBy: localDateSchema,
      note: z.string().trim().max(200),
    }),
    output: z.strictObject({ noticeId: idSchema }),
  }),
  /** The boxes of the archive, by room and shelf. */
  boxes: query({
    permission: 'custody.read',
    input: nothing,
    output: z.strictObject({
      boxes: z.array(z.strictObject(box)),
      /** `open`. */
      can: canSchema,
    }),
  }),
  /** What lies in a box. */
  box: query({
    permission: 'custody.read',
    input: z.strictObject({ boxId: idSchema }),
    output: z.strictObject({
      ...box,
      contracts: z.array(
        z.strictObject({
          contractId: idSchema,
          number: z.string(),
          unit: z.string(),
          /** Empty for whose deal it is not to open. */
          buyers: z.string(),
          copies: z.int(),
          lent: z.int(),
        }),
      ),
      can: canSchema,
    }),
  }),
  /** Opens a box, or changes one: ARCHIVE_BOX_TOO_SMALL. */
  saveBox: command({
    permission: 'custody.write',
    input: z.strictObject({
      /** Null for a new one. */
      box: z.strictObject({ id: idSchema, version: versionSchema }).nullable(),
      room: lineSchema,
      shelf: lineSchema,
      capacity: z.int().min(1).max(500),
      note: z.string().trim().max(200),
      closed: z.boolean(),
    }),
    output: z.strictObject({ boxId: idSchema, number: z.string() }),
  }),
};
