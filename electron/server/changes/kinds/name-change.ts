import type { ReadDb } from '#db/access.ts';
import { attachmentCounts } from '#db/repositories/attachments.ts';
import { customerById, subscriptionsOfCustomer } from '#db/repositories/customers.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { buyerRowsOf, buyersOf } from '#db/repositories/subscriptions.ts';
import { customers } from '#db/schema/customers.ts';
import { subscriptionBuyers } from '#db/schema/deals.ts';
import { buyersMoved, isProvenRelative, kinshipRefusal, sameBuyers } from '#shared/domain/changes/names.ts';
import { type Buyer, buyersRefusal } from '#shared/domain/subscriptions/buyers.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { giveConsents, noticeInForce } from '../../privacy/consents.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { forgetSigners, signersOfNextRefusal } from '../../subscriptions/signers.ts';
import type { UnitContext } from '../../units/unit-facts.ts';
import { type ChangedDeal, isSigned } from '../deal.ts';
import { type Asking, defineChange, effectsFor, givenFor, refusalOfDeal } from '../definition.ts';
import { cashOf, figure } from '../figures.ts';

function buyersNow({ db }: UnitContext, { row }: ChangedDeal): Buyer[] {
  return buyersOf(db, [row.id]).map(({ customer, sharePpm }) => ({ customerId: customer.id, sharePpm }));
}

/** What the new buyers bring for the deal's own table; who signs for them is kept with the deal unless it is given. */
function factsOf(
  { db, today }: UnitContext,
  { row }: ChangedDeal,
  {
    buyers,
    agreed,
    signers,
  }: { readonly buyers: readonly Buyer[]; readonly agreed: boolean } & Pick<Asking, 'signers'>,
) {
  const known = buyers.map(({ customerId }) => customerById(db, customerId));
  const complete = known.every((one) => one !== undefined && one.identitySealed !== null && one.phone !== null);
  return {
    buyersComplete: complete && buyersRefusal(buyers) === undefined,
    sensitiveConsent: row.consent && agreed,
    signers: signersOfNextRefusal(db, row.id, { buyers, today, ...(signers && { signers }) }) ?? null,
    // Proven, or for the director to decide.
    nameProof: true,
  };
}

/** True while somebody buys in a deal that has not ended. */
function hasDeal(db: ReadDb, customerId: number): boolean {
  return subscriptionsOfCustomer(db, customerId).some(({ subscription }) => !isEnded(subscription.state));
}

/** 更名、增名、减名: other buyers; money and home stay with the deal. Of a signed contract by an agreement of all. */
export const nameChange = defineChange({
  kind: 'nameChange',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'contactSheet'],

  checkAsker: (context, { buyers }) => {
    for (const { customerId } of buyers) {
      const buyer = customerById(context.db, customerId);
      if (buyer === undefined || buyer.state === 'anonymised') throw new DomainError('NOT_FOUND');
      if (!context.sees('customers', buyer.ownerId)) throw new DomainError('NOT_YOUR_CUSTOMER');
      if (buyer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
    }
  },

  reckon: (context, deal, ask, { signers }) => {
    const before = buyersNow(context, deal);
    const { added } = buyersMoved(before, ask.buyers);
    const agreed = ask.consent || added.length === 0;
    const wrong = buyersRefusal(ask.buyers);
    return {
      simulation: {
        figures: [figure('buyers', before.length, ask.buyers.length)],
        plan: null,
        priceLines: null,
        buyers: { before, after: [...ask.buyers] },
        cash: cashOf(context.db, deal.row),
        effects: effectsFor(deal, ['bookReplaced'], { told: true }),
        approval: { amount: isProvenRelative(ask) ? 0 : 1, belowFloor: false },
      },
      refusals: [
        ...(sameBuyers(before, ask.buyers) ? [{ code: 'CHANGE_NOTHING' } as const] : []),
        ...(wrong === undefined ? [] : [wrong]),
        ...refusalOfDeal(
          context,
          deal,
          'changeName',
          factsOf(context, deal, { buyers: ask.buyers, agreed, ...(signers && { signers }) }),
        ),
      ],
    };
  },

  openPoints: ({ db }, change, _deal, ask) => {
    const refused = kinshipRefusal(ask, attachmentCounts(db, 'changes', [change.id]).get(change.id) ?? 0);
    return refused === undefined ? [] : [refused];
  },

  dropped: (command, { subscriptionId }) => forgetSigners(command, subscriptionId),

  carryOut: (command, { change, deal, ask }) => {
    const { db, tx, now, today } = command;
    const { row } = deal;
    const { added, removed } = buyersMoved(buyersNow(command, deal), ask.buyers);
    applySubscriptionEvent(
      command,
      row,
      'changeName',
      givenFor('changeName', {
        ...factsOf(command, deal, { buyers: ask.buyers, agreed: true }),
        amended: isSigned(deal),
      }),
    );
    tx.removeAll(
      subscriptionBuyers,
      buyerRowsOf(db, row.id).map(({ id }) => id),
    );
    for (const [index, { customerId, sharePpm }] of ask.buyers.entries())
      tx.insert(subscriptionBuyers, { subscriptionId: row.id, customerId, sharePpm, position: index + 1 });
    forgetSigners(command, row.id);
    const notice = { language: 'zh-CN', edition: noticeInForce({ db }, 'zh-CN').edition } as const;
    for (const customerId of added) {
      giveConsents({ db, tx, now }, customerId, {
        purposes: ['sensitive'],
        method: 'paper',
        on: today,
        notice,
        takenBy: change.requestedBy,
      });
      const state = customerById(db, customerId)?.state;
      if (state === 'prospect' || state === 'pool' || (isSigned(deal) && state === 'subscribed'))
        tx.update(customers, customerId, { state: isSigned(deal) ? 'signed' : 'subscribed' });
    }
    for (const customerId of removed) {
      const state = customerById(db, customerId)?.state;
      if ((state === 'subscribed' || state === 'signed') && !hasDeal(db, customerId))
        tx.update(customers, customerId, { state: 'prospect' });
    }
    const names = buyersOf(db, [row.id]).map(({ customer }) => customer.name);
    indexSubject(tx, 'subscriptions', row.id, { names, codes: [row.number] });
  },
});
