import type { OpenDatabase } from '#db/connection.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import {
  buyersOf,
  latestApprovalOf,
  planLinesOf,
  priceLinesOf,
  receiptsOf,
  type SubscriptionRow,
} from '#db/repositories/subscriptions.ts';
import { canOf } from '#shared/domain/lifecycle.ts';
import { settle } from '#shared/domain/payments/allocation.ts';
import { priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { identityKindSchema, maskIdentityNumber } from '#shared/kernel/identity-number.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { openIdentity } from '../customers/identity.ts';
import { phoneFor } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { gatherSubscriptionFacts } from './subscription-facts.ts';

function canWith(context: QueryContext, row: SubscriptionRow): Record<string, true | Refusal> {
  const facts = gatherSubscriptionFacts(context, row, { priceAuthorised: true });
  const approved: true | Refusal =
    row.state === 'approved' || row.state === 'depositComplete' || row.state === 'converted'
      ? true
      : { code: 'SUBSCRIPTION_NOT_APPROVED' };
  const forbidden: Refusal = { code: 'FORBIDDEN' };
  const { cancel } = canOf(subscriptionLifecycle, row.state, facts, ['cancel']);
  return {
    receiveDeposit: context.can('payments.receive')
      ? row.state === 'approved'
        ? true
        : { code: row.state === 'depositComplete' ? 'DEPOSIT_IS_COMPLETE' : 'SUBSCRIPTION_NOT_APPROVED' }
      : forbidden,
    issueBook: context.can('documents.issue') ? approved : forbidden,
    cancel: context.can('subscriptions.cancel') ? cancel : forbidden,
  };
}

/** One subscription with its buyers, price, plan, receipts, approval and history. */
export function subscriptionDetail<R>(
  context: QueryContext,
  database: OpenDatabase,
  subscription: SubscriptionRow,
  row: R,
) {
  const { db, actor, today } = context;
  const receipts = receiptsOf(db, [subscription.id]);
  const plan = planLinesOf(db, subscription.id);
  const settled = settle(
    plan,
    receipts.map(({ receipt }) => receipt),
    today,
  );
  const approval = latestApprovalOf(db, subscription.id);
  return {
    row,
    listPrice: subscription.listPrice,
    planKind: subscription.planKind,
    buyers: buyersOf(db, [subscription.id]).map(({ customer, sharePpm }) => {
      const number = openIdentity(database.client, customer);
      const kind = identityKindSchema.safeParse(customer.identityKind);
      return {
        customerId: customer.id,
        name: customer.name,
        phone: phoneFor(actor, customer),
        identityKind: kind.success ? kind.data : null,
        identityNumber: number === null ? null : maskIdentityNumber(number),
        sharePpm,
      };
    }),
    lines: priceLinesOf(db, subscription.id).map(({ kind, label, ratePpm, amount, after }) => ({
      kind: priceLineKinds.find((one) => one === kind) ?? 'list',
      label,
      ratePpm,
      amount,
      after,
    })),
    plan: plan.map(({ position, item, amount, dueOn, inPrice }) => ({
      position,
      item,
      amount,
      dueOn,
      inPrice,
      received: settled.lines.find((line) => line.position === position)?.paid ?? ZERO_FEN,
    })),
    receipts: receipts.map(({ receipt, cashier }) => ({
      id: receipt.id,
      number: receipt.number,
      item: receipt.item,
      method: receipt.method,
      amount: receipt.amount,
      receivedOn: receipt.receivedOn,
      cashier,
      state: receipt.state,
      version: receipt.version,
    })),
    approval:
      approval === undefined
        ? null
        : { id: approval.id, state: approval.state, requiredPost: approval.requiredPost, reason: approval.reason },
    endReason: subscription.endReason,
    history: historyOf(db, 'subscriptions', subscription.id),
    can: canWith(context, subscription),
    version: subscription.version,
  };
}
