import { z } from 'zod';
import { amountSchema, type Fen, yuan } from '#shared/kernel/money.ts';
import { type ApprovalPolicy, approvalPolicySchema, defaultApprovalPolicy } from '../approvals/policy.ts';
import { type ChangeReason, changeReasonsSchema, defaultChangeReasons } from '../changes/reasons.ts';
import { type DefectKind, defaultDefectKinds, defectKindsSchema } from '../contracts/defects.ts';
import { defaultPlanTemplates } from '../plans/defaults.ts';
import { MOST_PLANS, type PlanTemplate, planTemplateSchema } from '../plans/template.ts';
import { custom, define } from './definition.ts';

const days = z.int().min(1).max(90);

/** Settings of subscriptions, deposits and payment plans. */
export const dealSettings = {
  depositCapPpm: define({
    group: 'deals',
    schema: z.int().min(0).max(200_000),
    unit: 'ppm',
    default: 200_000,
    sourceNote: { zh: '民法典第586条：定金不得超过20%', en: 'Civil Code, art. 586: a deposit is at most 20 %' },
    cityPacks: {},
  }),
  defaultDeposit: define<Fen>({
    group: 'deals',
    schema: amountSchema,
    unit: 'fen',
    default: yuan(50_000),
    sourceNote: custom,
    cityPacks: {},
  }),
  signingDays: define({
    group: 'deals',
    schema: days,
    unit: 'days',
    default: 7,
    sourceNote: custom,
    cityPacks: {},
  }),
  signingSoonDays: define({
    group: 'deals',
    schema: z.int().min(0).max(30),
    unit: 'days',
    default: 2,
    sourceNote: custom,
    cityPacks: {},
  }),
  transferAnswerDays: define({
    group: 'contracts',
    schema: z.int().min(1).max(30),
    unit: 'days',
    default: 3,
    sourceNote: custom,
    cityPacks: {},
  }),
  depositGraceDays: define({
    group: 'deals',
    schema: z.int().min(0).max(60),
    unit: 'days',
    default: 3,
    sourceNote: custom,
    cityPacks: {},
  }),
  noticeDays: define({
    group: 'deals',
    schema: z.int().min(0).max(30),
    unit: 'days',
    default: 3,
    sourceNote: custom,
    cityPacks: {},
  }),
  terminationDays: define({
    group: 'deals',
    schema: days,
    unit: 'days',
    default: 7,
    sourceNote: custom,
    cityPacks: {},
  }),
  objectionDays: define({
    group: 'deals',
    schema: z.int().min(1).max(365),
    unit: 'days',
    default: 90,
    sourceNote: custom,
    cityPacks: {},
  }),
  sentBackHours: define({
    group: 'deals',
    schema: z
      .int()
      .min(1)
      .max(24 * 14),
    unit: 'count',
    default: 24,
    sourceNote: custom,
    cityPacks: {},
  }),
  consultantCommissionPpm: define({
    group: 'deals',
    schema: z.int().min(0).max(100_000),
    unit: 'ppm',
    default: 4000,
    sourceNote: custom,
    cityPacks: {},
  }),
  depositRefundDays: define({
    group: 'deals',
    schema: days,
    unit: 'days',
    default: 15,
    sourceNote: custom,
    cityPacks: {},
  }),
  approvalPolicy: define<ApprovalPolicy>({
    group: 'deals',
    schema: approvalPolicySchema,
    unit: 'table',
    default: defaultApprovalPolicy,
    sourceNote: custom,
    cityPacks: {},
  }),
  planTemplates: define<readonly PlanTemplate[]>({
    group: 'deals',
    schema: z.array(planTemplateSchema).min(1).max(MOST_PLANS),
    unit: 'table',
    default: defaultPlanTemplates,
    sourceNote: custom,
    cityPacks: {},
  }),
  changeReasons: define<readonly ChangeReason[]>({
    group: 'deals',
    schema: changeReasonsSchema,
    unit: 'table',
    default: defaultChangeReasons,
    sourceNote: custom,
    cityPacks: {},
  }),
  defectKinds: define<readonly DefectKind[]>({
    group: 'contracts',
    schema: defectKindsSchema,
    unit: 'table',
    default: defaultDefectKinds,
    sourceNote: custom,
    cityPacks: {},
  }),
  minimumDownPaymentPpm: define({
    group: 'deals',
    schema: z.int().min(0).max(1_000_000),
    unit: 'ppm',
    default: 150_000,
    sourceNote: {
      zh: '商业性个人住房贷款最低首付比例不低于15%，以贷款银行和公积金中心审批为准',
      en: 'Down payment on a home loan at least 15 %; the lender decides',
    },
    cityPacks: {},
  }),
  minimumDownPaymentOtherPpm: define({
    group: 'deals',
    schema: z.int().min(0).max(1_000_000),
    unit: 'ppm',
    default: 500_000,
    sourceNote: {
      zh: '商业用房购房贷款首付比例不低于50%、期限不超过10年（银发〔2007〕359号），以贷款银行审批为准',
      en: 'Down payment on a loan for what is no home at least 50 %, over at most 10 years (2007); the lender decides',
    },
    cityPacks: {},
  }),
};
