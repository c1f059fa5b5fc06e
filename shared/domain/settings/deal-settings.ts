import { z } from 'zod';
import { amountSchema, type Fen, yuan } from '#shared/kernel/money.ts';
import { type ApprovalPolicy, approvalPolicySchema, defaultApprovalPolicy } from '../approvals/policy.ts';
import { defaultPlanTemplates } from '../plans/defaults.ts';
import { type PlanTemplate, planTemplateSchema } from '../plans/template.ts';
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
    schema: z.array(planTemplateSchema).min(1).max(50),
    unit: 'table',
    default: defaultPlanTemplates,
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
  contractWordingApproved: define({
    group: 'deals',
    schema: z.boolean(),
    unit: 'flag',
    default: true,
    sourceNote: {
      zh: '合同文本须经法务审定、经理批准后使用',
      en: 'Counsel settles the wording of the contract and the manager approves it before use',
    },
    cityPacks: {},
  }),
  contractReferencePpm: define({
    group: 'deals',
    schema: z.int().min(0).max(240_000),
    unit: 'ppm',
    default: 49_000,
    sourceNote: {
      zh: '合同约定利率的参照：五年期以上贷款基准利率（2015 年 10 月 24 日公布的最后一次，4.90%）',
      en: 'Reference for interest in contracts: the last published base rate of loans over five years, 4.90 % (2015)',
    },
    cityPacks: {},
  }),
  contractFilingDays: define({
    group: 'deals',
    schema: days,
    unit: 'days',
    default: 30,
    sourceNote: {
      zh: '商品房预售合同自签订之日起30日内登记备案（城市商品房预售管理办法第十条）',
      en: 'A pre-sale contract is filed within 30 days of signing (Measures on Pre-sale, art. 10)',
    },
    cityPacks: {},
  }),
};
