/** States of a control check (销控核对): open to explanations and signatures, signed by both, or run again on its day. */
export const controlCheckStates = ['open', 'signed', 'replaced'] as const;
/** State of a control check. */
export type ControlCheckState = (typeof controlCheckStates)[number];

/**
 * What a difference is about: the board against the deals, two deals on one home, the axes of a home against each other, a
 * claim that stands beyond its time, or a record against the event log.
 */
export const controlDifferenceKinds = ['board', 'twoDeals', 'axes', 'lapsed', 'log'] as const;
/** What a difference is about. */
export type ControlDifferenceKind = (typeof controlDifferenceKinds)[number];
