import type { ErrorFamily } from './errors.ts';

/** Refusals about releases and the daily check. */
export const controlErrorCodes = {
  // releases
  RELEASE_NOT_PLANNED: 'refused',
  RELEASE_NOT_DONE: 'refused',
  RELEASE_OPEN_TO_ALL: 'refused',
  RELEASE_TEAMS_END_FIRST: 'invalid',
  RELEASE_TEAM_UNKNOWN: 'invalid',
  RELEASE_UNIT_OFFERED: 'refused',
  UNIT_IN_RELEASE: 'refused',
  UNIT_OF_OTHER_TEAM: 'refused',
} as const satisfies Record<string, ErrorFamily>;
