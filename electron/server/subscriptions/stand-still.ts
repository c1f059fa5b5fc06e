import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import { planLines, subscriptions } from '#db/schema/deals.ts';
import { daysAfterSeizure } from '#shared/domain/subscriptions/standstill.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { planOf } from '../payments/take-money.ts';
import { isUnsigned } from './deal-notices.ts';

/**
 * Gives an unsigned deal the days back during which its home was seized (from `seizedAt`, UTC ms): its periods stood still.
 * Answers how many they are and until when it is to be signed now; undefined where nothing moved.
 */
export function endStandStill(
  context: CommandContext,
  row: SubscriptionRow,
  seizedAt: number,
): { readonly days: number; readonly dueOn: LocalDate } | undefined {
  const { db, tx, today } = context;
  if (!isUnsigned(context, row)) return undefined;
  const running = { signBy: row.signBy, lines: planOf(context, row.id) };
  const later = daysAfterSeizure(running, { seizedOn: dayOf(seizedAt), liftedOn: today });
  if (later === null) return undefined;
  tx.update(subscriptions, row.id, { signBy: later.signBy });
  for (const { id, position } of planLinesOf(db, row.id)) {
    const dueOn = later.dueOn.get(position);
    if (dueOn !== undefined) tx.update(planLines, id, { dueOn });
  }
  return { days: later.days, dueOn: later.signBy };
}

/** What the page of an unsigned deal says while its home is seized; nothing otherwise. */
export function standStillWarning({ db }: Pick<CommandContext, 'db'>, row: SubscriptionRow): Refusal[] {
  const seized = unitById(db, row.unitId)?.encumbrance === 'seized';
  return seized && !isEnded(row.state) && isUnsigned({ db }, row) ? [{ code: 'PERIODS_STAND_STILL' }] : [];
}
