import { z } from 'zod';
import { readingMeasures } from '../privacy/states.ts';
import { custom, define } from './definition.ts';

const limits = z.record(z.enum(readingMeasures), z.int().min(1).max(100_000));

/** Half of the numbers of the criminal interpretation, as it counts data that somebody got in doing their duties. */
const criminal = {
  zh: '两高侵犯公民个人信息刑事案件解释第五条：履职中获得的数量减半（财产信息25条）',
  en: 'SPC/SPP Interpretation on Crimes against Personal Information, art. 5: half the number for data got in one’s duties (25 of property)',
} as const;

/** Settings of personal data (个人信息保护). */
export const privacySettings = {
  readingLimits: define({
    group: 'privacy',
    schema: z.strictObject({ day: limits, tenMinutes: limits }),
    unit: 'table',
    default: {
      day: { reveals: 30, files: 150, searches: 300, rows: 1500 },
      tenMinutes: { reveals: 10, files: 40, searches: 60, rows: 600 },
    },
    sourceNote: custom,
    cityPacks: {},
  }),
  exportLimits: define({
    group: 'privacy',
    schema: z.strictObject({ personal: z.int().min(1).max(5000), financial: z.int().min(1).max(5000) }),
    unit: 'table',
    default: { personal: 200, financial: 25 },
    sourceNote: criminal,
    cityPacks: {},
  }),
  retentionTerms: define({
    group: 'privacy',
    schema: z.strictObject({
      visitorMonths: z.int().min(1).max(36),
      leadMonths: z.int().min(1).max(60),
      cancelledYears: z.int().min(3).max(10),
      // Anti-Money-Laundering Law: identity data and transactions, ten years after the end of the relation.
      contractYears: z.int().min(10).max(30),
      // Accounting archives: vouchers and ledgers.
      moneyYears: z.int().min(30).max(50),
    }),
    unit: 'table',
    default: { visitorMonths: 12, leadMonths: 24, cancelledYears: 3, contractYears: 10, moneyYears: 30 },
    sourceNote: {
      zh: '个人信息保护法第19条（最短必要）；反洗钱法第34条（关系结束后10年）；会计档案管理办法（凭证30年）；民法典第188条（诉讼时效3年）',
      en: 'PIPL art. 19 (no longer than needed); Anti-Money-Laundering Law art. 34 (10 years after the relation); Accounting Archives Measures (vouchers 30 years); Civil Code art. 188 (limitation 3 years)',
    },
    cityPacks: {},
  }),
  subjectRequestDays: define({
    group: 'privacy',
    schema: z.int().min(1).max(30),
    unit: 'days',
    default: 15,
    sourceNote: { zh: '个人信息保护法第50条：及时受理和处理', en: 'PIPL art. 50: received and dealt with in time' },
    cityPacks: {},
  }),
};
