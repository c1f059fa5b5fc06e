/** How somebody came to the office: 来电 call, 首访 first visit, 复访 return visit. */
export const visitKinds = ['call', 'firstVisit', 'returnVisit'] as const;
/** How somebody came. */
export type VisitKind = (typeof visitKinds)[number];

/** How a consultant followed up (跟进方式). */
export const followUpMethods = ['phone', 'wechat', 'visit', 'message', 'other'] as const;
/** How a consultant followed up. */
export type FollowUpMethod = (typeof followUpMethods)[number];
