import type { Refusal } from '../../kernel/errors.ts';
import { dayOf } from '../../kernel/local-date.ts';
import type { Post } from '../accounts/posts.ts';
import { type Can, canOf, type Decision, decide, lifecycle } from '../lifecycle.ts';
import { type ApprovalAsk, nextStep, postMayDecide } from './authority.ts';
import { type ApprovalState, approvalStates } from './kinds.ts';
import type { ApprovalPolicy } from './policy.ts';

/**
 * What may happen to a request. `passUp` hands it to the next higher post without deciding it; `sendBack` gives what was
 * asked back to whoever asked, to be corrected and asked for again, where `reject` ends it.
 */
export const approvalEvents = ['approve', 'passUp', 'sendBack', 'reject', 'withdraw', 'expire'] as const;
/** Event of a request. */
export type ApprovalEvent = (typeof approvalEvents)[number];

/** What is to be done beside the state: the effect of the request itself, or what becomes of what it kept waiting. */
export type ApprovalEffect = 'applyRequest' | 'moveOn' | 'giveBack' | 'dropRequest';

/** Who decides: the person and post, and for whom they act by a delegation. `null` is the office itself. */
export type ApprovalActor = {
  readonly accountId: number | null;
  readonly post: Post | null;
  readonly actingFor: { readonly accountId: number; readonly post: Post } | null;
  /** Everybody for whom they act just now, whether this takes it or not: what those asked for is not theirs to decide. */
  readonly standsFor?: readonly number[];
};

/** A request as it stands. `deciders` are those who passed its earlier levels. */
export type ApprovalRequest = ApprovalAsk & {
  readonly state: ApprovalState;
  readonly requesterId: number;
  readonly requiredPost: Post;
  readonly deciders: readonly number[];
  readonly expiresAt: number;
  /** What was asked about is still as it was when it was asked. */
  readonly subjectUnchanged: boolean;
  /** What was asked can be corrected and asked for again; else a request that is not agreed to ends. */
  readonly correctable: boolean;
};

/** What the guards of a request look at. */
export type ApprovalFacts = {
  readonly now: number;
  readonly actor: ApprovalActor;
  readonly request: ApprovalRequest;
  /** The next post above or after the required one. */
  readonly nextPost: Post | null;
  readonly everyLevel: boolean;
  /** Null while a screen only asks what is possible. */
  readonly opinion: string | null;
};

function notOwnRequest({ actor, request }: ApprovalFacts): Refusal | undefined {
  const { requesterId } = request;
  const own =
    actor.accountId === requesterId ||
    actor.actingFor?.accountId === requesterId ||
    actor.standsFor?.includes(requesterId) === true;
  return own ? { code: 'APPROVAL_OWN_REQUEST' } : undefined;
}

function postSuffices({ actor, request }: ApprovalFacts): Refusal | undefined {
  const held = [actor.post, actor.actingFor?.post ?? null];
  return held.some((post) => post !== null && postMayDecide(post, request.requiredPost))
    ? undefined
    : { code: 'APPROVAL_POST_TOO_LOW', params: { post: request.requiredPost } };
}

function notDecidedBefore({ actor, request }: ApprovalFacts): Refusal | undefined {
  const { accountId, actingFor } = actor;
  return [accountId, actingFor?.accountId ?? null].some((id) => id !== null && request.deciders.includes(id))
    ? { code: 'REVIEWED_BEFORE' }
    : undefined;
}

function notRunOut({ now, request }: ApprovalFacts): Refusal | undefined {
  return request.expiresAt <= now
    ? { code: 'APPROVAL_EXPIRED', params: { expiredOn: dayOf(request.expiresAt) } }
    : undefined;
}

function ranOut({ now, request }: ApprovalFacts): Refusal | undefined {
  return request.expiresAt > now
    ? { code: 'APPROVAL_RUNNING', params: { untilOn: dayOf(request.expiresAt) } }
    : undefined;
}

function subjectUnchanged({ request }: ApprovalFacts): Refusal | undefined {
  return request.subjectUnchanged ? undefined : { code: 'APPROVAL_SUBJECT_CHANGED' };
}

function opinionGiven({ opinion }: ApprovalFacts): Refusal | undefined {
  return opinion !== null && opinion.trim() === '' ? { code: 'APPROVAL_OPINION_MISSING' } : undefined;
}

