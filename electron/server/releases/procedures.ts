import { nextNumber } from '#db/repositories/counters.ts';
import {
  allReleases,
  homesOfRelease,
  peopleOfRelease,
  plannedElsewhere,
  type ReleaseRow,
  releaseById,
  teamsOfOffice,
} from '#db/repositories/releases.ts';
import { buildingOf, buildingsWithPermits, type UnitRow, unitsOf } from '#db/repositories/units.ts';
import { releases, releaseUnits } from '#db/schema/control.ts';
import type { releases as releasesApi } from '#shared/api/releases.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { notPlanned, planRefusal } from '#shared/domain/releases/planning.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import { bareUnitFacts } from '#shared/domain/units/facts.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { burdenOf } from '#shared/domain/units/sale-conditions.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { buildingSaleFacts } from '../units/unit-facts.ts';

type Db = QueryContext['db'];
type Wish = { readonly unitId: number; readonly team: string };

const forbidden: Refusal = { code: 'FORBIDDEN' };

function releaseAt(db: Db, releaseId: number): ReleaseRow {
  const row = releaseById(db, releaseId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

function refuse(refused: Refusal | undefined): void {
  if (refused !== undefined) throw DomainError.from(refused);
}

/** What stands against offering a home as things are; the laws of a building are asked once for all of its homes. */
function againstOffering({ db, now, today, connection, actor }: QueryContext) {
  const known = new Map<number, ReturnType<typeof buildingSaleFacts>>();
  const who = { accountId: actor.id, post: actor.post, terminal: connection.terminal };
  return (unit: UnitRow): Refusal | null => {
    const building = known.get(unit.buildingId) ?? buildingSaleFacts(buildingOf(db, unit.buildingId), today);
    known.set(unit.buildingId, building);
    const facts = {
      ...bareUnitFacts(now, today, who),
      ...building,
      encumbrance: burdenOf(unit.encumbrance, building.encumbrance),
      filedPriceFen: unit.filedPrice,
      legal: unit.legalState,
      authorised: ['release'] as const,
    };
    return decide(unitCommercial, unit.commercialState, 'release', facts).refused ?? null;
  };
}

function canWith({ can, now }: QueryContext, row: ReleaseRow, teams: boolean): Record<string, true | Refusal> {
  const planned = notPlanned(row.state) ?? true;
  const running = row.exclusiveUntil === null || row.exclusiveUntil > now;
  const write = can('releases.write') || forbidden;
  const acts: Record<string, true | Refusal> = {
    save: write === true ? planned : write,
    release: can('units.release') ? planned : forbidden,
    cancel: write === true ? planned : write,
  };
  if (row.state !== 'released' || !teams || !running) return acts;
  return { ...acts, openToAll: write };
}

/** Refuses a plan that can't stand. */
function checkPlan(
  { db }: CommandContext,
  releaseId: number,
  plannedAt: number,
  until: number | null,
  wishes: readonly Wish[],
) {
  const ids = wishes.map(({ unitId }) => unitId);
  if (new Set(ids).size !== ids.length) throw new DomainError('INVALID_INPUT');
  const found = new Map(unitsOf(db, ids).map((unit) => [unit.id, unit]));
  const names = new Map(buildingsWithPermits(db).map(({ id, name }) => [id, name]));
  const elsewhere = plannedElsewhere(db, releaseId, ids);
  const units = wishes.map(({ unitId, team }) => {
    const unit = found.get(unitId);
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    const label = unitLabel({ ...unit, building: names.get(unit.buildingId) ?? '' });
    return { label, state: unit.commercialState, team, elsewhere: elsewhere.get(unitId) ?? null };
  });
  refuse(planRefusal({ plannedAt, exclusiveUntil: until, units }, teamsOfOffice(db)));
}

/** Writes the homes of a release as they are wanted: what is new, what changed its team, what is no longer in it. */
function writeHomes({ db, tx }: CommandContext, releaseId: number, wishes: readonly Wish[]): void {
  const before = new Map(homesOfRelease(db, releaseId).map(({ row }) => [row.unitId, row]));
  for (const { unitId, team } of wishes) {
    const known = before.get(unitId);
    if (known === undefined) tx.insert(releaseUnits, { releaseId, unitId, team });
    else if (known.team !== team) tx.update(releaseUnits, known.id, { team });
    before.delete(unitId);
  }
  for (const { id } of before.values()) tx.remove(releaseUnits, id);
}

/** Handlers of releases. */
export const releasesHandlers: Handlers<typeof releasesApi> = {
  list: ({ db, can }) => ({
    releases: allReleases(db).map(({ row, planner, units, value, teams }) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      state: row.state,
      plannedAt: row.plannedAt,
      exclusiveUntil: row.exclusiveUntil,
      plannedBy: planner,
      releasedAt: row.releasedAt,
      units,
      value,
      teams: teams === null ? [] : teams.split(',').toSorted(),
    })),
    can: { plan: can('releases.write') || forbidden },
  }),

  detail: (context, { releaseId }) => {
    const { db } = context;
    const row = releaseAt(db, releaseId);
    const people = peopleOfRelease(db, releaseId);
    const homes = homesOfRelease(db, releaseId);
    const against = againstOffering(context);
    return {
      id: row.id,
      number: row.number,
      name: row.name,
      state: row.state,
      plannedAt: row.plannedAt,
      exclusiveUntil: row.exclusiveUntil,
      plannedBy: people?.planner ?? '',
      releasedAt: row.releasedAt,
      releasedBy: people?.releaser ?? null,
      cancelledAt: row.cancelledAt,
      cancelReason: row.cancelReason,
      units: homes.map(({ row: { team }, unit, buildingName }) => ({
        unitId: unit.id,
        label: unitLabel({ ...unit, building: buildingName }),
        buildingName,
        use: unit.use,
        houseType: unit.houseType,
        builtArea: unit.builtArea,
        listPrice: unit.listPrice,
        state: unit.commercialState,
        team,
        against: row.state === 'planned' ? against(unit) : null,
      })),
      can: canWith(
        context,
        row,
        homes.some(({ row: { team } }) => team !== ''),
      ),
      version: row.version,
    };
  },

  choice: ({ db }, { releaseId }) => {
    const names = new Map(buildingsWithPermits(db).map(({ id, name }) => [id, name]));
    const open = unitsOf(db, null).filter(({ commercialState }) => commercialState === 'unreleased');
    const elsewhere = plannedElsewhere(
      db,
      releaseId ?? 0,
      open.map(({ id }) => id),
    );
    return {
      teams: teamsOfOffice(db),
      units: open.map((unit) => {
        const buildingName = names.get(unit.buildingId) ?? '';
        return {
          unitId: unit.id,
          label: unitLabel({ ...unit, building: buildingName }),
          buildingId: unit.buildingId,
          buildingName,
          use: unit.use,
          houseType: unit.houseType,
          floor: unit.floor,
          builtArea: unit.builtArea,
          listPrice: unit.listPrice,
          elsewhere: elsewhere.get(unit.id) ?? null,
        };
      }),
    };
  },

  save: (context, { release, name, plannedAt, exclusiveUntil, units }) => {
    const { db, tx, actor, today, happened } = context;
    if (release !== null) refuse(notPlanned(releaseAt(db, release.id).state));
    checkPlan(context, release?.id ?? 0, plannedAt, exclusiveUntil, units);
    const plan = { name, plannedAt, exclusiveUntil };
    const row =
      release === null
        ? tx.insert(releases, {
            ...plan,
            number: nextNumber(tx, 'TH', Number(today.slice(0, 4))),
            plannedBy: actor.id,
          })
        : tx.update(releases, release.id, plan, release.version);
    writeHomes(context, row.id, units);
    const kind = release === null ? 'releasePlanned' : 'releaseChanged';
    happened({ kind, noun: 'releases', id: row.id, data: { number: row.number, units: units.length } });
    return { releaseId: row.id, number: row.number };
  },

  release: (context, { releaseId, version }) => {
    const { db, tx, actor, now, happened } = context;
    const row = releaseAt(db, releaseId);
    refuse(notPlanned(row.state));
    const homes = homesOfRelease(db, releaseId);
    for (const { unit } of homes) applyUnitEvent(context, unit, 'release');
    tx.update(releases, releaseId, { state: 'released', releasedAt: now, releasedBy: actor.id }, version);
    happened({ kind: 'released', noun: 'releases', id: releaseId, data: { number: row.number, units: homes.length } });
    return { released: homes.length };
  },

  cancel: ({ db, tx, now, happened }, { releaseId, version, reason }) => {
    const row = releaseAt(db, releaseId);
    refuse(notPlanned(row.state));
    tx.update(releases, releaseId, { state: 'cancelled', cancelledAt: now, cancelReason: reason }, version);
    happened({ kind: 'releaseCancelled', noun: 'releases', id: releaseId, data: { number: row.number, reason } });
    return {};
  },

  openToAll: ({ db, tx, now, happened }, { releaseId, version }) => {
    const row = releaseAt(db, releaseId);
    if (row.state !== 'released') throw new DomainError('RELEASE_NOT_DONE', { state: row.state });
    if (row.exclusiveUntil !== null && row.exclusiveUntil <= now) throw new DomainError('RELEASE_OPEN_TO_ALL');
    tx.update(releases, releaseId, { exclusiveUntil: now }, version);
    happened({ kind: 'releaseOpened', noun: 'releases', id: releaseId, data: { number: row.number } });
    return {};
  },
};
