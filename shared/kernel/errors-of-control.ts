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
  // the daily check
  CHECK_SIGNED: 'refused',
  CHECK_NOT_SIGNED: 'refused',
  CHECK_REPLACED: 'refused',
  CHECK_DIFFERENCES_OPEN: 'refused',
  CHECK_SIGNED_BY_YOU: 'refused',
  CHECK_NEEDS_OTHER_POST: 'refused',
  // the handbook
  HANDBOOK_EMPTY: 'invalid',
  HANDBOOK_AS_OF_FUTURE: 'invalid',
  HANDBOOK_ENDS_FIRST: 'invalid',
  HANDBOOK_AS_IT_IS: 'refused',
} as const satisfies Record<string, ErrorFamily>;
