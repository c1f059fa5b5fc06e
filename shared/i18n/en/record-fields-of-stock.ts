import type { Translation } from '../translation.ts';
import type { stockFields as zh } from '../zh-CN/record-fields-of-stock.ts';

/** English names of the fields of the stock: phases, house types, decoration, surveys. */
export const stockFields = {
  phaseId: 'Phase',
  lenderConsentTo: 'Lender’s consent ends',
  houseTypeId: 'House type record',
  decoration: 'Decoration',
  spaceRight: 'Title of a space',
  spaceKind: 'Kind of space',
  spaceLength: 'Space length',
  spaceWidth: 'Space width',
  spaceHeight: 'Clear height',
  measuredBuiltArea: 'Measured built area',
  measuredInnerArea: 'Measured inner area',
  measuredSharedArea: 'Measured shared area',
  surveyId: 'Survey report',
  surveyor: 'Surveyor',
  surveyedOn: 'Surveyed on',
  rooms: 'Rooms',
  builtFromArea: 'Built area from',
  builtToArea: 'Built area to',
  innerFromArea: 'Inner area from',
  innerToArea: 'Inner area to',
  highlights: 'Highlights',
} as const satisfies Translation<typeof zh>;
