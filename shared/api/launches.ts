import { z } from 'zod';
import { drawMethods, intentStates, launchStates, pickStates } from '#shared/domain/launches/states.ts';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, lineSchema, personSchema, versionSchema } from './common.ts';
import { launchSlips } from './launch-slips.ts';
import { command, nothing, query } from './procedure.ts';

/** What is planned for a launch. */
const planSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** The release whose homes are offered; null for every home that is for sale. */
  releaseId: idSchema.nullable(),
  opensAt: z.int().min(0),
  intentMoney: amountSchema,
  groupSize: z.int().min(1).max(1000),
  pickSeconds: z.int().min(10).max(3600),
  pickHours: z.int().min(1).max(240),
  passes: z.int().min(0).max(10),
});

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  name: z.string(),
  state: z.enum(launchStates),
  opensAt: z.int(),
  units: z.int(),
  intents: z.int(),
  picked: z.int(),
});

/** Whoever stands at a desk, as far as the caller may know it. */
const turnSchema = z.strictObject({
  intentId: idSchema,
  queueNo: z.int(),
  drawPlace: z.int().nullable(),
  name: z.string(),
  /** Homes that were wished for, in the customer's order. */
  wishes: z.array(idSchema),
  endsAt: z.int(),
});

/** Launch day (开盘): the plan, the published list and its draw, groups, desks and picks. */
export const launches = {
  list: query({ permission: 'launches.read', input: nothing, output: z.array(row) }),
  /** What a new plan begins with: the office's own rules. */
  usual: query({
    permission: 'launches.read',
    input: nothing,
    output: planSchema.pick({ intentMoney: true, pickSeconds: true, pickHours: true, passes: true }),
  }),
  /** One launch with its plan, list, draw, groups and desks, and what the caller may do with it. */
  detail: query({
    permission: 'launches.read',
    input: z.strictObject({ launchId: idSchema }),
    output: z.strictObject({
      row,
      plan: planSchema,
      /** When the first group was called up; null before. */
      startedAt: z.int().nullable(),
      /** The homes that are offered. */
      unitIds: z.array(idSchema),
      /** Text of the list as it is published, and its hash; null while it is open. */
      published: z.strictObject({ text: z.string(), hash: z.string(), closedAt: z.int() }).nullable(),
      draw: z
        .strictObject({
          number: z.string(),
          seed: z.string(),
          seedSource: z.string(),
          witness: z.string(),
          method: z.enum(drawMethods),
          result: z.array(z.int()),
          drawnAt: z.int(),
          drawnBy: personSchema,
        })
        .nullable(),
      groups: z.array(
        z.strictObject({
          id: idSchema,
          position: z.int(),
          fromPlace: z.int(),
          toPlace: z.int(),
          calledAt: z.int().nullable(),
        }),
      ),
      desks: z.array(z.strictObject({ id: idSchema, name: z.string(), turn: turnSchema.nullable() })),
      /** The events of its life that a person brings about, and `call`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Plans a launch, or changes its plan: what customers rely on stands once somebody has registered. */
  save: command({
    permission: 'launches.write',
    input: z.strictObject({
      /** Null for a new one. */
      launchId: idSchema.nullable(),
      version: versionSchema.nullable(),
      plan: planSchema,
      desks: z.array(z.strictObject({ id: idSchema.nullable(), name: z.string().trim().min(1).max(20) })).max(200),
    }),
    output: z.strictObject({ launchId: idSchema, number: z.string() }),
  }),
  /** From now on intents are registered. */
  openRegistration: command({
    permission: 'launches.write',
    input: z.strictObject({ launchId: idSchema, version: versionSchema }),
    output: nothing,
  }),
  /** Fixes the list of those who take part; its hash is published before anybody types a seed. */
  closeList: command({
    permission: 'launches.write',
    input: z.strictObject({ launchId: idSchema, version: versionSchema }),
    output: z.strictObject({ listHash: z.string(), listed: z.int() }),
  }),
  /** Draws the places of everybody on the list by a public seed. There is no second draw. */
  draw: command({
    permission: 'launches.draw',
    input: z.strictObject({
      launchId: idSchema,
      /** The hash that was published: whoever draws says which list they draw. */
      listHash: z.string().length(64),
      seed: z.string().max(200),
      seedSource: lineSchema,
      witness: lineSchema,
    }),
    output: z.strictObject({ drawId: idSchema, number: z.string(), places: z.int() }),
  }),
  /** Calls the next group up; the first one opens the day. */
  callGroup: command({
    permission: 'launches.write',
    input: z.strictObject({ launchId: idSchema }),
    output: z.strictObject({ position: z.int(), fromPlace: z.int(), toPlace: z.int() }),
  }),
  /** Calls the next in turn to a desk; a turn there whose time is over goes by. */
  call: command({
    permission: 'launches.pick',
    input: z.strictObject({ launchId: idSchema, deskId: idSchema }),
    output: z.strictObject({ intentId: idSchema, queueNo: z.int(), drawPlace: z.int(), endsAt: z.int() }),
  }),
  /** Whoever stands at the desk picks a home: it is held for their subscription. */
  pick: command({
    permission: 'launches.pick',
    input: z.strictObject({ launchId: idSchema, deskId: idSchema, intentId: idSchema, unitId: idSchema }),
    output: z.strictObject({ pickId: idSchema, number: z.string(), expiresAt: z.int() }),
  }),
  /** Whoever stands at the desk lets their turn go by. */
  pass: command({
    permission: 'launches.pick',
    input: z.strictObject({ launchId: idSchema, deskId: idSchema, intentId: idSchema }),
    output: nothing,
  }),
  /** Whoever was called to the desk did not come. */
  noShow: command({
    permission: 'launches.pick',
    input: z.strictObject({ launchId: idSchema, deskId: idSchema, intentId: idSchema }),
    output: nothing,
  }),
  /** Stops the picking, or goes on with it; the turns that were running begin anew. */
  pause: command({
    permission: 'launches.write',
    input: z.strictObject({ launchId: idSchema, paused: z.boolean() }),
    output: nothing,
  }),
  /** The day is over. */
  end: command({ permission: 'launches.write', input: z.strictObject({ launchId: idSchema }), output: nothing }),
  ...launchSlips,
  /** How the day stands: homes offered and picked, their value, by type, and who still waits. */
  totals: query({
    permission: 'launches.read',
    input: z.strictObject({ launchId: idSchema }),
    output: z.strictObject({
      state: z.enum(launchStates),
      offered: z.int(),
      /** Picked and held, or subscribed already. */
      picked: z.int(),
      subscribed: z.int(),
      lapsed: z.int(),
      value: totalAmountSchema,
      offeredValue: totalAmountSchema,
      byType: z.array(
        z.strictObject({ houseType: z.string(), offered: z.int(), picked: z.int(), value: totalAmountSchema }),
      ),
      intents: z.record(z.enum(intentStates), z.int()),
      /** Called up in a group and not yet at a desk; those whose turn comes again among them. */
      waiting: z.int(),
      /** The newest picks, the last first. */
      recent: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          unitId: idSchema,
          unit: z.string(),
          queueNo: z.int(),
          pickedAt: z.int(),
          state: z.enum(pickStates),
        }),
      ),
    }),
  }),
};

const intentRow = z.strictObject({
  id: idSchema,
  number: z.string(),
  queueNo: z.int(),
  code: z.string(),
  name: z.string(),
  /** The caller may open the customer's file. */
  open: z.boolean(),
  consultant: personSchema,
  state: z.enum(intentStates),
  drawPlace: z.int().nullable(),
  passes: z.int(),
  registeredOn: localDateSchema,
  wishes: z.array(z.strictObject({ unitId: idSchema, unit: z.string() })),
});

/** Intents (认筹): who takes part in a launch. */
export const intents = {
  /** Those of a launch in the order of their numbers, as far as the caller may know their names. */
  list: query({
    permission: 'launches.read',
    input: z.strictObject({ launchId: idSchema }),
    output: z.array(intentRow),
  }),
  detail: query({
    permission: 'launches.read',
    input: z.strictObject({ intentId: idSchema }),
    output: z.strictObject({
      row: intentRow,
      launchId: idSchema,
      launch: z.string(),
      customerId: idSchema,
      endReason: z.string(),
      pick: z
        .strictObject({
          id: idSchema,
          number: z.string(),
          unitId: idSchema,
          unit: z.string(),
          state: z.enum(pickStates),
          expiresAt: z.int(),
        })
        .nullable(),
      /** Earnest money of the launch, 0 where none is asked for, and its receipts. */
      intentMoney: amountSchema,
      receipts: z.array(z.strictObject({ id: idSchema, number: z.string(), amount: amountSchema })),
      /** The ways of paying that the office uses. */
      methods: z.array(z.enum(paymentMethods)),
      /** `receive`, `withdraw`. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Registers a customer for a launch under the next queue number. */
  register: command({
    permission: 'intents.write',
    input: z.strictObject({ launchId: idSchema, customerId: idSchema, wishes: z.array(idSchema).max(10) }),
    output: z.strictObject({ intentId: idSchema, number: z.string(), queueNo: z.int() }),
  }),
  /** Takes the earnest money (诚意金) that the launch asks for, with its receipt. */
  receive: command({
    permission: 'payments.receive',
    input: z.strictObject({
      intentId: idSchema,
      version: versionSchema,
      method: z.enum(paymentMethods),
      reference: z.string().trim().max(80),
    }),
    output: z.strictObject({ receiptId: idSchema, number: z.string() }),
  }),
  /** The customer takes part no longer; their number is not given to anybody else. */
  withdraw: command({
    permission: 'intents.write',
    input: z.strictObject({ intentId: idSchema, version: versionSchema, reason: z.string().trim().min(2).max(500) }),
    output: nothing,
  }),
};
