import type { Post } from '../accounts/posts.ts';
import { type ApprovalAsk, sufficientStep } from './authority.ts';
import type { ApprovalState } from './kinds.ts';
import type { ApprovalMeasure, ApprovalPolicy } from './policy.ts';

/** What a post can do with a request that has come to it. */
export const ladderVerdicts = ['passedUp', 'approved', 'rejected', 'sentBack'] as const;
/** What a post did with a request. */
export type LadderVerdict = (typeof ladderVerdicts)[number];

/** What one post did with a request: passed it up, passed its level, or decided it. */
export type LadderEntry = {
  readonly post: Post;
  readonly accountId: number;
  readonly at: number;
  readonly verdict: LadderVerdict;
  readonly opinion: string;
};

/** Where a step stands: too low for the ask, the one who decides now, done, still to come, or not needed here. */
export const ladderStatuses = [
  'asked',
  'tooLow',
  'passedUp',
  'current',
  'approved',
  'rejected',
  'sentBack',
  'waiting',
  'notNeeded',
] as const;
/** Where a step stands. */
export type LadderStatus = (typeof ladderStatuses)[number];

/** One rung as the screen shows it. Limits in the ladder's measure, null for any. */
export type LadderRung = {
  readonly post: Post;
  readonly from: number;
  readonly limit: number | null;
  readonly status: LadderStatus;
  readonly entry: LadderEntry | null;
};

/** The ladder of a request: every rung with what happened there, for the approval's page. */
export type LadderView = {
  readonly measure: ApprovalMeasure;
  readonly amount: number;
  readonly belowFloor: boolean;
  readonly rungs: readonly LadderRung[];
};

/** Builds the ladder of a request under the policy that was in force when it was made. */
export function approvalLadder(
  policy: ApprovalPolicy,
  request: ApprovalAsk & { readonly state: ApprovalState; readonly requiredPost: Post },
  entries: readonly LadderEntry[],
): LadderView {
  const rule = policy.rules[request.kind];
  const sufficient = rule.steps.findIndex((step) => step.post === sufficientStep(policy, request).post);
  const required = rule.steps.findIndex((step) => step.post === request.requiredPost);
  const asked = rule.mode === 'every' ? -1 : rule.steps.findIndex((step) => step.post === request.requesterPost);
  const rungs = rule.steps.map((step, index): LadderRung => {
    const entry = entries.findLast((one) => one.post === step.post) ?? null;
    return {
      post: step.post,
      from: rule.steps[index - 1]?.limit ?? 0,
      limit: step.limit,
      status: statusOf(index, entry),
      entry,
    };
  });
  return { measure: rule.measure, amount: request.amount, belowFloor: request.belowFloor, rungs };

  function statusOf(index: number, entry: LadderEntry | null): LadderStatus {
    if (entry) return entry.verdict;
    if (index === required) return request.state === 'pending' ? 'current' : 'notNeeded';
    if (index === asked && index < sufficient) return 'asked';
    if (rule.mode === 'every') return request.state === 'pending' ? 'waiting' : 'notNeeded';
    return index < sufficient ? 'tooLow' : 'notNeeded';
  }
}
