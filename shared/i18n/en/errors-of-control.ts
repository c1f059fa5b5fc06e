/** English sentences of the refusals about releases and the daily check. */
export const controlErrors = {
  // releases
  RELEASE_NOT_PLANNED: 'This release was carried out or called off and stays as it is. Please plan another one.',
  RELEASE_NOT_DONE:
    'The release has not been carried out, so no team has anything to itself yet. Please change the plan.',
  RELEASE_OPEN_TO_ALL: 'Every team may sell the homes of this release already.',
  RELEASE_TEAMS_END_FIRST:
    'The time of the teams ends before the homes are released. Please choose a later time, or none.',
  RELEASE_TEAM_UNKNOWN: 'There is no team called “{{team}}”. Please choose one of the teams people belong to.',
  RELEASE_UNIT_OFFERED: '{{unit}} is no longer unreleased and can’t be planned. Please take it out and save again.',
  UNIT_IN_RELEASE: '{{unit}} is planned in release {{release}}. Please take it out there first.',
  UNIT_OF_OTHER_TEAM:
    'This home is sold by {{team}}. Please ask a colleague of that team, or have the manager open it to every team.',
} as const;
