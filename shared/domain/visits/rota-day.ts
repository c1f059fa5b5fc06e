import { applyRotaEvent, nextDay, upNext } from './rota.ts';
import { memberOf, type RotaState, type RotaStatus, rotaOf } from './rota-state.ts';
import { nextInTurn, type RotaRules, type RotaStep } from './rota-turn.ts';
import type { VisitTurn } from './states.ts';

/** The rota of one day: the queue with its make-up turns, and whoever is off today. */
export type DayRota = { readonly rota: RotaState; readonly off: readonly number[] };

/** Statuses that a consultant, or a colleague at the desk, presses; serving follows from the visits themselves. */
export const pressedStatuses = [
  'ready',
  'toldAway',
  'lunch',
  'errand',
  'meeting',
  'training',
  'private',
  'off',
] as const satisfies readonly (RotaStatus | 'off')[];
/** A status that is pressed. */
export type PressedStatus = (typeof pressedStatuses)[number];

/** A party as the rota sees it: somebody new, the receiver's own customer, or a colleague's who is helped out with. */
export type RotaParty = {
  readonly receiver: number;
  readonly kind: 'new' | 'own' | 'help';
  readonly visit: number;
  readonly at: number;
};

/** What a party did to the rota; `turn` is null for a receiver who is not in it. */
export type RotaReception = {
  readonly day: DayRota;
  readonly turn: VisitTurn | null;
  readonly steps: readonly RotaStep[];
};

/** Posts leave and people come: the day with exactly these consultants, newcomers at the tail. */
export function withStaff({ rota, off }: DayRota, consultants: readonly number[]): DayRota {
  const stays = (accountId: number) => consultants.includes(accountId) && !off.includes(accountId);
  const known = rota.queue.map(({ accountId }) => accountId);
  const newcomers = rotaOf(consultants.filter((id) => !known.includes(id) && !off.includes(id))).queue;
  return {
    off: off.filter((accountId) => consultants.includes(accountId)),
    rota: {
      ...rota,
      queue: [...rota.queue.filter(({ accountId }) => stays(accountId)), ...newcomers],
      credits: rota.credits.filter(({ accountId }) => stays(accountId)),
    },
  };
}

/** The first moment of a day: the order of the day before, everybody ready (management 2.5, CONTINUE). */
export function openDay(before: DayRota | undefined, consultants: readonly number[]): DayRota {
  return { rota: rotaOf(before === undefined ? consultants : nextDay(before.rota, consultants)), off: [] };
}

/** Somebody receives a party (management 2.3 and 2.4): a new one takes a turn, an old one takes none. */
export function receiveParty(day: DayRota, party: RotaParty, rules: RotaRules): RotaReception {
  const { receiver, kind, visit, at } = party;
  if (memberOf(day.rota, receiver) === undefined) return { day, turn: null, steps: [] };
  const turned = (state: RotaState, turn: VisitTurn, steps: readonly RotaStep[] = []): RotaReception => ({
    day: { ...day, rota: state },
    turn,
    steps,
  });
  if (kind !== 'new') {
    const { state } = applyRotaEvent(
      day.rota,
      { kind: 'status', accountId: receiver, status: 'servingOld', at },
      rules,
    );
    return turned(state, kind === 'own' ? 'owner' : 'help');
  }
  const turn = nextInTurn(day.rota, at, rules);
  if (turn.receiver === receiver) {
    const { state } = applyRotaEvent(day.rota, { kind: 'arrive', visit, at }, rules);
    return turned(state, turn.steps.some((step) => step.kind === 'makeUp') ? 'makeUp' : 'turn', turn.steps);
  }
  return turned(applyRotaEvent(day.rota, { kind: 'take', accountId: receiver }, rules).state, 'named');
}

/** The receiver's last guest has left: ready again, unless something else was pressed meanwhile. */
export function partyLeft(day: DayRota, receiver: number, at: number, rules: RotaRules): DayRota {
  const status = memberOf(day.rota, receiver)?.status;
  if (status !== 'servingNew' && status !== 'servingOld') return day;
  const event = { kind: 'status', accountId: receiver, status: 'ready', at } as const;
  return { ...day, rota: applyRotaEvent(day.rota, event, rules).state };
}

/** A guest has not left after all: the receiver serves again. */
export function partyIsBack(day: DayRota, receiver: number, at: number, rules: RotaRules): DayRota {
  if (memberOf(day.rota, receiver)?.status !== 'ready') return day;
  const event = { kind: 'status', accountId: receiver, status: 'servingOld', at } as const;
  return { ...day, rota: applyRotaEvent(day.rota, event, rules).state };
}

/** Somebody presses a status. Who goes off loses the turns to be made up; who comes back joins the tail. */
export function pressStatus(
  day: DayRota,
  accountId: number,
  status: PressedStatus,
  at: number,
  rules: RotaRules,
): DayRota {
  const { rota, off } = day;
  if (status === 'off')
    return {
      rota: applyRotaEvent(rota, { kind: 'leave', accountId }, rules).state,
      off: [...off.filter((one) => one !== accountId), accountId],
    };
  const back = off.includes(accountId) ? applyRotaEvent(rota, { kind: 'join', accountId }, rules).state : rota;
  return {
    rota: applyRotaEvent(back, { kind: 'status', accountId, status, at }, rules).state,
    off: off.filter((one) => one !== accountId),
  };
}

/** Where a consultant stands in the rota of a day. */
export type RotaSeat = {
  readonly accountId: number;
  readonly status: RotaStatus | 'off';
  /** Place among those who are ready, from 1; null for everybody else. */
  readonly turn: number | null;
  readonly makeUps: number;
  readonly forfeits: number;
};

/** Everybody in the order of the queue, whoever is off last. */
export function seatsOf({ rota, off }: DayRota): RotaSeat[] {
  const order = upNext(rota, rota.queue.length);
  return [
    ...rota.queue.map(({ accountId, status, debt }) => ({
      accountId,
      status,
      turn: order.includes(accountId) ? order.indexOf(accountId) + 1 : null,
      makeUps: rota.credits.filter((credit) => credit.accountId === accountId).length,
      forfeits: debt,
    })),
    ...off.map((accountId) => ({ accountId, status: 'off' as const, turn: null, makeUps: 0, forfeits: 0 })),
  ];
}
