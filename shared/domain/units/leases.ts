/** How a lock ended (解锁). */
export const lockEndings = ['unlocked', 'expired', 'held', 'booked', 'subscribed'] as const;
/** How a lock ended. */
export type LockEnding = (typeof lockEndings)[number];

/**
 * What a unit is held for (预留用途). `approval` parks a unit while a submitted approval is open (decision 17),
 * `launchPick` keeps it for whoever picked it on launch day until the subscription is made.
 */
export const holdPurposes = ['customer', 'management', 'relocation', 'approval', 'launchPick'] as const;
/** What a unit is held for. */
export type HoldPurpose = (typeof holdPurposes)[number];

/** How a hold ended (预留释放). */
export const holdEndings = ['withdrawn', 'expired', 'booked', 'subscribed'] as const;
/** How a hold ended. */
export type HoldEnding = (typeof holdEndings)[number];
