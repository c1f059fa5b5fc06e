import type { CaseRow } from '#db/repositories/cases.ts';
import type { CaseDefinition } from '#shared/domain/cases/definitions.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** The steps and papers of a case: those of the day on which it was opened, so that no setting moves a running case. */
export function definitionOf(
  { setting }: Pick<QueryContext<unknown>, 'setting'>,
  { kind, openedOn }: Pick<CaseRow, 'kind' | 'openedOn'>,
): CaseDefinition {
  return setting('caseDefinitions', openedOn)[kind];
}
