import { isExcused, memberOf, type RotaMember, type RotaState, withMember } from './rota-state.ts';

/** Why somebody in front was passed, or why the receiver has the turn; the proof that is shown with each turn. */
export type RotaStep = {
  readonly accountId: number;
  readonly kind: 'turn' | 'makeUp' | 'passCredit' | 'passNoCredit' | 'forfeit';
};

/** Who receives the next party and how it came about; `receiver` is undefined when nobody is ready. */
export type RotaTurn = {
  readonly receiver: number | undefined;
  readonly steps: readonly RotaStep[];
  readonly state: RotaState;
};

/** Rules of the rota: how many make-up turns a consultant can gather. */
export type RotaRules = { readonly creditCap: number };

/**
 * Who is next (management 2.3, queue mode). The oldest turn to be made up goes first if its owner is ready; else the
 * queue is walked from its head, everybody passed going to the tail: with a make-up turn when excused, without when not,
 * and a forfeited turn is worked off while somebody without debt is ready. Nobody is passed over when nobody is ready.
 * `at` in UTC ms. The state returned has the receiver serving.
 */
export function nextInTurn(state: RotaState, at: number, rules: RotaRules): RotaTurn {
  if (!state.queue.some((member) => member.status === 'ready')) return { receiver: undefined, steps: [], state };
  const credit = state.credits
    .toSorted((a, b) => a.lostAt - b.lostAt)
    .find((one) => memberOf(state, one.accountId)?.status === 'ready');
  if (credit) {
    const left = { ...state, credits: state.credits.filter((one) => one !== credit) };
    return taken(left, credit.accountId, [{ accountId: credit.accountId, kind: 'makeUp' }]);
  }
  return walk(state, at, rules);
}

function walk(start: RotaState, at: number, rules: RotaRules): RotaTurn {
  const steps: RotaStep[] = [];
  let state = start;
  // Ends: somebody is ready, and debts shrink with every round through the queue.
  for (;;) {
    const [head, ...rest] = state.queue;
    if (!head) return { receiver: undefined, steps, state };
    const toTail = (member: RotaMember): RotaState => ({ ...state, queue: [...rest, member] });
    if (head.status === 'ready' && head.debt > 0 && rest.some((one) => one.status === 'ready' && one.debt === 0)) {
      state = toTail({ ...head, debt: head.debt - 1 });
      steps.push({ accountId: head.accountId, kind: 'forfeit' });
      continue;
    }
    state = toTail(head);
    if (head.status === 'ready')
      return taken(state, head.accountId, [...steps, { accountId: head.accountId, kind: 'turn' }]);
    const open = state.credits.filter((credit) => credit.accountId === head.accountId).length;
    const credited = isExcused(head.status) && open < rules.creditCap;
    if (credited) state = { ...state, credits: [...state.credits, { accountId: head.accountId, lostAt: at }] };
    steps.push({ accountId: head.accountId, kind: credited ? 'passCredit' : 'passNoCredit' });
  }
}

function taken(state: RotaState, accountId: number, steps: readonly RotaStep[]): RotaTurn {
  const share = 1 / state.queue.length;
  const serving = withMember(state, accountId, (member) => ({
    ...member,
    status: 'servingNew',
    counted: member.counted + 1,
  }));
  const queue = serving.queue.map((member) => ({ ...member, expected: member.expected + share }));
  return { receiver: accountId, steps, state: { ...serving, queue } };
}
