/** States of a day that somebody has closed: it may be taken up again with a reason, and is then closed anew. */
export const dayStates = ['closed', 'reopened'] as const;
/** State of a day that somebody has closed. */
export type DayState = (typeof dayStates)[number];
