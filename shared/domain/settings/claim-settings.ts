import { z } from 'zod';
import { amountSchema, type Fen, yuan } from '../../kernel/money.ts';
import type { Post } from '../accounts/posts.ts';
import { type ClaimPolicy, defaultClaimPolicy } from '../units/lock-policy.ts';
import { custom, define } from './definition.ts';

/** Posts that hold units without asking (decision 19); how many at once is the step `hold` of the approval policy. */
export const holdingPosts = ['supervisor', 'manager', 'director'] as const satisfies readonly Post[];

const days = z.int().min(1).max(90);

/** Settings of locks, holds and small bookings (锁定, 预留, 小订). */
export const claimSettings = {
  lockMinutes: define({
    group: 'claims',
    schema: z.int().min(1).max(240),
    unit: 'minutes',
    default: defaultClaimPolicy.lockMinutes,
    sourceNote: custom,
    cityPacks: {},
  }),
  locksPerPerson: define({
    group: 'claims',
    schema: z.int().min(1).max(50),
    unit: 'count',
    default: defaultClaimPolicy.locksPerPerson,
    sourceNote: custom,
    cityPacks: {},
  }),
  lockRenewals: define({
    group: 'claims',
    schema: z.int().min(0).max(20),
    unit: 'count',
    default: defaultClaimPolicy.lockRenewals,
    sourceNote: custom,
    cityPacks: {},
  }),
  bookingDays: define({
    group: 'claims',
    schema: z.int().min(1).max(60),
    unit: 'days',
    default: defaultClaimPolicy.bookingDays,
    sourceNote: custom,
    cityPacks: {},
  }),
  bookingMoney: define<Fen>({
    group: 'claims',
    schema: amountSchema,
    unit: 'fen',
    default: yuan(5000),
    sourceNote: custom,
    cityPacks: {},
  }),
  bookingPayMinutes: define({
    group: 'claims',
    schema: z.int().min(10).max(4320),
    unit: 'minutes',
    default: 240,
    sourceNote: custom,
    cityPacks: {},
  }),
  bookingExtensions: define({
    group: 'claims',
    schema: z.int().min(0).max(10),
    unit: 'count',
    default: 1,
    sourceNote: custom,
    cityPacks: {},
  }),
  holdRenewals: define({
    group: 'claims',
    schema: z.int().min(0).max(10),
    unit: 'count',
    default: 1,
    sourceNote: custom,
    cityPacks: {},
  }),
  holdDays: define({
    group: 'claims',
    schema: z.record(z.enum(holdingPosts), days),
    unit: 'days',
    default: { supervisor: 2, manager: defaultClaimPolicy.holdDays, director: 30 },
    sourceNote: custom,
    cityPacks: {},
  }),
};

/** Reads one of the settings of claims as of the day in question. */
export type ClaimSettingReader = <K extends keyof typeof claimSettings>(
  key: K,
) => z.output<(typeof claimSettings)[K]['schema']>;

/** For how many days a post holds a unit; posts that ask for every hold get the shortest. */
export function holdDaysOf(holdDays: Readonly<Record<(typeof holdingPosts)[number], number>>, post: Post): number {
  const holder = holdingPosts.find((one) => one === post);
  return holder ? holdDays[holder] : Math.min(...Object.values(holdDays));
}

/** The policy of claims for a post, from the settings. */
export function claimPolicyOf(read: ClaimSettingReader, post: Post): ClaimPolicy {
  return {
    lockMinutes: read('lockMinutes'),
    locksPerPerson: read('locksPerPerson'),
    lockRenewals: read('lockRenewals'),
    holdDays: holdDaysOf(read('holdDays'), post),
    bookingDays: read('bookingDays'),
  };
}
