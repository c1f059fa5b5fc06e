import { z } from 'zod';
import { type Post, posts } from '../accounts/posts.ts';
import { backupHoursSchema } from '../backups/schedule.ts';
import { type PaymentMethod, paymentMethods } from '../payments/states.ts';
import { custom, define } from './definition.ts';

const idleMinutes = {
  consultant: 10,
  backOffice: 10,
  supervisor: 10,
  manager: 5,
  director: 5,
  warrantOfficer: 10,
  warrantSupervisor: 10,
  planner: 10,
  planningManager: 10,
  finance: 5,
  administrator: 5,
  auditor: 10,
  compliance: 10,
  kiosk: 1,
} as const satisfies Record<Post, number>;

/** Settings of money received. */
export const moneySettings = {
  paymentMethods: define<readonly PaymentMethod[]>({
    group: 'money',
    schema: z.array(z.enum(paymentMethods)).min(1),
    unit: 'choice',
    default: paymentMethods,
    sourceNote: { zh: '预售资金直接存入监管账户', en: 'Pre-sale money is paid into the supervised account' },
    cityPacks: {},
  }),
  receiptNeedsReference: define({
    group: 'money',
    schema: z.boolean(),
    unit: 'flag',
    default: true,
    sourceNote: { zh: '凭银行到账凭证开具收据', en: 'A receipt is issued on the bank’s proof' },
    cityPacks: {},
  }),
  registryShowsDeposits: define({
    group: 'money',
    schema: z.boolean(),
    unit: 'flag',
    default: false,
    sourceNote: {
      zh: '各地楼盘表不一：有的显示“已付定金”',
      en: 'Cities differ: some registries show that a deposit is paid',
    },
    cityPacks: {},
  }),
};

/** Settings of sessions and secrets. */
export const securitySettings = {
  idleLockMinutes: define({
    group: 'security',
    schema: z.record(z.enum(posts), z.int().min(1).max(60)),
    unit: 'minutes',
    default: idleMinutes,
    sourceNote: custom,
    cityPacks: {},
  }),
  lockout: define({
    group: 'security',
    schema: z.strictObject({ attempts: z.int().min(3).max(10), minutes: z.int().min(1).max(1440) }),
    unit: 'table',
    default: { attempts: 5, minutes: 15 },
    sourceNote: custom,
    cityPacks: {},
  }),
  backupHours: define({
    group: 'security',
    schema: backupHoursSchema,
    unit: 'table',
    default: { opens: '08:00', closes: '21:00', everyMinutes: 15 },
    sourceNote: custom,
    cityPacks: {},
  }),
  /** Posts of which any two persons recover a forgotten password together. */
  recoverers: define<readonly Post[]>({
    group: 'security',
    schema: z.array(z.enum(posts).exclude(['kiosk'])).min(1),
    unit: 'choice',
    default: ['manager', 'director', 'finance', 'administrator'],
    sourceNote: custom,
    cityPacks: {},
  }),
  pinDigits: define({
    group: 'security',
    schema: z.int().min(4).max(8),
    unit: 'count',
    default: 6,
    sourceNote: custom,
    cityPacks: {},
  }),
};
