/** States of a launch (开盘). */
export const launchStates = ['planning', 'registering', 'listed', 'drawn', 'running', 'paused', 'ended'] as const;
/** State of a launch. */
export type LaunchState = (typeof launchStates)[number];

/** States in which a launch is picking: nobody takes a home that it offers but at its desks. */
export const pickingStates = ['running', 'paused'] as const satisfies readonly LaunchState[];

/** States in which a launch keeps the homes of its release for its desks: whoever was drawn relies on them. */
export const keepingStates = ['drawn', ...pickingStates] as const satisfies readonly LaunchState[];

/** The launch that keeps a home for its pick desks. */
export type KeepingLaunch = { readonly number: string; readonly name: string };

/** States of an intent (认筹). */
export const intentStates = [
  'registered',
  'paid',
  'called',
  'picked',
  'passed',
  'noShow',
  'converted',
  'withdrawn',
] as const;
/** State of an intent. */
export type IntentState = (typeof intentStates)[number];

/** States in which an intent counts: its customer has no second one at the launch. */
export const liveIntentStates = ['registered', 'paid', 'called', 'picked', 'passed', 'noShow', 'converted'] as const;

/** States of a pick (选房): the home is held, subscribed, or free again. */
export const pickStates = ['held', 'subscribed', 'lapsed'] as const;
/** State of a pick. */
export type PickState = (typeof pickStates)[number];

/** States of a numbered blank slip (手工选房单): it is printed, then entered or voided. */
export const slipStates = ['printed', 'entered', 'voided'] as const;
/** State of a fallback slip. */
export type SlipState = (typeof slipStates)[number];

/** What became of a slip when it was entered: the home was picked, somebody had it before, or it could not be picked. */
export const slipOutcomes = ['picked', 'taken', 'refused'] as const;
/** What became of a slip. */
export type SlipOutcome = (typeof slipOutcomes)[number];

/** How places are drawn: the order of SHA-256 over seed, hash of the list and queue number. */
export const drawMethods = ['sha256'] as const;
/** How places are drawn. */
export type DrawMethod = (typeof drawMethods)[number];
