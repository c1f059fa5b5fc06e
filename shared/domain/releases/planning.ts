import type { Refusal } from '../../kernel/errors.ts';
import type { UnitCommercialState } from '../units/states.ts';
import type { ReleaseState } from './states.ts';

/** A home as a plan of a release looks at it. */
export type PlannedUnit = {
  readonly label: string;
  readonly state: UnitCommercialState;
  readonly team: string;
  /** The number of another release that has it planned; null for none. */
  readonly elsewhere: string | null;
};

/** What somebody wants a release to be. Instants in UTC ms. */
export type ReleasePlan = {
  readonly plannedAt: number;
  readonly exclusiveUntil: number | null;
  readonly units: readonly PlannedUnit[];
};

/** Why a release that stands in a state can be neither changed, carried out nor called off; undefined when it can. */
export function notPlanned(state: ReleaseState): Refusal | undefined {
  return state === 'planned' ? undefined : { code: 'RELEASE_NOT_PLANNED', params: { state } };
}

/** Why a plan can't stand; undefined when it can. `teams` are the teams of the office. */
export function planRefusal({ plannedAt, exclusiveUntil, units }: ReleasePlan, teams: readonly string[]) {
  return endsBeforeItBegins(plannedAt, exclusiveUntil) ?? firstOf(units, (unit) => unitRefusal(unit, teams));
}

function endsBeforeItBegins(plannedAt: number, exclusiveUntil: number | null): Refusal | undefined {
  return exclusiveUntil !== null && exclusiveUntil <= plannedAt ? { code: 'RELEASE_TEAMS_END_FIRST' } : undefined;
}

function unitRefusal({ label, state, team, elsewhere }: PlannedUnit, teams: readonly string[]): Refusal | undefined {
  if (state !== 'unreleased') return { code: 'RELEASE_UNIT_OFFERED', params: { unit: label, state } };
  if (elsewhere !== null) return { code: 'UNIT_IN_RELEASE', params: { unit: label, release: elsewhere } };
  if (team !== '' && !teams.includes(team)) return { code: 'RELEASE_TEAM_UNKNOWN', params: { team } };
  return undefined;
}

function firstOf<T>(all: readonly T[], refusalOf: (one: T) => Refusal | undefined): Refusal | undefined {
  for (const one of all) {
    const refused = refusalOf(one);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
