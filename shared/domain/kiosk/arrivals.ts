/** States of a guest who entered themselves: 等待 waiting, 已接待 received by the desk, 已离开 left, or never was one. */
export const arrivalStates = ['waiting', 'received', 'left'] as const;
/** State of a guest who entered themselves. */
export type ArrivalState = (typeof arrivalStates)[number];

const MINUTE_MS = 60_000;
/** For how long what a guest typed is open to whoever opened it, ms: as long as a reveal. */
export const ARRIVAL_OPEN_MS = 5 * MINUTE_MS;
/** A screen takes no more guests than this in that time, ms: nobody fills the desk's list for fun. */
export const ARRIVALS_AT_ONCE = { most: 12, within: 10 * MINUTE_MS } as const;
