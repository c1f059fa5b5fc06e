import { DomainError } from '#shared/kernel/errors.ts';
import { memberOf, type RotaState, type RotaStatus, withMember } from './rota-state.ts';
import { nextInTurn, type RotaRules, type RotaTurn } from './rota-turn.ts';

/** What happens to a rota; `visit` numbers the party. Events outside opening hours, friends and old guests are no events. */
export type RotaEvent =
  | { readonly kind: 'arrive'; readonly visit: number; readonly at: number }
  | { readonly kind: 'status'; readonly accountId: number; readonly status: RotaStatus; readonly at: number }
  | { readonly kind: 'join'; readonly accountId: number }
  | { readonly kind: 'leave'; readonly accountId: number }
  /** Was asked for by name, out of turn: has had a turn and goes to the tail, and nobody is passed. */
  | { readonly kind: 'take'; readonly accountId: number }
  /** Did not ask whether it is the first visit: loses one turn. */
  | { readonly kind: 'forfeit'; readonly accountId: number }
  /** Was no new guest after all, or belongs to somebody else: the turn taken at `takenAt` is given back. */
  | { readonly kind: 'reclassify'; readonly accountId: number; readonly takenAt: number };

/** The rota after an event, and who received which party by it. */
export type RotaStepResult = {
  readonly state: RotaState;
  readonly assigned: readonly { readonly visit: number; readonly turn: RotaTurn }[];
};

/** The fold of one event. Throws ROTA_MEMBER_UNKNOWN or ROTA_MEMBER_TWICE. */
export function applyRotaEvent(state: RotaState, event: RotaEvent, rules: RotaRules): RotaStepResult {
  if (event.kind === 'arrive') return arrived(state, event.visit, event.at, rules);
  if (event.kind === 'join') return { state: joined(state, event.accountId), assigned: [] };
  if (!memberOf(state, event.accountId)) throw new DomainError('ROTA_MEMBER_UNKNOWN');
  switch (event.kind) {
    case 'status':
      return changed(state, event.accountId, event.status, event.at, rules);
    case 'leave':
      return { state: left(state, event.accountId), assigned: [] };
    case 'take':
      return { state: taken(state, event.accountId), assigned: [] };
    case 'forfeit':
      return { state: withMember(state, event.accountId, (one) => ({ ...one, debt: one.debt + 1 })), assigned: [] };
    case 'reclassify':
      return { state: givenBack(state, event.accountId, event.takenAt), assigned: [] };
  }
}

/** The queue of the next day: yesterday's closing order of those present, then the newcomers in roster order. */
export function nextDay(closing: RotaState, present: readonly number[]): number[] {
  const stayed = closing.queue.map((member) => member.accountId).filter((accountId) => present.includes(accountId));
  return [...stayed, ...present.filter((accountId) => !stayed.includes(accountId))];
}

/** The first of those in turn as the wall shows them: ready owners of make-up turns, then the ready queue. */
export function upNext(state: RotaState, count = 4): number[] {
  const ready = (accountId: number) => memberOf(state, accountId)?.status === 'ready';
  const credited = state.credits.toSorted((a, b) => a.lostAt - b.lostAt).map((credit) => credit.accountId);
  const order = [...credited, ...state.queue.map((member) => member.accountId)].filter(ready);
  return [...new Set(order)].slice(0, count);
}

function arrived(state: RotaState, visit: number, at: number, rules: RotaRules): RotaStepResult {
  const turn = nextInTurn(state, at, rules);
  if (turn.receiver === undefined) return { state: { ...state, waiting: [...state.waiting, visit] }, assigned: [] };
  return { state: turn.state, assigned: [{ visit, turn }] };
}

function changed(
  state: RotaState,
  accountId: number,
  status: RotaStatus,
  at: number,
  rules: RotaRules,
): RotaStepResult {
  const next = withMember(state, accountId, (member) => ({ ...member, status }));
  const [oldest, ...waiting] = next.waiting;
  return status === 'ready' && oldest !== undefined
    ? arrived({ ...next, waiting }, oldest, at, rules)
    : { state: next, assigned: [] };
}

function joined(state: RotaState, accountId: number): RotaState {
  if (memberOf(state, accountId)) throw new DomainError('ROTA_MEMBER_TWICE');
  return { ...state, queue: [...state.queue, { accountId, status: 'ready', debt: 0, counted: 0, expected: 0 }] };
}

function taken(state: RotaState, accountId: number): RotaState {
  const share = 1 / state.queue.length;
  const others = state.queue.filter((member) => member.accountId !== accountId);
  const own = state.queue.filter((member) => member.accountId === accountId);
  const served = own.map((member) => ({ ...member, status: 'servingNew' as const, counted: member.counted + 1 }));
  return { ...state, queue: [...others, ...served].map((one) => ({ ...one, expected: one.expected + share })) };
}

function left(state: RotaState, accountId: number): RotaState {
  return {
    ...state,
    queue: state.queue.filter((member) => member.accountId !== accountId),
    credits: state.credits.filter((credit) => credit.accountId !== accountId),
  };
}

function givenBack(state: RotaState, accountId: number, takenAt: number): RotaState {
  const uncounted = withMember(state, accountId, (member) => ({ ...member, counted: member.counted - 1 }));
  return { ...uncounted, credits: [...uncounted.credits, { accountId, lostAt: takenAt }] };
}
