import { z } from 'zod';
import { contractStates } from '#shared/domain/contracts/states.ts';
import { idSchema, versionSchema } from './common.ts';
import { fileSchema } from './import-files.ts';
import { command, query } from './procedure.ts';

/** The city's own contract (网签合同) beside ours (decision 14). */
export const cityContract = {
  /** Keeps the city's contract as PDF. It is read back first: one that says something else than ours is refused. */
  attachCity: command({
    permission: 'contracts.file',
    carriesFiles: true,
    input: z.strictObject({ contractId: idSchema, version: versionSchema, file: fileSchema }),
    output: z.strictObject({ state: z.enum(contractStates), version: versionSchema }),
  }),
  /** The pages of the city's contract as they were attached: PDF in base64. */
  cityPages: query({
    permission: 'contracts.read',
    input: z.strictObject({ contractId: idSchema }),
    output: z.strictObject({ content: z.base64() }),
  }),
};
