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
};
