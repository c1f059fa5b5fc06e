/** States of a release (推货批次): planned until its homes are offered or it is called off. */
export const releaseStates = ['planned', 'released', 'cancelled'] as const;
/** State of a release. */
export type ReleaseState = (typeof releaseStates)[number];
