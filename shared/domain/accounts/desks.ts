import type { Post } from './posts.ts';

/** Desks of a sales office by the work that is done at them; the program explains each on a page of its own. */
export const workDesks = [
  'frontDesk',
  'salesControl',
  'backOffice',
  'warrants',
  'manager',
  'planningFinance',
  'administration',
] as const;
/** Desk by the work that is done at it. */
export type WorkDesk = (typeof workDesks)[number];

const ofPost = {
  consultant: 'frontDesk',
  backOffice: 'backOffice',
  supervisor: 'salesControl',
  manager: 'manager',
  director: 'manager',
  warrantOfficer: 'warrants',
  warrantSupervisor: 'warrants',
  planner: 'planningFinance',
  planningManager: 'planningFinance',
  finance: 'planningFinance',
  administrator: 'administration',
  auditor: 'administration',
  compliance: 'administration',
  kiosk: 'frontDesk',
} as const satisfies Record<Post, WorkDesk>;

/** The desk at which a post works. */
export function workDeskOf(post: Post): WorkDesk {
  return ofPost[post];
}
