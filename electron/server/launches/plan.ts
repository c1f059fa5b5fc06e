import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { intentCounts } from '#db/repositories/intents.ts';
import { desksOfLaunch, type LaunchRow } from '#db/repositories/launches.ts';
import { releaseById } from '#db/repositories/releases.ts';
import { launchDesks, launches } from '#db/schema/launches.ts';
import type { launches as launchesApi } from '#shared/api/launches.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyLaunchEvent, launchAt } from './launch-facts.ts';

type Input = z.output<(typeof launchesApi)['save']['input']>;
type Plan = Input['plan'];

/** What customers rely on once somebody has registered, and what the draw was cut by. */
function standing(launch: LaunchRow, registered: number, plan: Plan): boolean {
  const promised = registered > 0 && (plan.releaseId !== launch.releaseId || plan.intentMoney !== launch.intentMoney);
  const drawn = launch.state === 'drawn' || launch.state === 'running' || launch.state === 'paused';
  return promised || (drawn && (plan.groupSize !== launch.groupSize || plan.passes !== launch.passes));
}

/**
 * Plans a launch, or changes its plan. Throws LAUNCH_RELEASE_UNKNOWN for one that was called off, LAUNCH_PLAN_STANDS for what customers rely on already, LAUNCH_DESK_USED for
 * a desk that somebody stands or stood at.
 */
export function saveLaunch(context: CommandContext, { launchId, version, plan, desks }: Input) {
  const { db, tx, now, today, actor, happened } = context;
  if (new Set(desks.map(({ name }) => name)).size < desks.length) throw new DomainError('LAUNCH_DESK_TWICE');
  const release = plan.releaseId === null ? undefined : releaseById(db, plan.releaseId);
  if (plan.releaseId !== null && (release === undefined || release.state === 'cancelled'))
    throw new DomainError('LAUNCH_RELEASE_UNKNOWN');
  if (launchId === null) {
    const number = nextNumber(tx, 'KP', Number(today.slice(0, 4)));
    const row = tx.insert(launches, { ...plan, number, createdBy: actor.id, createdAt: now });
    saveDesks(context, row, desks);
    happened({ kind: 'launchPlanned', noun: 'launches', id: row.id, data: { number, desks: desks.length } });
    return { launchId: row.id, number };
  }
  const launch = launchAt(db, launchId);
  const registered = intentCounts(db, launch.id).reduce((sum, { n }) => sum + n, 0);
  if (standing(launch, registered, plan)) throw new DomainError('LAUNCH_PLAN_STANDS');
  const row = applyLaunchEvent(context, launch, 'plan', { patch: plan, seen: version ?? launch.version });
  saveDesks(context, row, desks);
  happened({ kind: 'launchChanged', noun: 'launches', id: row.id, data: { number: row.number, desks: desks.length } });
  return { launchId: row.id, number: row.number };
}

function saveDesks({ db, tx }: CommandContext, launch: LaunchRow, wanted: Input['desks']): void {
  const there = desksOfLaunch(db, launch.id);
  const started = launch.startedAt !== null;
  for (const desk of there)
    if (!wanted.some(({ id }) => id === desk.id)) {
      if (started) throw new DomainError('LAUNCH_DESK_USED', { desk: desk.name });
      tx.remove(launchDesks, desk.id);
    }
  // Names are given up before they are given anew: two desks may have changed theirs.
  for (const [index, { id, name }] of wanted.entries()) {
    const desk = there.find((one) => one.id === id);
    if (id !== null && desk === undefined) throw new DomainError('NOT_FOUND');
    if (desk !== undefined && desk.name !== name) tx.update(launchDesks, desk.id, { name: `\u0000${String(index)}` });
  }
  for (const [index, { id, name }] of wanted.entries())
    if (id === null) tx.insert(launchDesks, { launchId: launch.id, name, position: index + 1 });
    else tx.update(launchDesks, id, { name, position: index + 1 });
}
