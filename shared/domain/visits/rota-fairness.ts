import type { RotaMember } from './rota-state.ts';

/** A member's turns of a period in count mode; instants in UTC ms. */
export type RotaCount = {
  readonly accountId: number;
  readonly ready: boolean;
  readonly counted: number;
  readonly lastAt: number;
};

/** Members in the order of their turns (management 2.6): fewest first, ties to the earlier last reception, then the roster. */
export function orderByCount<Member extends Pick<RotaCount, 'counted' | 'lastAt'>>(
  members: readonly Member[],
): Member[] {
  return members.toSorted((a, b) => a.counted - b.counted || a.lastAt - b.lastAt);
}

/** Who is next by fewest turns: the first of that order who is ready. */
export function nextByCount(members: readonly RotaCount[]): number | undefined {
  return orderByCount(members).find((member) => member.ready)?.accountId;
}

/** The count with which somebody joins or comes back: not below the average of those present, rounded down. */
export function joiningCount(own: number, present: readonly RotaCount[]): number {
  const sum = present.reduce((total, member) => total + member.counted, 0);
  return Math.max(own, present.length > 0 ? Math.floor(sum / present.length) : 0);
}

/** How evenly a period's turns fell (management 2.7): each member's surplus of turns, and Jain's index of all. */
export type RotaFairness = {
  readonly surplus: ReadonlyMap<number, number>;
  readonly index: number;
  readonly verdict: 'even' | 'watch' | 'uneven';
};

/** Least receptions of a period from which it can be called uneven (custom). */
const LEAST_RECEPTIONS = 30;

/** Fairness by turns taken against turns expected; members who expected none are left out. */
export function rotaFairness(members: readonly RotaMember[]): RotaFairness {
  const counted = members.filter((member) => member.expected > 0);
  const surplus = new Map(counted.map((member) => [member.accountId, member.counted - member.expected]));
  const ratios = counted.map((member) => member.counted / member.expected);
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  const squares = ratios.reduce((total, ratio) => total + ratio * ratio, 0);
  const index = squares > 0 ? (sum * sum) / (ratios.length * squares) : 1;
  const worst = Math.max(0, ...[...surplus.values()].map(Math.abs));
  const receptions = counted.reduce((total, member) => total + member.counted, 0);
  if (worst < 1.5 && index >= 0.95) return { surplus, index, verdict: 'even' };
  return {
    surplus,
    index,
    verdict: receptions >= LEAST_RECEPTIONS && (worst >= 3 || index < 0.9) ? 'uneven' : 'watch',
  };
}