function byRequester({ actor, request }: ApprovalFacts): Refusal | undefined {
  return actor.accountId === request.requesterId ? undefined : { code: 'APPROVAL_NOT_REQUESTER' };
}

function higherPostExists({ nextPost, everyLevel }: ApprovalFacts): Refusal | undefined {
  return nextPost === null || everyLevel ? { code: 'APPROVAL_NO_HIGHER_POST' } : undefined;
}

function correctable({ request }: ApprovalFacts): Refusal | undefined {
  return request.correctable ? undefined : { code: 'APPROVAL_NOT_CORRECTABLE' };
}

const levelsRemain = ({ nextPost, everyLevel }: ApprovalFacts) => everyLevel && nextPost !== null;
const mayDecide = [notOwnRequest, postSuffices, notDecidedBefore, notRunOut];

/** The life of a request to a second person (审批): architecture.md, mechanism 3. */
export const approvalLifecycle = lifecycle<ApprovalState, ApprovalEvent, ApprovalFacts, ApprovalEffect>({
  noun: 'approval',
  states: approvalStates,
  initial: 'pending',
  final: ['approved', 'rejected', 'returned', 'withdrawn', 'expired'],
  events: approvalEvents,
  transitions: [
    {
      from: 'pending',
      event: 'approve',
      to: 'pending',
      when: levelsRemain,
      guards: [...mayDecide, subjectUnchanged],
      effects: ['moveOn'],
    },
    {
      from: 'pending',
      event: 'approve',
      to: 'approved',
      guards: [...mayDecide, subjectUnchanged],
      effects: ['applyRequest'],
    },
    {
      from: 'pending',
      event: 'passUp',
      to: 'pending',
      guards: [...mayDecide, higherPostExists, opinionGiven],
      effects: ['moveOn'],
    },
    {
      from: 'pending',
      event: 'sendBack',
      to: 'returned',
      guards: [...mayDecide, correctable, opinionGiven],
      effects: ['giveBack'],
    },
    {
      from: 'pending',
      event: 'reject',
      to: 'rejected',
      guards: [...mayDecide, opinionGiven],
      effects: ['dropRequest'],
    },
    { from: 'pending', event: 'withdraw', to: 'withdrawn', guards: [byRequester], effects: ['dropRequest'] },
    { from: 'pending', event: 'expire', to: 'expired', guards: [ranOut], effects: ['dropRequest'] },
  ],
});

/** The facts of a request under a policy, for `decide` and `canOf`. */
export function approvalFacts(
  policy: ApprovalPolicy,
  request: ApprovalRequest,
  actor: ApprovalActor,
  now: number,
  opinion: string | null = null,
): ApprovalFacts {
  const rule = policy.rules[request.kind];
  const next = nextStep(rule, request.requiredPost);
  return { now, actor, request, opinion, nextPost: next?.post ?? null, everyLevel: rule.mode === 'every' };
}

/** What a decision answers: the state, the effects, and the post that has to decide from now on. */
export type ApprovalDecision = Decision<ApprovalState, ApprovalEffect> & { readonly requiredPost: Post };

/**
 * Decides a request. Refuses the requester and whoever acts for the requester, a post too low, a second level by the
 * same person, a request that has lapsed, and a subject that has changed since.
 */
export function decideApproval(
  policy: ApprovalPolicy,
  request: ApprovalRequest,
  decision: { readonly event: ApprovalEvent; readonly opinion: string },
  actor: ApprovalActor,
  now: number,
): ApprovalDecision {
  const facts = approvalFacts(policy, request, actor, now, decision.opinion);
  const answer = decide(approvalLifecycle, request.state, decision.event, facts);
  const movesOn = answer.refused === undefined && answer.effects.includes('moveOn');
  return { ...answer, requiredPost: movesOn && facts.nextPost ? facts.nextPost : request.requiredPost };
}

/** What an actor may do with a request, for its buttons. */
export function canDecideApproval(
  policy: ApprovalPolicy,
  request: ApprovalRequest,
  actor: ApprovalActor,
  now: number,
): Can<'approve' | 'passUp' | 'sendBack' | 'reject' | 'withdraw'> {
  return canOf(approvalLifecycle, request.state, approvalFacts(policy, request, actor, now), [
    'approve',
    'passUp',
    'sendBack',
    'reject',
    'withdraw',
  ]);
}
