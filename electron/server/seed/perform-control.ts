import type { Act } from '#db/seed/acts.ts';
import { handbookPlan } from '#db/seed/handbook.ts';
import { addDays, dayOf, instantOf } from '#shared/kernel/local-date.ts';
import type { Stage } from './stage.ts';

/** The planner has written down what consultants are asked. */
export async function writeHandbook({ desk }: Stage, at: number): Promise<void> {
  for (const { ago, days, facts = {}, ...entry } of handbookPlan) {
    const asOf = addDays(dayOf(at), -ago);
    const validUntil = days === undefined ? null : addDays(asOf, days);
    await desk('baiyutong').handbook.save({ entry: null, ...entry, facts, asOf, validUntil });
  }
}

/** The manager releases some floors of a building together, for a launch that offers them and nothing else. */
export async function releaseForLaunch(
  { desk, plan, unitIds }: Stage,
  { building: index, fromFloor, toFloor, at }: Extract<Act, { do: 'releaseForLaunch' }>,
): Promise<void> {
  const first = plan.buildings.slice(0, index).reduce((sum, { homes }) => sum + homes.length, 0);
  const building = plan.buildings[index];
  const units = (building?.homes ?? []).flatMap(({ floor }, place) =>
    floor >= fromFloor && floor <= toFloor ? [{ unitId: unitIds[first + place] ?? 0, team: '' }] : [],
  );
  const manager = desk('dujianhua');
  const { releaseId } = await manager.releases.save({
    release: null,
    name: `${building?.name ?? ''}高区`,
    plannedAt: at,
    exclusiveUntil: null,
    units,
  });
  await manager.releases.release({ releaseId, version: 1 });
}

/** The manager plans what is offered next: the low floors of a building that is not on sale, in two days. */
export async function planRelease({ desk, plan, unitIds }: Stage, index: number, at: number): Promise<void> {
  const first = plan.buildings.slice(0, index).reduce((sum, { homes }) => sum + homes.length, 0);
  const building = plan.buildings[index];
  const units = (building?.homes ?? []).flatMap(({ floor }, place) =>
    floor <= 9 ? [{ unitId: unitIds[first + place] ?? 0, team: '' }] : [],
  );
  await desk('dujianhua').releases.save({
    release: null,
    name: `${building?.name ?? ''}首推`,
    plannedAt: instantOf(addDays(dayOf(at), 2), 9 * 60 + 30),
    exclusiveUntil: null,
    units,
  });
}

/** Before the office closes the supervisor compares everything; where nothing differs both sign. */
export async function checkControl({ desk }: Stage): Promise<void> {
  const supervisor = desk('chenliqun');
  const { checkId, differences } = await supervisor.controlChecks.run({});
  if (differences > 0) return;
  for (const signer of [supervisor, desk('dujianhua')]) {
    const { version } = await signer.controlChecks.detail({ checkId });
    await signer.controlChecks.sign({ checkId, version });
  }
}
