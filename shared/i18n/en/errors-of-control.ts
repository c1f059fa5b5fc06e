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
    'This home is sold by {{team}} alone[[ until {{untilAt}}]]. Please ask a colleague of that team, or have the manager open it to every team.',
  // the daily check
  CHECK_SIGNED: 'This check is signed and stays as it is. What was signed today is checked again tomorrow.',
  CHECK_NOT_SIGNED:
    'A supervisor and a manager have not both signed this check. Its paper can be issued once they have.',
  CHECK_REPLACED: 'The day was checked again. Please open its newest check.',
  CHECK_DIFFERENCES_OPEN:
    '{{open}} differences are not explained yet. Please say of each where it comes from and what is done about it, then sign.',
  CHECK_SIGNED_BY_YOU: 'You have signed already. The other signature is a colleague’s.',
  CHECK_NEEDS_OTHER_POST: 'A supervisor and a manager sign once each; somebody of your post has signed.',
  // the handbook
  HANDBOOK_EMPTY: 'Please write something; of a competitor at least one point.',
  HANDBOOK_AS_OF_FUTURE: 'The day of the information can’t be after today ({{today}}).',
  HANDBOOK_ENDS_FIRST: 'It would be over before its own day. Please choose a later day, or none.',
  HANDBOOK_AS_IT_IS: 'A colleague has put this entry away or taken it back already. Please look at it again.',
} as const;
