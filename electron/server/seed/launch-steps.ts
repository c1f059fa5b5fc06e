import { consultants, type StaffName } from '#db/seed/people.ts';
import { addDays, dayOf, instantOf } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { DeskClient } from './desk.ts';

/** Customers whom each consultant registers, and which of them have paid. */
const EACH = 3;
const PAID = 2;
/** Nine in the morning: minutes from midnight. */
const MORNING = 9 * 60;

/** A launch in some days: registration is open, and most of those registered have paid their earnest money. */
export async function planLaunch(desk: (name: StaffName) => DeskClient, now: number): Promise<void> {
  const manager = desk('dujianhua');
  const { launchId } = await manager.launches.save({
    launchId: null,
    version: null,
    plan: {
      name: '云境二批开盘',
      releaseId: null,
      opensAt: instantOf(addDays(dayOf(now), 9), MORNING),
      intentMoney: yuan(20_000),
      groupSize: 5,
      pickSeconds: 60,
      pickHours: 2,
      passes: 1,
    },
    desks: ['1号台', '2号台', '3号台'].map((name) => ({ id: null, name })),
  });
  await manager.launches.openRegistration({ launchId, version: 1 });
  const { unitIds } = await manager.launches.detail({ launchId });
  for (const [place, name] of consultants.entries()) {
    const { rows } = await desk(name).customers.list({
      ...{ scope: 'mine', text: '', rating: null, state: 'prospect', limit: EACH },
    });
    for (const [index, { id: customerId }] of rows.entries()) {
      const wishes = unitIds.slice((place * EACH + index) * 2, (place * EACH + index) * 2 + 2);
      const { intentId } = await desk(name).intents.register({ launchId, customerId, wishes });
      const { version } = await desk(name).intents.detail({ intentId });
      if (index < PAID) await desk('fangmin').intents.receive({ intentId, version, method: 'cash', reference: '' });
    }
  }
}
