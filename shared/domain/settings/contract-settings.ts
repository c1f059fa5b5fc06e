import { z } from 'zod';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { managementFeeKinds } from '../contracts/fields/after-sale.ts';
import { defaultRequiredFiles, type RequiredFile, requiredFilesSchema } from '../contracts/required-files.ts';
import { custom, define } from './definition.ts';

/** The early-stage management of the project (前期物业); its fee is the setting `propertyFee`. */
const earlyManagement = z.strictObject({
  company: z.string().trim().max(100),
  from: localDateSchema.nullable(),
  to: localDateSchema.nullable(),
  feeKind: z.enum(managementFeeKinds),
});
/** The early-stage management as the office records it; an empty company while nobody has. */
export type EarlyManagement = z.output<typeof earlyManagement>;

/** Days before the last day of a contract with a partner on which it is called out (management 1.13). */
const reminderDays = (days: number) =>
  define({
    group: 'contracts',
    schema: z.int().min(1).max(365),
    unit: 'days',
    default: days,
    sourceNote: custom,
    cityPacks: {},
  });

/** Settings of contracts of sale: their wording, what the city asks before the signing, what the project offers. */
export const contractSettings = {
  contractWordingApproved: define({
    group: 'contracts',
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
    group: 'contracts',
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
    group: 'contracts',
    schema: z.int().min(1).max(90),
    unit: 'days',
    default: 30,
    sourceNote: {
      zh: '商品房预售合同自签订之日起30日内登记备案（城市商品房预售管理办法第十条）',
      en: 'A pre-sale contract is filed within 30 days of signing (Measures on Pre-sale, art. 10)',
    },
    cityPacks: {},
  }),
  amendmentFilingDays: define({
    group: 'contracts',
    schema: z.int().min(1).max(90),
    unit: 'days',
    default: 30,
    sourceNote: {
      zh: '合同变更或解除后须在当地规定的期限内办理变更、撤销备案（部分城市为30日，以当地规定为准）',
      en: 'A changed or ended contract is filed anew within the limit of the city (30 days in several cities)',
    },
    cityPacks: {},
  }),
  purchaseLimits: define({
    group: 'contracts',
    schema: z.strictObject({ home: z.boolean(), otherUse: z.boolean() }),
    unit: 'flag',
    default: { home: false, otherUse: false },
    sourceNote: {
      zh: '限购城市须在签约前查验购房资格；是否限购以当地现行规定为准',
      en: 'Where purchases are limited each buyer is checked before signing; the city’s present rule decides',
    },
    cityPacks: {},
  }),
  maintenanceFundFirst: define({
    group: 'contracts',
    schema: z.boolean(),
    unit: 'flag',
    default: false,
    sourceNote: {
      zh: '部分城市网签前核验专项维修资金交存情况；以当地现行规定为准',
      en: 'Some cities check the maintenance fund before net-signing; the city’s present rule decides',
    },
    cityPacks: {},
  }),
  facilityOffers: define({
    group: 'contracts',
    schema: z.strictObject({ heating: z.boolean(), gas: z.boolean() }),
    unit: 'flag',
    default: { heating: false, gas: true },
    sourceNote: {
      zh: '按项目施工图设计文件；合同第十条据此列明是否供热、供气（燃气只到住宅）',
      en: 'By the construction drawings; article 10 of the contract follows (gas is laid to homes only)',
    },
    cityPacks: {},
  }),
  facilitiesPlanned: define<{ dueOn: LocalDate | null }>({
    group: 'contracts',
    schema: z.strictObject({ dueOn: localDateSchema.nullable() }),
    unit: 'day',
    default: { dueOn: null },
    sourceNote: {
      zh: '规划方案备案中配套设施的建成日期；合同承诺的日期不应晚于该日',
      en: 'Day by which the filed planning has the facilities ready; promises of a contract should not be later',
    },
    cityPacks: {},
  }),
  earlyManagement: define<EarlyManagement>({
    group: 'contracts',
    schema: earlyManagement,
    unit: 'table',
    default: { company: '', from: null, to: null, feeKind: 'lumpSum' },
    sourceNote: {
      zh: '物业管理条例第二十五条：买卖合同应当包含前期物业服务合同约定的内容',
      en: 'Property Management Regulation, art. 25: the sale contract has the contents of the early-stage contract',
    },
    cityPacks: {},
  }),
  requiredFiles: define<readonly RequiredFile[]>({
    group: 'contracts',
    schema: requiredFilesSchema,
    unit: 'table',
    default: defaultRequiredFiles,
    sourceNote: {
      zh: '案场惯例，可按项目调整；代为签约须有授权委托书（民法典第一百六十五条）',
      en: 'Custom of the trade; to sign for another needs a written power (Civil Code, art. 165)',
    },
    cityPacks: {},
  }),
  partnerFirstReminderDays: reminderDays(90),
  partnerSecondReminderDays: reminderDays(60),
  partnerLastReminderDays: reminderDays(30),
};
