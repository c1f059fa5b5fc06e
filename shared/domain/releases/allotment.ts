import type { Refusal } from '../../kernel/errors.ts';
import type { Post } from '../accounts/posts.ts';

/** The team to which a released home was allotted, and until when it alone sells it (UTC ms). Null ends: no end was named. */
export type Allotment = { readonly team: string; readonly untilAt: number | null };

/** Who wants the home: the office itself has no post. */
export type Claimant = { readonly post: Post | null; readonly team: string };

/** Posts that sell for their team; managers and directors answer for all of them. */
const boundByTeam: readonly Post[] = ['consultant', 'backOffice', 'supervisor'];

/**
 * Why somebody may not claim a home that a release gave to a team; undefined when they may. A back office or a supervisor
 * who belongs to no team serves every team; a consultant without one has no part in any allotment.
 */
export function allotmentRefusal(allotment: Allotment | null, who: Claimant, now: number): Refusal | undefined {
  if (allotment === null || (allotment.untilAt !== null && allotment.untilAt <= now)) return undefined;
  if (who.post === null || !boundByTeam.includes(who.post) || who.team === allotment.team) return undefined;
  if (who.team === '' && who.post !== 'consultant') return undefined;
  const until = allotment.untilAt === null ? {} : { untilAt: allotment.untilAt };
  return { code: 'UNIT_OF_OTHER_TEAM', params: { team: allotment.team, ...until } };
}
