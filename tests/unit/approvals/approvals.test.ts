import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posts } from '#shared/domain/accounts/posts.ts';
import {
  type ApprovalAsk,
  approvalEnd,
  approverFor,
  ownLimit,
  postMayDecide,
} from '#shared/domain/approvals/authority.ts';
import { approvalKinds, approvalStates } from '#shared/domain/approvals/kinds.ts';
import { approvalLadder } from '#shared/domain/approvals/ladder.ts';
import {
  type ApprovalActor,
  type ApprovalRequest,
  approvalEvents,
  canDecideApproval,
  decideApproval,
} from '#shared/domain/approvals/lifecycle.ts';
import { approvalPolicySchema, defaultApprovalPolicy as policy } from '#shared/domain/approvals/policy.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const now = instantOf(localDate('2026-11-23'), 600);
const ask = (change: Partial<ApprovalAsk> = {}): ApprovalAsk => ({
  kind: 'priceBelowAuthority',
  amount: 45_000,
  belowFloor: false,
  requesterPost: 'consultant',
  ...change,
});
const request = (change: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  ...ask(),
  state: 'pending',
  requesterId: 1,
  requiredPost: 'manager',
  deciders: [],
  expiresAt: now + 3_600_000,
  subjectUnchanged: true,
  correctable: true,
  ...change,
});
const person = (
  accountId: number,
  post: ApprovalActor['post'],
  actingFor: ApprovalActor['actingFor'] = null,
): ApprovalActor => ({
  accountId,
  post,
  actingFor,
});
const manager = person(9, 'manager');
const decided = (
  event: (typeof approvalEvents)[number],
  change: Partial<ApprovalRequest> = {},
  actor = manager,
  opinion = 'ok',
) => decideApproval(policy, request(change), { event, opinion }, actor, now);

describe('Who decides a request', () => {
  it.each<[number, boolean, string]>([
    [10_000, false, 'nobody'],
    [10_001, false, 'supervisor'],
    [30_000, false, 'supervisor'],
    [30_001, false, 'manager'],
    [50_000, false, 'manager'],
    [50_001, false, 'director'],
    [20_000, true, 'director'],
    [5_000, true, 'director'],
  ])('a consultant’s price %i ppm below list (below floor: %s) goes to %s', (amount, belowFloor, who) => {
    const answer = approverFor(policy, ask({ amount, belowFloor }));
    expect(answer.needed ? answer.post : 'nobody').toBe(who);
  });

  it.each<[Partial<ApprovalAsk>, string]>([
    [{ kind: 'signingExtension', amount: 3, requesterPost: 'supervisor' }, 'nobody'],
    [{ kind: 'signingExtension', amount: 4, requesterPost: 'supervisor' }, 'manager'],
    [{ kind: 'signingExtension', amount: 8, requesterPost: 'consultant' }, 'director'],
    [{ kind: 'hold', amount: 3, requesterPost: 'consultant' }, 'supervisor'],
    [{ kind: 'hold', amount: 4, requesterPost: 'supervisor' }, 'manager'],
    [{ kind: 'refund', amount: yuan(50_000), requesterPost: 'manager' }, 'manager'],
    [{ kind: 'refund', amount: yuan(50_001), requesterPost: 'finance' }, 'director'],
    [{ kind: 'cancellation', requesterPost: 'manager' }, 'manager'],
    [{ kind: 'contractReview', requesterPost: 'consultant' }, 'backOffice'],
  ])('%o goes to %s', (change, who) => {
    const answer = approverFor(policy, ask(change));
    expect(answer.needed ? answer.post : 'nobody').toBe(who);
  });

  it('lets only the director, and no other post, go below the floor', () => {
    for (const requesterPost of posts)
      expect(approverFor(policy, ask({ belowFloor: true, requesterPost })).needed).toBe(requesterPost !== 'director');
  });

  it('puts a higher post of the sales line in the place of a lower one, and nobody else', () => {
    expect(postMayDecide('director', 'supervisor')).toBe(true);
    expect(postMayDecide('supervisor', 'manager')).toBe(false);
    expect(postMayDecide('administrator', 'supervisor')).toBe(false);
    expect(postMayDecide('director', 'finance')).toBe(false);
    expect(postMayDecide('finance', 'finance')).toBe(true);
    expect(ownLimit(policy.rules.priceBelowAuthority, 'supervisor')).toBe(30_000);
    expect(ownLimit(policy.rules.priceBelowAuthority, 'director')).toBeNull();
    expect(ownLimit(policy.rules.priceBelowAuthority, 'planner')).toBeUndefined();
    expect(approvalEnd(now, policy.rules.hold)).toBe(now + 86_400_000);
  });

  it('accepts the policy as shipped and refuses one with falling limits or without a top', () => {
    expect(approvalPolicySchema.parse(policy)).toEqual(policy);
    const withSteps = (steps: unknown) => ({
      ...policy,
      rules: { ...policy.rules, hold: { ...policy.rules.hold, steps } },
    });
    expect(approvalPolicySchema.safeParse(withSteps([{ post: 'manager', limit: 3 }])).success).toBe(false);
    const falling = [
      { post: 'supervisor', limit: 5 },
      { post: 'manager', limit: 4 },
      { post: 'director', limit: null },
    ];
    expect(approvalPolicySchema.safeParse(withSteps(falling)).success).toBe(false);
  });

  it('has the default of what could not be asked for yet when the policy was set', () => {
    const { booking, priceChange, priceBatch, ...before } = policy.rules;
    const refund = { ...before.refund, expiresAfterHours: 1 };
    const { rules } = approvalPolicySchema.parse({ ...policy, rules: { ...before, refund } });
    expect(rules).toEqual({ ...policy.rules, refund });
    expect([booking, priceChange, priceBatch]).toEqual([rules.booking, rules.priceChange, rules.priceBatch]);
  });
});

