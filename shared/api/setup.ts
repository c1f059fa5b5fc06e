import { z } from 'zod';
import { cityPacks } from '#shared/domain/settings/city-packs.ts';
import { command } from './procedure.ts';
import { passwordSchema } from './session.ts';

const line = z.string().trim().min(1).max(120);
const later = z.string().trim().max(200).default('');

/** First start: an office without accounts is given its company, its project and its first administrator. */
export const setup = {
  /** Refused with SETUP_DONE as soon as there is an account. Logs nobody in. */
  createOffice: command({
    permission: 'public',
    input: z.strictObject({
      officeName: line,
      companyName: line,
      /** Of the company, as its papers print it; each may follow later on the project's page. */
      creditCode: later,
      companyAddress: later,
      companyPhone: later,
      representative: later,
      projectName: line,
      projectAddress: z.string().trim().max(200),
      cityPack: z.enum(cityPacks),
      administratorName: line,
      loginName: z
        .string()
        .trim()
        .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
      password: passwordSchema,
    }),
    output: z.strictObject({ accountId: z.int(), projectId: z.int() }),
  }),
};
