import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { customerById } from '#db/repositories/customers.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { type IntentRow, intentsOfLaunch, lastQueueNo, liveIntentOf } from '#db/repositories/intents.ts';
import { pickOfIntent } from '#db/repositories/launch-homes.ts';
import { receiptsOfOwner } from '#db/repositories/owned-money.ts';
import { labelOfUnit, unitById } from '#db/repositories/units.ts';
import { intents } from '#db/schema/launches.ts';
import type { intents as intentsApi } from '#shared/api/launches.ts';
import { intentLifecycle } from '#shared/domain/launches/intent-lifecycle.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { nameFor } from '../customers/present.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { permitRefusal, receiveIntentMoney } from './intent-money.ts';
import { applyIntentEvent, applyLaunchEvent, intentFacts, launchAt } from './launch-facts.ts';
import { isOffered } from './offered.ts';
import { ownIntent } from './own-intents.ts';

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

/**
 * Registers a customer under the next queue number. Throws LAUNCH_NOT_OPEN, LAUNCH_LIST_CLOSED, NOT_YOUR_CUSTOMER,
 * INTENT_TWICE, UNIT_NOT_IN_LAUNCH.
 */
function register(context: CommandContext, { launchId, customerId, wishes }: Registered, key: Uint8Array) {
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
  const number = nextNumber(tx, 'RC', Number(today.slice(0, 4)));
  const row = tx.insert(intents, {
    number,
    launchId: launch.id,
    customerId,
    consultantId: actor.id,
    queueNo: lastQueueNo(db, launch.id) + 1,
    code: codeOf(key, number),
    wishes: [...new Set(wishes)],
    registeredAt: now,
  });
  indexSubject(tx, 'intents', row.id, { names: [], codes: [number] });
  const data = { number: row.number, launchId: launch.id, queueNo: row.queueNo };
  happened({ kind: 'intentRegistered', noun: 'intents', id: row.id, data });
  return { intentId: row.id, number: row.number, queueNo: row.queueNo };
}

/** Whether earnest money may be taken for an intent now, or why not. */
function receivable(context: QueryContext, intent: IntentRow): true | Refusal {
  const launch = launchAt(context.db, intent.launchId);
  const state = decide(intentLifecycle, intent.state, 'pay', intentFacts(context, launch, intent)).refused;
  const closed: Refusal | undefined = launch.state === 'registering' ? undefined : { code: 'LAUNCH_LIST_CLOSED' };
  return state ?? closed ?? permitRefusal(context, launch) ?? true;
}

/** The code on the slip of a number: nobody outside of the office can tell it from the number. */
function codeOf(key: Uint8Array, number: string): string {
  return createHmac('sha256', key).update(`intent ${number}`).digest('hex').slice(0, 8);
}

/** Handlers of intents; the key is the office's own, for the codes on its slips. */
export const intentsHandlers = (key: Uint8Array): Handlers<typeof intentsApi> => ({
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
      intentMoney: launch.intentMoney,
      receipts: receiptsOfOwner(db, { noun: 'intents', id: intentId })
        .filter(({ state }) => state === 'valid')
        .map(({ id, number, amount }) => ({ id, number, amount })),
      methods: [...context.setting('paymentMethods')],
      can: {
        ...(context.can('payments.receive') && launch.intentMoney > 0 ? { receive: receivable(context, intent) } : {}),
        ...(context.can('intents.write') ? { withdraw: refused ?? true } : {}),
      },
      version: intent.version,
    };
  },

  register: (context, input) => register(context, input, key),

  receive: receiveIntentMoney,

  withdraw: (context, { intentId, version, reason }) => {
    const intent = ownIntent(context, intentId);
    const launch = launchAt(context.db, intent.launchId);
    applyIntentEvent(context, launch, intent, 'withdraw', { patch: { endReason: reason }, seen: version });
    voidPapersOf(context, 'intents', intent.id, reason);
    const data = { number: intent.number, queueNo: intent.queueNo };
    context.happened({ kind: 'intentWithdrawn', noun: 'intents', id: intent.id, data });
    return {};
  },
});
