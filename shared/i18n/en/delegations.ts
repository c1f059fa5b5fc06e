import type { Translation } from '../translation.ts';
import type { delegations as zh } from '../zh-CN/delegations.ts';

/** Words of the page of who acts for whom. */
export const delegations = {
  title: 'Acting',
  sub: 'Somebody uses a manager’s rights while the manager is away. What they do is theirs, and says for whom.',
  make: 'Appoint somebody',
  from: 'Acted for',
  to: 'Acting',
  days: 'Days',
  fromOn: 'From',
  toOn: 'To',
  part: 'Rights',
  whole: 'Everything that can be lent',
  some_one: '{{count}} right',
  some_other: '{{count}} rights',
  choose: 'Only some of them',
  reason: 'Reason',
  state: 'State',
  states: { coming: 'To come', running: 'Acting', ended: 'Over', revoked: 'Revoked' },
  revoke: 'Revoke',
  revokeTitle: 'Revoke the acting of {{name}}',
  revokeText: 'The lent rights are lost at once. What was done stays done.',
  made: '{{name}} will act',
  actingFor: 'for {{names}}',
} as const satisfies Translation<typeof zh>;
