/** English sentences of the refusals about house types, areas, generated homes and attached files. */
export const inventoryErrors = {
  // homes and their papers
  SPACE_FACTS_MISPLACED:
    'A kind of parking is entered for spaces for cars only, title and sides for those and for storage. Clear them, or change the use first.',
  UNIT_FACTS_AGREED:
    'Somebody has this home: its house type, use and areas stay as agreed and cannot be edited here. Ask for a change of the deal instead.',
  AREA_PARTS_DIFFER: 'Inner and shared area must add up to the built area. Check the three areas.',
  UNIT_EXISTS:
    'There are {{count}} homes in these places already ({{units}}). Change buildings, entrances or floors, or leave those places empty.',
  PATTERN_TOO_MANY: 'At most {{limit}} homes are generated at once; this would be {{units}}. Do it in parts.',
  PATTERN_TWICE: 'A building, an entrance, a floor’s name or a room is there twice. Name each once.',
  PATTERN_EMPTY: 'No home would be made. Check the floors and the places that are left empty.',
  SURVEY_MISSING: 'Measured areas and their survey report go together. Fill in the one that is missing.',
  SURVEY_UNKNOWN:
    'There is no survey report {{number}}. Enter it first with “Enter survey” in the drawer of one of its homes.',
  IMPORT_NOTHING_CHANGED: 'The file says what the office has already. There is nothing to write.',
  HOUSE_TYPE_IN_USE: '{{units}} homes are of this house type, so it cannot be removed. Give them another type first.',
  HOUSE_TYPE_NAME_TAKEN: 'There is a house type of this name. Choose another name, or edit that one.',
  HOUSE_TYPE_RANGE: 'The upper limit of an area cannot be below the lower one. Check the range.',
  PHASE_NAME_TAKEN: 'There is a phase of this name. Choose another name.',
  SURVEY_NUMBER_TAKEN: 'This survey report is entered already. Check its number, or use the report that is there.',
  LENDER_CONSENT_DATES:
    'The lender’s consent cannot end before the day it was given. Check the dates on the lender’s letter.',
  // attached files
  ATTACHMENT_KIND: 'Only PDF, PNG and JPEG files can be attached. Scan the paper or save it as one of these.',
  ATTACHMENT_TOO_LARGE: 'The file is larger than {{limit}} MB. Scan it at a lower resolution or split it.',
  ATTACHMENT_UNREADABLE: 'This PDF cannot be opened. Save it again, without a password, and attach that.',
  ATTACHMENT_TWICE: 'The same file is attached here already as “{{file}}”.',
  ATTACHMENT_ERASED: 'The people of this deal were made anonymous, and the scan was destroyed with their data.',
  FILES_LACKING: 'Required scans are missing: {{lackingFiles}}. Attach them under Scans on this page, then go on.',
} as const;