describe('Deciding a request', () => {
  it('approves, rejects, withdraws and lapses, and nothing more after that', () => {
    expect(decided('approve')).toEqual({ next: 'approved', effects: ['applyRequest'], requiredPost: 'manager' });
    expect(decided('reject')).toMatchObject({ next: 'rejected', effects: ['dropRequest'] });
    expect(decided('sendBack')).toMatchObject({ next: 'returned', effects: ['giveBack'] });
    expect(decided('withdraw', {}, person(1, 'consultant'))).toMatchObject({ next: 'withdrawn' });
    expect(decided('expire', { expiresAt: now }, person(0, null))).toMatchObject({ next: 'expired' });
    for (const state of approvalStates.filter((one) => one !== 'pending'))
      for (const event of approvalEvents) expect(decided(event, { state }).refused?.code).toBe('NOT_IN_THIS_STATE');
  });

  it.each<[string, ReturnType<typeof decided>, string]>([
    ['nobody decides their own', decided('approve', { requesterId: 9 }), 'APPROVAL_OWN_REQUEST'],
    ['nobody sends back their own', decided('sendBack', { requesterId: 9 }), 'APPROVAL_OWN_REQUEST'],
    [
      'nothing is sent back that cannot be corrected',
      decided('sendBack', { correctable: false }),
      'APPROVAL_NOT_CORRECTABLE',
    ],
    ['nobody rejects their own', decided('reject', { requesterId: 9 }), 'APPROVAL_OWN_REQUEST'],
    [
      'a delegate does not decide what the delegator asked',
      decided('approve', {}, person(5, 'manager', { accountId: 1, post: 'manager' })),
      'APPROVAL_OWN_REQUEST',
    ],
    [
      'a supervisor does not decide a manager’s depth',
      decided('approve', {}, person(5, 'supervisor')),
      'APPROVAL_POST_TOO_LOW',
    ],
    ['the administrator decides nothing', decided('approve', {}, person(5, 'administrator')), 'APPROVAL_POST_TOO_LOW'],
    ['nothing is decided after it lapsed', decided('approve', { expiresAt: now }), 'APPROVAL_EXPIRED'],
    [
      'nothing is approved that has changed since',
      decided('approve', { subjectUnchanged: false }),
      'APPROVAL_SUBJECT_CHANGED',
    ],
    ['nothing is rejected without a word', decided('reject', {}, manager, '  '), 'APPROVAL_OPINION_MISSING'],
    ['only the requester withdraws', decided('withdraw'), 'APPROVAL_NOT_REQUESTER'],
    ['nothing lapses before its time', decided('expire'), 'APPROVAL_RUNNING'],
    [
      'the top passes nothing up',
      decided('passUp', { requiredPost: 'director' }, person(5, 'director')),
      'APPROVAL_NO_HIGHER_POST',
    ],
  ])('%s', (_rule, answer, code) => {
    expect(answer.refused?.code).toBe(code);
  });

  it('lets a delegate decide in the place of the manager', () => {
    expect(decided('approve', {}, person(5, 'supervisor', { accountId: 9, post: 'manager' }))).toMatchObject({
      next: 'approved',
    });
  });

  it('passes a request up to the next post', () => {
    expect(decided('passUp')).toEqual({ next: 'pending', effects: ['moveOn'], requiredPost: 'director' });
  });

  it('asks every level of a contract review, each of another person', () => {
    const review = { kind: 'contractReview', requiredPost: 'backOffice' } as const;
    expect(decided('approve', review, person(4, 'backOffice'))).toEqual({
      next: 'pending',
      effects: ['moveOn'],
      requiredPost: 'supervisor',
    });
    const second = { ...review, requiredPost: 'supervisor', deciders: [4] } as const;
    expect(decided('approve', second, person(4, 'supervisor')).refused?.code).toBe('REVIEWED_BEFORE');
    expect(decided('approve', second, person(5, 'supervisor'))).toMatchObject({
      next: 'pending',
      requiredPost: 'manager',
    });
    expect(decided('approve', { ...second, requiredPost: 'manager', deciders: [4, 5] })).toMatchObject({
      next: 'approved',
    });
    expect(decided('passUp', review, person(4, 'backOffice')).refused?.code).toBe('APPROVAL_NO_HIGHER_POST');
  });

  it('tells the buttons of a request', () => {
    expect(canDecideApproval(policy, request(), manager, now)).toEqual({
      approve: true,
      passUp: true,
      sendBack: true,
      reject: true,
      withdraw: { code: 'APPROVAL_NOT_REQUESTER' },
    });
  });

  it('never lets a request be decided by its requester or by a post below the required one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...approvalKinds),
        fc.nat(200_000),
        fc.boolean(),
        fc.constantFrom(...posts),
        fc.array(
          fc.record({
            event: fc.constantFrom(...approvalEvents),
            id: fc.integer({ min: 1, max: 4 }),
            post: fc.constantFrom(...posts),
          }),
          { maxLength: 8 },
        ),
        (kind, amount, belowFloor, requesterPost, steps) => {
          const answer = approverFor(policy, { kind, amount, belowFloor, requesterPost });
          if (!answer.needed) return;
          let current = request({ kind, amount, belowFloor, requesterPost, requiredPost: answer.post });
          for (const { event, id, post } of steps) {
            const decision = decideApproval(policy, current, { event, opinion: 'x' }, person(id, post), now);
            if (decision.refused) continue;
            expect(current.state).toBe('pending');
            if (event === 'withdraw') expect(id).toBe(1);
            else {
              expect(id).not.toBe(1);
              expect(postMayDecide(post, current.requiredPost)).toBe(true);
              expect(current.deciders).not.toContain(id);
              // A review asks every level in turn and knows no floor; the price below it has its own request.
              if (belowFloor && decision.next === 'approved' && policy.rules[kind].mode === 'lowest')
                expect(post).toBe('director');
            }
            current = {
              ...current,
              state: decision.next,
              requiredPost: decision.requiredPost,
              deciders: [...current.deciders, id],
            };
          }
        },
      ),
    );
  });
});

