import { type CaseDefinitions, caseDefinitionsSchema, defaultCaseDefinitions } from '../cases/definitions.ts';
import { custom, define } from './definition.ts';

/** Settings of the warrants (权证): a case keeps the steps and papers of the day on which it was opened. */
export const caseSettings = {
  caseDefinitions: define<CaseDefinitions>({
    group: 'warrants',
    schema: caseDefinitionsSchema,
    unit: 'table',
    default: defaultCaseDefinitions,
    sourceNote: custom,
    cityPacks: {},
  }),
};
