/** What a member of the rota is doing (轮排状态). */
export const rotaStatuses = [
  'ready',
  'servingNew',
  'servingOld',
  'call',
  'toldAway',
  'lunch',
  'errand',
  'meeting',
  'training',
  'private',
  'noShow',
  'lateBack',
] as const;
/** What a member of the rota is doing. */
export type RotaStatus = (typeof rotaStatuses)[number];

/** Absences that are made up for: serving, a call, an errand, lunch, a break that was announced. */
export const excusedStatuses = [
  'servingNew',
  'servingOld',
  'call',
  'toldAway',
  'lunch',
  'errand',
  'meeting',
  'training',
] as const satisfies readonly RotaStatus[];

/** True when a turn passed in this status is made up for. */
export function isExcused(status: RotaStatus): boolean {
  const excused: readonly RotaStatus[] = excusedStatuses;
  return excused.includes(status);
}

/** A member of the rota of a day. `debt` are turns forfeited, `counted` turns taken, `expected` his fair share of them. */
export type RotaMember = {
  readonly accountId: number;
  readonly status: RotaStatus;
  readonly debt: number;
  readonly counted: number;
  readonly expected: number;
};

/** A turn to be made up: who lost it, and when (UTC ms). */
export type RotaCredit = { readonly accountId: number; readonly lostAt: number };

/**
 * The rota of a list on a day (轮排), folded from its events: members in queue order (the first is position A), turns to
 * be made up by age, and parties that nobody could receive yet.
 */
export type RotaState = {
  readonly queue: readonly RotaMember[];
  readonly credits: readonly RotaCredit[];
  readonly waiting: readonly number[];
};

/** A rota with these people ready, in this order. */
export function rotaOf(accountIds: readonly number[]): RotaState {
  return {
    queue: accountIds.map((accountId) => ({ accountId, status: 'ready', debt: 0, counted: 0, expected: 0 })),
    credits: [],
    waiting: [],
  };
}

/** The queue with one member changed. */
export function withMember(state: RotaState, accountId: number, change: (member: RotaMember) => RotaMember): RotaState {
  return { ...state, queue: state.queue.map((member) => (member.accountId === accountId ? change(member) : member)) };
}

/** The member, or undefined when he is not in the rota. */
export function memberOf(state: RotaState, accountId: number): RotaMember | undefined {
  return state.queue.find((member) => member.accountId === accountId);
}
