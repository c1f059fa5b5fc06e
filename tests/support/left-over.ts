import { planLines } from '#db/schema/deals.ts';
import { receiptLines } from '#db/schema/papers.ts';
import { fen } from '#shared/kernel/money.ts';
import type { TestOffice } from './office.ts';

/** The plan of the only deal asks for less of its deposit than was received, as after a change of price (fen). */
export function leaveOver(desk: TestOffice, subscriptionId: number, amount: number) {
  return desk.office.corridor.act({
    procedure: 'tests.refunds',
    run: ({ db, tx, happened }) => {
      const line = db
        .select()
        .from(planLines)
        .all()
        .find(({ item }) => item === 'deposit');
      if (line === undefined) throw new Error('No deposit');
      const share = db.select().from(receiptLines).get();
      if (share !== undefined) tx.update(receiptLines, share.id, { amount: fen(share.amount - amount) });
      tx.update(planLines, line.id, { amount: fen(line.amount - amount) });
      happened({ kind: 'moneyReceived', noun: 'subscriptions', id: subscriptionId });
    },
  });
}
