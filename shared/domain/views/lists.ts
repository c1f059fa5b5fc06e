/** Lists that have views. */
export const listNames = ['customers', 'subscriptions', 'contracts', 'changes'] as const;
/** A list that has views. */
export type ListName = (typeof listNames)[number];

/** Longest name of a view. */
export const VIEW_NAME = 20;

/** The most views that a person keeps of one list. */
export const MOST_VIEWS = 30;
