import { z } from 'zod';
import { customerRatings } from '../customers/states.ts';
import { custom, define } from './definition.ts';

const days = z.int().min(1).max(365);

/** Settings of reception, ownership, rota and follow-up (management 1.6, 1.10, 2.3). */
export const customerSettings = {
  protectionDays: define({
    group: 'customers',
    schema: z.strictObject({ call: days, visit: days }),
    unit: 'days',
    default: { call: 7, visit: 15 },
    sourceNote: custom,
    cityPacks: {},
  }),
  firstFollowDays: define({
    group: 'customers',
    schema: days,
    unit: 'days',
    default: 7,
    sourceNote: custom,
    cityPacks: {},
  }),
  claimDays: define({
    group: 'customers',
    schema: days,
    unit: 'days',
    default: 2,
    sourceNote: custom,
    cityPacks: {},
  }),
  referralDays: define({
    group: 'customers',
    schema: days,
    unit: 'days',
    default: 7,
    sourceNote: custom,
    cityPacks: {},
  }),
  agencyReport: define({
    group: 'customers',
    schema: z.strictObject({ leadMinutes: z.int().min(0).max(1440), visitDays: days, dealDays: days }),
    unit: 'table',
    default: { leadMinutes: 30, visitDays: 7, dealDays: 30 },
    sourceNote: custom,
    cityPacks: {},
  }),
  rotaMakeUps: define({
    group: 'customers',
    schema: z.int().min(0).max(9),
    unit: 'count',
    default: 2,
    sourceNote: custom,
    cityPacks: {},
  }),
  longVisitMinutes: define({
    group: 'customers',
    schema: z.int().min(30).max(720),
    unit: 'minutes',
    default: 180,
    sourceNote: custom,
    cityPacks: {},
  }),
  followUpDays: define({
    group: 'customers',
    schema: z.strictObject({
      first: z.record(z.enum(customerRatings), days),
      next: z.record(z.enum(customerRatings), days),
    }),
    unit: 'days',
    default: { first: { A: 1, B: 1, C: 2, D: 30 }, next: { A: 2, B: 4, C: 10, D: 30 } },
    sourceNote: custom,
    cityPacks: {},
  }),
};
