import type { Refusal } from '../../kernel/errors.ts';
import { type Post, posts } from '../accounts/posts.ts';
import { postMayDecide } from '../approvals/authority.ts';
import type { ApprovalRule } from '../approvals/policy.ts';

/** What a reviewer says of a contract. */
export const reviewVerdicts = ['passed', 'sentBack'] as const;
/** What a reviewer says of a contract. */
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** States of a defect (审核缺陷). */
export const defectStates = ['open', 'corrected'] as const;
/** State of a defect. */
export type DefectState = (typeof defectStates)[number];

/** Parts of a contract's page that a defect can be about; each opens where it is put right. */
export const contractParts = ['buyers', 'unit', 'price', 'plan', 'terms', 'annexes', 'papers'] as const;
/** Part of a contract's page. */
export type ContractPart = (typeof contractParts)[number];

/** Who signs a contract. */
export const signingParties = ['buyer', 'seller'] as const;
/** Who signs a contract. */
export type SigningParty = (typeof signingParties)[number];

/** A review as kept: the round, its level from 1, who, and what they said. */
export type Review = {
  readonly round: number;
  readonly level: number;
  readonly reviewerId: number;
  readonly verdict: ReviewVerdict;
};

/** Where the review of a contract stands. */
export type ReviewStage = {
  /** The level that comes next, from 1; null when all have passed it. */
  readonly level: number | null;
  readonly levels: number;
  /** The post whose turn it is. */
  readonly post: Post | null;
  /** Levels that remain after this one. */
  readonly levelsLeft: number;
  /** Who passed the earlier levels of this round. */
  readonly reviewerIds: readonly number[];
};

/** Where a round stands by the office's levels (设置：合同审核). */
export function reviewStage(rule: ApprovalRule, round: number, reviews: readonly Review[]): ReviewStage {
  const passed = reviews.filter((one) => one.round === round && one.verdict === 'passed');
  const levels = rule.mode === 'every' ? rule.steps.length : 1;
  const done = passed.length >= levels;
  const step = rule.mode === 'every' ? rule.steps[passed.length] : rule.steps.at(-1);
  return {
    level: done ? null : passed.length + 1,
    levels,
    post: done ? null : (step?.post ?? null),
    levelsLeft: Math.max(0, levels - passed.length - 1),
    reviewerIds: passed.map(({ reviewerId }) => reviewerId),
  };
}

/**
 * The post whose people are asked to review a level: its own, or the next higher one where all of its people wrote the
 * contract or passed an earlier level. Null when nobody of the office may.
 */
export function postAskedToReview(
  required: Post,
  people: readonly { readonly id: number; readonly post: Post }[],
  notIds: readonly number[],
): Post | null {
  const free = people.filter(({ id, post }) => postMayDecide(post, required) && !notIds.includes(id));
  return posts.find((post) => free.some((person) => person.post === post)) ?? null;
}

/** A place on the signature page, in the order in which it is filled. */
export type SigningPlace = { readonly party: SigningParty; readonly customerId: number | null };

/** The places in their order: the buyers as they stand in the contract, then the seller. */
export function signingOrder(buyerIds: readonly number[]): SigningPlace[] {
  return [
    ...buyerIds.map((customerId) => ({ party: 'buyer' as const, customerId })),
    { party: 'seller', customerId: null },
  ];
}

/** Why somebody cannot sign now: another one comes first, or all have signed. */
export function signingRefusal(
  order: readonly SigningPlace[],
  signed: number,
  wanted: SigningPlace,
): Refusal | undefined {
  const next = order[signed];
  if (next === undefined) return { code: 'SIGNED_BY_ALL' };
  const isNext = next.party === wanted.party && next.customerId === wanted.customerId;
  return isNext ? undefined : { code: 'SIGNING_OUT_OF_ORDER', params: { position: signed + 1 } };
}
