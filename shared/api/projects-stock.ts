import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, versionSchema } from './common.ts';
import { command, nothing } from './procedure.ts';

/** The development's phases and the surveys of its buildings. */
export const projectStock = {
  /** Enters a phase or changes it; its buildings are those named here, and no others. */
  savePhase: command({
    permission: 'projects.write',
    input: z.strictObject({
      /** null for a new one. */
      phaseId: idSchema.nullable(),
      version: versionSchema.nullable(),
      projectId: idSchema,
      name: lineSchema,
      sortOrder: z.int().min(1).max(999),
      buildingIds: z.array(idSchema).max(500),
    }),
    output: z.strictObject({ phaseId: idSchema }),
  }),
  /** Takes a phase out; its buildings stay, without one. */
  removePhase: command({
    permission: 'projects.write',
    input: z.strictObject({ phaseId: idSchema, version: versionSchema }),
    output: nothing,
  }),
  /** Enters the report of a survey, by which homes are then measured, or corrects it. */
  saveSurvey: command({
    permission: 'units.write',
    input: z.strictObject({
      /** null for a new one. */
      surveyId: idSchema.nullable(),
      version: versionSchema.nullable(),
      number: lineSchema,
      surveyor: lineSchema,
      surveyedOn: localDateSchema,
    }),
    output: z.strictObject({ surveyId: idSchema }),
  }),
};
