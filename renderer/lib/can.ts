import type { Refusal } from '#shared/kernel/errors.ts';

/** What a record allows: each action is allowed (`true`) or refused with a reason. The server decides, screens show. */
export type Can<Action extends string = string> = Readonly<Partial<Record<Action, true | Refusal>>>;

/** The refusal of an action; undefined when it is allowed or when the record does not know it. */
export function refusalFor<Action extends string>(can: Can<Action>, action: Action): Refusal | undefined {
  const answer = can[action];
  return answer === true ? undefined : answer;
}

/** True when the record knows the action at all; an unknown one is not shown. */
export function knows<Action extends string>(can: Can<Action>, action: Action): boolean {
  return can[action] !== undefined;
}
