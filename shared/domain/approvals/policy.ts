import { z } from 'zod';
import { yuan } from '../../kernel/money.ts';
import { posts } from '../accounts/posts.ts';
import { approvalKinds } from './kinds.ts';

/** What a limit is counted in: parts per million below list, days, fen, pieces, or nothing. */
export const approvalMeasures = ['ppmBelowList', 'days', 'fen', 'count', 'none'] as const;
/** What a limit is counted in. */
export type ApprovalMeasure = (typeof approvalMeasures)[number];

const stepSchema = z.strictObject({
  post: z.enum(posts),
  /** Largest amount that this post may decide, inclusive; null for any. */
  limit: z.int().min(0).nullable(),
});

const ruleSchema = z
  .strictObject({
    measure: z.enum(approvalMeasures),
    /** `lowest`: the lowest post whose limit suffices decides. `every`: each step decides, one after the other. */
    mode: z.enum(['lowest', 'every']),
    /** Whether somebody within their own limit needs nobody else. */
    ownAuthority: z.boolean(),
    expiresAfterHours: z
      .int()
      .min(1)
      .max(24 * 90),
    steps: z.array(stepSchema).min(1).max(8),
  })
  .refine((rule) => rule.steps.at(-1)?.limit === null, { path: ['steps'], message: 'the last step has no limit' })
  .refine(
    (rule) =>
      rule.steps.every((step, index) => {
        const before = rule.steps[index - 1];
        return !before || rule.mode === 'every' || step.limit === null || (before.limit ?? Infinity) < step.limit;
      }),
    { path: ['steps'], message: 'limits rise from step to step' },
  );

/** Who may decide one kind of request, up to what. */
export type ApprovalRule = z.infer<typeof ruleSchema>;
/** One post of a rule with its limit. */
export type ApprovalStep = z.infer<typeof stepSchema>;

/** A policy that was set before something could be asked for has the default of it. */
function withDefaults(rules: unknown): unknown {
  return typeof rules === 'object' && rules !== null ? { ...defaultApprovalPolicy.rules, ...rules } : rules;
}

/** The ladder of the office: a setting with an effective date. */
export const approvalPolicySchema = z.strictObject({
  rules: z.preprocess(withDefaults, z.record(z.enum(approvalKinds), ruleSchema)),
  /** The only post that may go below the floor price. */
  floorPost: z.enum(posts),
});
/** The ladder of the office. */
export type ApprovalPolicy = z.infer<typeof approvalPolicySchema>;

/** Who decides how far a price goes below list, whether for a new deal or for one that stands. */
const priceSteps: readonly ApprovalStep[] = [
  { post: 'consultant', limit: 10_000 },
  { post: 'supervisor', limit: 30_000 },
  { post: 'manager', limit: 50_000 },
  { post: 'director', limit: null },
];

/** The ladder by decision 19, until the office sets its own. */
export const defaultApprovalPolicy: ApprovalPolicy = {
  floorPost: 'director',
  rules: {
    priceBelowAuthority: {
      measure: 'ppmBelowList',
      mode: 'lowest',
      ownAuthority: true,
      expiresAfterHours: 24,
      steps: [...priceSteps],
    },
    hold: {
      measure: 'count',
      mode: 'lowest',
      ownAuthority: true,
      expiresAfterHours: 24,
      steps: [
        { post: 'supervisor', limit: 3 },
        { post: 'manager', limit: null },
      ],
    },
    subscriptionReview: {
      measure: 'none',
      mode: 'every',
      ownAuthority: false,
      expiresAfterHours: 48,
      steps: [
        { post: 'backOffice', limit: null },
        { post: 'supervisor', limit: null },
      ],
    },
    contractReview: {
      measure: 'none',
      mode: 'every',
      ownAuthority: false,
      expiresAfterHours: 24 * 7,
      steps: [
        { post: 'backOffice', limit: null },
        { post: 'supervisor', limit: null },
        { post: 'manager', limit: null },
      ],
    },
    cancellation: single('manager', 24 * 7),
    forfeiture: single('manager', 24 * 7),
    termination: single('director', 24 * 14),
    refund: {
      measure: 'fen',
      mode: 'lowest',
      ownAuthority: false,
      expiresAfterHours: 24 * 7,
      steps: [
        { post: 'manager', limit: yuan(50_000) },
        { post: 'director', limit: null },
      ],
    },
    unitChange: single('manager', 48),
    // 0: relatives with a proof among themselves; 1: anybody else.
    nameChange: {
      measure: 'none',
      mode: 'lowest',
      ownAuthority: false,
      expiresAfterHours: 24 * 7,
      steps: [
        { post: 'manager', limit: 0 },
        { post: 'director', limit: null },
      ],
    },
    signingExtension: {
      measure: 'days',
      mode: 'lowest',
      ownAuthority: true,
      expiresAfterHours: 48,
      steps: [
        { post: 'supervisor', limit: 3 },
        { post: 'manager', limit: 7 },
        { post: 'director', limit: null },
      ],
    },
    paymentPlanChange: single('manager', 48),
    contractTerms: single('manager', 24 * 7),
    penaltyWaiver: {
      measure: 'fen',
      mode: 'lowest',
      ownAuthority: false,
      expiresAfterHours: 24 * 7,
      steps: [
        { post: 'manager', limit: yuan(5_000) },
        { post: 'director', limit: null },
      ],
    },
    export: {
      measure: 'count',
      mode: 'lowest',
      ownAuthority: false,
      expiresAfterHours: 24,
      steps: [
        { post: 'manager', limit: 1000 },
        { post: 'director', limit: null },
      ],
    },
    booking: single('supervisor', 24),
    priceChange: {
      measure: 'ppmBelowList',
      mode: 'lowest',
      ownAuthority: false,
      expiresAfterHours: 48,
      steps: [...priceSteps],
    },
    priceBatch: {
      measure: 'none',
      mode: 'every',
      ownAuthority: false,
      expiresAfterHours: 24 * 7,
      steps: [
        { post: 'planningManager', limit: null },
        { post: 'manager', limit: null },
        { post: 'director', limit: null },
      ],
    },
    // General contracts are the manager's, major ones the director's (management 1.13).
    partnerAgreement: {
      measure: 'fen',
      mode: 'lowest',
      ownAuthority: false,
      expiresAfterHours: 24 * 7,
      steps: [
        { post: 'manager', limit: yuan(500_000) },
        { post: 'director', limit: null },
      ],
    },
  },
};

function single(post: ApprovalStep['post'], expiresAfterHours: number): ApprovalRule {
  return { measure: 'none', mode: 'lowest', ownAuthority: false, expiresAfterHours, steps: [{ post, limit: null }] };
}
