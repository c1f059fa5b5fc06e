import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { customerById } from '#db/repositories/customers.ts';
import {
  type IntentRow,
  intentById,
  intentsOfLaunch,
  lastQueueNo,
  liveIntentOf,
  pickOfIntent,
} from '#db/repositories/launches.ts';
import { labelOfUnit, unitById } from '#db/repositories/units.ts';
import { intents } from '#db/schema/launches.ts';
import type { intents as intentsApi } from '#shared/api/launches.ts';
import { intentLifecycle } from '#shared/domain/launches/intent-lifecycle.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { nameFor } from '../customers/present.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { applyIntentEvent, applyLaunchEvent, intentFacts, launchAt } from './launch-facts.ts';
import { isOffered } from './offered.ts';

type Registered = z.output<(typeof intentsApi)['register']['input']>;
type Listed = ReturnType<typeof intentsOfLaunch>[number];

function presentIntent(context: QueryContext, { intent, customer, consultant }: Listed) {
  const { id, number, queueNo, code, state, drawPlace, passes, wishes } = intent;
  return {
    ...{ id, number, queueNo, code, state, drawPlace, passes },
    name: nameFor(context, customer),
    open: context.can('customers.read') && context.sees('customers', customer.ownerId),
    consultant: { id: intent.consultantId, name: consultant },
    registeredOn: dayOf(intent.registeredAt),
    wishes: wishes.map((unitId) => ({ unitId, unit: labelOfUnit(context.db, unitId) })),
  };
}

/** The intent of a customer whose file the person sees. Throws NOT_FOUND. */
function ownIntent({ db, sees }: Pick<QueryContext, 'db' | 'sees'>, intentId: number): IntentRow {
  const intent = intentById(db, intentId);
  const customer = intent === undefined ? undefined : customerById(db, intent.customerId);
  if (intent === undefined || customer === undefined || !sees('customers', customer.ownerId))
    throw new DomainError('NOT_FOUND');
  return intent;
}

/**
 * Registers a customer under the next queue number. Throws LAUNCH_NOT_OPEN, LAUNCH_LIST_CLOSED, NOT_YOUR_CUSTOMER,
 * INTENT_TWICE, UNIT_NOT_IN_LAUNCH.
 */
function register(context: CommandContext, { launchId, customerId, wishes }: Registered) {
  const { db, tx, now, today, actor, happened } = context;
  const customer = customerById(db, customerId);
  if (customer === undefined) throw new DomainError('NOT_FOUND');
  if (!context.sees('customers', customer.ownerId)) throw new DomainError('NOT_YOUR_CUSTOMER');
  if (customer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
  if (customer.anonymisedAt !== null) throw new DomainError('CUSTOMER_ANONYMISED');
  const launch = launchAt(db, launchId);
  applyLaunchEvent(context, launch, 'register');
  const twice = liveIntentOf(db, launch.id, customerId);
  if (twice !== undefined) throw new DomainError('INTENT_TWICE', { queueNo: twice.queueNo, number: twice.number });
  for (const unitId of wishes) {
    const unit = unitById(db, unitId);
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    if (!isOffered(db, launch, unit)) throw new DomainError('UNIT_NOT_IN_LAUNCH', { unit: labelOfUnit(db, unitId) });
  }
  const row = tx.insert(intents, {
    number: nextNumber(tx, 'RC', Number(today.slice(0, 4))),
    launchId: launch.id,
    customerId,
    consultantId: actor.id,
    queueNo: lastQueueNo(db, launch.id) + 1,
    code: randomBytes(4).toString('hex'),
    wishes: [...new Set(wishes)],
    registeredAt: now,
  });
  const data = { number: row.number, launchId: launch.id, queueNo: row.queueNo };
  happened({ kind: 'intentRegistered', noun: 'intents', id: row.id, data });
  return { intentId: row.id, number: row.number, queueNo: row.queueNo };
}

/** Handlers of intents. */
export const intentsHandlers: Handlers<typeof intentsApi> = {
  list: (context, { launchId }) =>
    intentsOfLaunch(context.db, launchAt(context.db, launchId).id).map((one) => presentIntent(context, one)),

  detail: (context, { intentId }) => {
    const { db } = context;
    const intent = ownIntent(context, intentId);
    const listed = intentsOfLaunch(db, intent.launchId).find((one) => one.intent.id === intentId);
    if (listed === undefined) throw new DomainError('NOT_FOUND');
    const launch = launchAt(db, intent.launchId);
    const pick = pickOfIntent(db, intentId);
    const refused = decide(intentLifecycle, intent.state, 'withdraw', intentFacts(context, launch, intent)).refused;
    return {
      row: presentIntent(context, listed),
      launchId: launch.id,
      launch: launch.name,
      customerId: intent.customerId,
      endReason: intent.endReason,
      pick:
        pick === undefined
          ? null
          : {
              id: pick.id,
              number: pick.number,
              unitId: pick.unitId,
              unit: labelOfUnit(db, pick.unitId),
              state: pick.state,
              expiresAt: pick.expiresAt,
            },
      can: context.can('intents.write') ? { withdraw: refused ?? true } : {},
      version: intent.version,
    };
  },

  register,

  withdraw: (context, { intentId, version, reason }) => {
    const intent = ownIntent(context, intentId);
    const launch = launchAt(context.db, intent.launchId);
    applyIntentEvent(context, launch, intent, 'withdraw', { patch: { endReason: reason }, seen: version });
    const data = { number: intent.number, queueNo: intent.queueNo };
    context.happened({ kind: 'intentWithdrawn', noun: 'intents', id: intent.id, data });
    return {};
  },
};
