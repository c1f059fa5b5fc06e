/** How somebody came to the office: 来电 call, 首访 first visit, 复访 return visit. */
export const visitKinds = ['call', 'firstVisit', 'returnVisit'] as const;
/** How somebody came. */
export type VisitKind = (typeof visitKinds)[number];

/** How a consultant followed up (跟进方式). */
export const followUpMethods = ['phone', 'wechat', 'visit', 'message', 'other'] as const;
/** How a consultant followed up. */
export type FollowUpMethod = (typeof followUpMethods)[number];

/** How the receiver came to a visitor: by turn, by a turn made up for, named out of turn, as owner, or helping the owner. */
export const visitTurns = ['turn', 'makeUp', 'named', 'owner', 'help', 'givenBack'] as const;
/** How the receiver came to a visitor. */
export type VisitTurn = (typeof visitTurns)[number];

const counted: readonly VisitTurn[] = ['turn', 'makeUp', 'named'];

/** True when the visit used up a turn of the receiver's, which can be given back (management 2.4). */
export function usedTurn(turn: VisitTurn | null): boolean {
  return turn !== null && counted.includes(turn);
}

/** How the end of a visit is known: 送客 seen off, 日结 nobody wrote it down before the day was over. */
export const visitEndings = ['seenOff', 'dayClosed'] as const;
/** How the end of a visit is known. */
export type VisitEnding = (typeof visitEndings)[number];
