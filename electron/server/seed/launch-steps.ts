import { consultants, type StaffName } from '#db/seed/people.ts';
import { addDays, dayOf, instantOf } from '#shared/kernel/local-date.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import type { DeskClient } from './desk.ts';

/** Customers whom each consultant registers for each launch, and which of them have paid where money is asked for. */
const EACH = 3;
const PAID = 2;
/** Half past nine in the morning: minutes from midnight. */
const MORNING = 9 * 60 + 30;

type Desk = (name: StaffName) => DeskClient;
type Plan = Parameters<DeskClient['launches']['save']>[0]['plan'];

/** A launch by the rules of the office, with three desks, whose registration is open. */
async function openLaunch(desk: Desk, plan: Pick<Plan, 'name' | 'releaseId' | 'opensAt' | 'intentMoney'>) {
  const manager = desk('dujianhua');
  const { launchId } = await manager.launches.save({
    launchId: null,
    version: null,
    plan: { ...plan, groupSize: 5, pickSeconds: 120, pickHours: 2, passes: 1 },
    desks: ['1号台', '2号台', '3号台'].map((name) => ({ id: null, name })),
  });
  await manager.launches.openRegistration({ launchId, version: 1 });
  return launchId;
}

/** Each consultant registers some of their own customers, from a place in their list on, with two wishes each. */
async function registerCustomers(desk: Desk, launchId: number, from: number) {
  const { unitIds } = await desk('dujianhua').launches.detail({ launchId });
  const registered: { name: StaffName; intentId: number; index: number }[] = [];
  for (const [place, name] of consultants.entries()) {
    const { rows } = await desk(name).customers.list({
      ...{ scope: 'mine', text: '', rating: null, state: 'prospect', limit: from + EACH },
    });
    for (const [index, { id: customerId }] of rows.slice(from).entries()) {
      const first = (place * EACH + index) * 2;
      const wishes = [...new Set([first, first + 1].map((at) => unitIds[at % unitIds.length] ?? 0))];
      const { intentId } = await desk(name).intents.register({ launchId, customerId, wishes });
      registered.push({ name, intentId, index });
    }
  }
  return registered;
}

/** A launch in some days: registration is open, and most of those registered have paid their earnest money. */
export async function planLaunch(desk: Desk, now: number): Promise<void> {
  const opensAt = instantOf(addDays(dayOf(now), 9), MORNING);
  const plan = { name: '云境二批开盘', releaseId: null, opensAt, intentMoney: yuan(20_000) };
  const launchId = await openLaunch(desk, plan);
  for (const { name, intentId, index } of await registerCustomers(desk, launchId, 0)) {
    const { version } = await desk(name).intents.detail({ intentId });
    if (index < PAID) await desk('fangmin').intents.receive({ intentId, version, method: 'cash', reference: '' });
  }
}

/** The launch of tomorrow, of the homes that were released for it: its places are drawn, and its first group waits. */
export async function drawLaunch(desk: Desk, now: number): Promise<void> {
  const manager = desk('dujianhua');
  const release = (await manager.releases.list({})).releases.find(({ state }) => state === 'released');
  if (release === undefined) return;
  const launchId = await openLaunch(desk, {
    name: `${release.name}开盘`,
    releaseId: release.id,
    opensAt: instantOf(addDays(dayOf(now), 1), MORNING),
    intentMoney: ZERO_FEN,
  });
  await registerCustomers(desk, launchId, EACH);
  const { version } = await manager.launches.detail({ launchId });
  const { listHash } = await manager.launches.closeList({ launchId, version });
  const issue = `双色球 ${dayOf(now).slice(0, 4)}135 期：03 07 11 19 24 30 + 08`;
  await manager.launches.draw({
    ...{ launchId, listHash, seed: issue, seedSource: '中国福利彩票网开奖公告' },
    witness: '渝澄公证处 李正',
  });
}
