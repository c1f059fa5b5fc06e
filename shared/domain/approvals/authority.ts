import type { Post } from '../accounts/posts.ts';
import type { ApprovalKind } from './kinds.ts';
import type { ApprovalPolicy, ApprovalRule, ApprovalStep } from './policy.ts';

/** The line of the sales department from below; a post outside it decides only what names it. */
const line: readonly Post[] = ['consultant', 'backOffice', 'supervisor', 'manager', 'director'];

/** True when a post may decide in the place of `required`: the same post, or a higher one of the sales line. */
export function postMayDecide(post: Post, required: Post): boolean {
  return post === required || (line.includes(required) && line.indexOf(post) > line.indexOf(required));
}

/** What is asked, in the measure of its rule. `belowFloor` counts for prices only. */
export type ApprovalAsk = {
  readonly kind: ApprovalKind;
  readonly amount: number;
  readonly belowFloor: boolean;
  readonly requesterPost: Post;
};

/** Who must decide: nobody, or a post; `level` of `levels` counts the posts that decide one after the other. */
export type Approver =
  | { readonly needed: false }
  | { readonly needed: true; readonly post: Post; readonly level: number; readonly levels: number };

/** The first step of a ladder that suffices for an ask; the floor post where the price is below the floor. */
export function sufficientStep(policy: ApprovalPolicy, ask: ApprovalAsk): ApprovalStep {
  const { steps } = policy.rules[ask.kind];
  if (ask.belowFloor) return { post: policy.floorPost, limit: null };
  const enough = steps.find((step) => step.limit === null || ask.amount <= step.limit);
  const last = steps.at(-1);
  if (!enough && !last) throw new Error(`The rule of ${ask.kind} has no step`);
  return enough ?? last ?? { post: policy.floorPost, limit: null };
}

/** Who must decide a new request. Nobody, where the requester's own post suffices and the rule lets it. */
export function approverFor(policy: ApprovalPolicy, ask: ApprovalAsk): Approver {
  const rule = policy.rules[ask.kind];
  if (rule.mode === 'every') {
    const first = rule.steps[0];
    if (first) return { needed: true, post: first.post, level: 1, levels: rule.steps.length };
  }
  const { post } = sufficientStep(policy, ask);
  if (rule.ownAuthority && postMayDecide(ask.requesterPost, post)) return { needed: false };
  return { needed: true, post, level: 1, levels: 1 };
}

/** The step after the one of `post`, or undefined at the top: where a request is passed on or up. */
export function nextStep(rule: ApprovalRule, post: Post): ApprovalStep | undefined {
  const index = rule.steps.findIndex((step) => step.post === post);
  return index < 0 ? undefined : rule.steps[index + 1];
}

/** The largest amount a post may decide by itself; null for any, undefined for none. Never below the floor price. */
export function ownLimit(rule: ApprovalRule, post: Post): number | null | undefined {
  const limits = rule.steps.filter((step) => postMayDecide(post, step.post)).map((step) => step.limit);
  return limits.includes(null) ? null : limits.length > 0 ? Math.max(...limits.map((limit) => limit ?? 0)) : undefined;
}

/** The instant at which a request made now lapses, in UTC ms. */
export function approvalEnd(now: number, rule: ApprovalRule): number {
  return now + rule.expiresAfterHours * 3_600_000;
}
