import type { ErrorFamily } from './errors.ts';

/** Refusals about house types, areas, generated homes and attached files. */
export const inventoryErrorCodes = {
  // homes and their papers
  UNIT_FACTS_AGREED: 'refused',
  SPACE_FACTS_MISPLACED: 'refused',
  AREA_PARTS_DIFFER: 'invalid',
  UNIT_EXISTS: 'duplicate',
  PATTERN_TOO_MANY: 'invalid',
  PATTERN_TWICE: 'invalid',
  PATTERN_EMPTY: 'invalid',
  SURVEY_MISSING: 'invalid',
  SURVEY_UNKNOWN: 'invalid',
  IMPORT_NOTHING_CHANGED: 'refused',
  HOUSE_TYPE_IN_USE: 'refused',
  HOUSE_TYPE_NAME_TAKEN: 'refused',
  HOUSE_TYPE_RANGE: 'invalid',
  PHASE_NAME_TAKEN: 'refused',
  SURVEY_NUMBER_TAKEN: 'refused',
  LENDER_CONSENT_DATES: 'invalid',
  // attached files
  ATTACHMENT_KIND: 'invalid',
  ATTACHMENT_TOO_LARGE: 'invalid',
  ATTACHMENT_UNREADABLE: 'invalid',
  ATTACHMENT_TWICE: 'duplicate',
  ATTACHMENT_ERASED: 'refused',
  FILES_LACKING: 'refused',
} as const satisfies Record<string, ErrorFamily>;