describe('The ladder on the page of an approval', () => {
  const statuses = (change: Partial<ApprovalRequest>, entries: Parameters<typeof approvalLadder>[2] = []) =>
    approvalLadder(policy, request(change), entries).rungs.map((rung) => `${rung.post} ${rung.status}`);

  it('shows who asked, who is too low, who decides, and who is not needed', () => {
    expect(statuses({})).toEqual(['consultant asked', 'supervisor tooLow', 'manager current', 'director notNeeded']);
    expect(approvalLadder(policy, request(), []).rungs.map((rung) => [rung.from, rung.limit])).toEqual([
      [0, 10_000],
      [10_000, 30_000],
      [30_000, 50_000],
      [50_000, null],
    ]);
  });

  it('shows what each one did', () => {
    const passed = { post: 'supervisor', accountId: 5, at: now, verdict: 'passedUp', opinion: 'pays in full' } as const;
    const done = { post: 'manager', accountId: 9, at: now, verdict: 'approved', opinion: '' } as const;
    expect(statuses({ state: 'approved' }, [passed, done])).toEqual([
      'consultant asked',
      'supervisor passedUp',
      'manager approved',
      'director notNeeded',
    ]);
  });

  it('shows the levels of a review one after the other', () => {
    const first = { post: 'backOffice', accountId: 4, at: now, verdict: 'approved', opinion: '' } as const;
    expect(statuses({ kind: 'contractReview', requiredPost: 'supervisor' }, [first])).toEqual([
      'backOffice approved',
      'supervisor current',
      'manager waiting',
    ]);
  });
});
