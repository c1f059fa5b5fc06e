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

/** Two consultants claim one customer, twice: the supervisor goes by the rules once, and once lets them share. */
export async function ruleConflicts({ desk }: Stage): Promise<void> {
  const supervisor = desk('chenliqun');
  const consultants = (await supervisor.accounts.colleagues({})).filter(({ post }) => post === 'consultant');
  const { rows } = await supervisor.customers.list({ scope: 'all', text: '', rating: null, state: 'prospect' });
  const owned = rows.filter(({ owner }) => consultants.some(({ id }) => id === owner?.id));
  for (const [index, { id: customerId, owner }] of owned.slice(0, 2).entries()) {
    const other = consultants.find(({ id }) => id !== owner?.id);
    if (owner === null || other === undefined) continue;
    const { rulingId } = await supervisor.rulings.open({
      customerId,
      reason: index === 0 ? 'sameHousehold' : 'forgottenSeller',
      note: index === 0 ? '夫妻先后到访，第二次未说明已来过。' : '客户称来过，记不起接待人。',
      parties: [
        { accountId: owner.id, claim: '已登记并按期跟进' },
        { accountId: other.id, claim: '到访时轮到接待' },
      ],
    });
    const { row, version } = await supervisor.rulings.detail({ rulingId });
    const split = {
      outcome: 'split' as const,
      shares: [
        { accountId: owner.id, sharePpm: 600_000 },
        { accountId: other.id, sharePpm: 400_000 },
      ],
    };
    await supervisor.rulings.decide({
      ...{ rulingId, version },
      ruling: index === 0 ? row.proposal : split,
      grounds: index === 0 ? '' : '后接待人促成复访，双方同意分业绩。',
    });
  }
}
