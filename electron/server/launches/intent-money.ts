import type { z } from 'zod';
import { intentById } from '#db/repositories/intents.ts';
import { offeredUnits } from '#db/repositories/launch-homes.ts';
import { type LaunchRow, launchById } from '#db/repositories/launches.ts';
import { buildingOf, unitsOf } from '#db/repositories/units.ts';
import type { intents as intentsApi } from '#shared/api/launches.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { receiptRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { permitForBooking } from '#shared/domain/units/sale-conditions.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { fen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import type { OwnerKind } from '../payments/owners.ts';
import { writeClaimReceipt } from '../payments/take-money.ts';
import { buildingSaleFacts } from '../units/unit-facts.ts';
import { applyIntentEvent, launchAt } from './launch-facts.ts';
import { ownIntent } from './own-intents.ts';

type Received = z.output<(typeof intentsApi)['receive']['input']>;

/** States in which an intent takes part no longer, so that its money is the customer's again. */
const over: readonly string[] = ['withdrawn', 'converted'];

/**
 * Earnest money (诚意金): free to go back once the intent has ended or its launch is over, and not while it holds a place in
 * the queue or a home. One whose money is gone before the list was closed is not on the list any more.
 */
export const intentMoney: OwnerKind = {
  find: (db, id) => {
    const intent = intentById(db, id);
    return intent === undefined ? undefined : { ...intent, unitId: null };
  },
  free: ({ db }, id, money) => {
    const intent = intentById(db, id);
    const launch = intent === undefined ? undefined : launchById(db, intent.launchId);
    const { held, promised } = standingOf(money);
    const ended = launch?.state === 'ended' && intent?.state !== 'picked';
    return intent !== undefined && (over.includes(intent.state) || ended) ? fen(held - promised) : ZERO_FEN;
  },
  moneyMoved: (command, id, held) => {
    const intent = intentById(command.db, id);
    const launch = intent === undefined ? undefined : launchById(command.db, intent.launchId);
    if (intent?.state === 'paid' && !intent.listed && launch !== undefined && held < launch.intentMoney)
      applyIntentEvent(command, launch, intent, 'unpay');
  },
};

/** Why no earnest money may be taken yet: some building of the launch has no pre-sale permit in force (S6). */
export function permitRefusal(
  { db, today, setting }: Pick<QueryContext, 'db' | 'today' | 'setting'>,
  launch: LaunchRow,
): Refusal | undefined {
  if (setting('intentMoneyBeforePermit')) return undefined;
  const units = unitsOf(
    db,
    offeredUnits(db, launch).map(({ id }) => id),
  );
  const buildings = [...new Set(units.map(({ buildingId }) => buildingId))];
  for (const id of buildings) {
    const refused = permitForBooking({ ...buildingSaleFacts(buildingOf(db, id), today), filedPriceFen: null });
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/**
 * Takes the earnest money of an intent with its receipt: from now on it will be on the list. Throws INTENT_MONEY_NONE,
 * LAUNCH_LIST_CLOSED, PERMIT_MISSING before the permit, and what forbids the receipt.
 */
export function receiveIntentMoney(context: CommandContext, { intentId, version, method, reference }: Received) {
  const { db, today, actor, setting, happened } = context;
  const intent = ownIntent(context, intentId);
  const launch = launchAt(db, intent.launchId);
  const amount = launch.intentMoney;
  if (amount === 0) throw new DomainError('INTENT_MONEY_NONE');
  if (launch.state !== 'registering') throw new DomainError('LAUNCH_LIST_CLOSED');
  const forbidden = permitRefusal(context, launch);
  if (forbidden !== undefined) throw DomainError.from(forbidden);
  const refused = receiptRefusal(
    { method, amount, balance: amount, reference, receivedOn: today, today },
    { receiptNeedsReference: setting('receiptNeedsReference'), paymentMethods: setting('paymentMethods') },
  );
  if (refused !== undefined) throw DomainError.from(refused);
  applyIntentEvent(context, launch, intent, 'pay', { seen: version });
  const receipt = writeClaimReceipt(
    context,
    { intentId },
    { payerId: intent.customerId, cashierId: actor.id, item: 'intentMoney', method, amount, reference },
  );
  const { number, queueNo } = intent;
  const data = { number, queueNo, receipt: receipt.number, amountFen: amount };
  happened({ kind: 'intentPaid', noun: 'intents', id: intentId, data });
  return { receiptId: receipt.id, number: receipt.number };
}
