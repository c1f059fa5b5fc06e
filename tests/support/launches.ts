import type { TestClient, TestOffice } from './office.ts';

/** A launch for a test; earnest money is asked for only where a test says so. */
export type LaunchPlan = {
  readonly desks?: number;
  readonly groupSize?: number;
  readonly passes?: number;
  readonly pickSeconds?: number;
  readonly intentMoney?: number;
  readonly releaseId?: number;
};

/** Plans a launch of every home that is for sale, and opens its registration. Answers its number and its desks. */
export async function openLaunch(manager: TestClient, plan: LaunchPlan = {}) {
  const { desks = 2, groupSize = 10, passes = 1, pickSeconds = 60, intentMoney = 0, releaseId = null } = plan;
  const { launchId } = await manager.launches.save({
    launchId: null,
    version: null,
    plan: {
      name: '首批开盘',
      releaseId,
      opensAt: Date.parse('2026-11-28T01:00:00Z'),
      intentMoney,
      groupSize,
      pickSeconds,
      pickHours: 2,
      passes,
    },
    desks: Array.from({ length: desks }, (_none, index) => ({ id: null, name: `${index + 1}号台` })),
  });
  const planned = await manager.launches.detail({ launchId });
  await manager.launches.openRegistration({ launchId, version: planned.version });
  return { launchId, desks: planned.desks.map(({ id }) => id) };
}

/** Closes the list of a launch and draws its places. */
export async function drawLaunch(desk: TestOffice, launchId: number, seed = '双色球 2026135 期'): Promise<void> {
  const manager = desk.as('manager');
  const { version } = await manager.launches.detail({ launchId });
  const { listHash } = await manager.launches.closeList({ launchId, version });
  await manager.launches.draw({ launchId, listHash, seed, seedSource: '中国福利彩票开奖公告', witness: '公证员 李正' });
}
