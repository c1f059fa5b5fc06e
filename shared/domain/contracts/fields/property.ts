import { blank, oneOf } from './kinds.ts';

/** How the land was acquired (出让, 划拨), which the contract must name: Urban Real Estate Law, art. 41. */
export const landModes = ['granted', 'allotted', 'other'] as const;
/** What the planning calls the unit. */
export const plannedUses = ['dwelling', 'office', 'commercial', 'parking', 'storage', 'other'] as const;
/** What the seller pays when a promise about the title is broken. */
export const damagesKinds = ['oncePaid', 'fullLoss'] as const;

/** Fields of chapter two: the project, its permits, the unit, its mortgage and title (articles 1 to 5). */
export const propertyFields = {
  landMode: oneOf(1, 'record', landModes),
  landPlace: blank(1, 'record', 'text'),
  landDocument: oneOf(1, 'record', ['landUseCertificate', 'titleCertificate', 'other']),
  landDocumentNumber: blank(1, 'record', 'text'),
  landArea: blank(1, 'record', 'area'),
  landUse: blank(1, 'record', 'text'),
  landEndsOn: blank(1, 'record', 'date'),
  approvedProjectName: blank(1, 'record', 'text'),
  planningPermit: blank(1, 'record', 'text'),
  constructionPermit: blank(1, 'record', 'text'),

  permitAuthority: blank(2, 'record', 'text'),
  permitNumber: blank(2, 'record', 'text'),

  plannedUse: oneOf(3, 'record', plannedUses),
  structure: blank(3, 'record', 'text'),
  floorsTotal: blank(3, 'record', 'count'),
  floorsAbove: blank(3, 'record', 'count'),
  floorsBelow: blank(3, 'record', 'count'),
  buildingName: blank(3, 'record', 'text'),
  entranceName: blank(3, 'record', 'text'),
  floor: blank(3, 'record', 'floor'),
  roomNumber: blank(3, 'record', 'text'),
  surveyor: blank(3, 'record', 'text'),
  builtArea: blank(3, 'record', 'area'),
  innerArea: blank(3, 'record', 'area'),
  sharedArea: blank(3, 'record', 'area'),
  storeyHeight: blank(3, 'record', 'height'),
  balconies: blank(3, 'record', 'count'),
  balconiesEnclosed: blank(3, 'record', 'count'),
  balconiesOpen: blank(3, 'record', 'count'),

  mortgageStatus: oneOf(4, 'record', ['none', 'mortgaged']),

  titlePromise: blank(5, 'free', 'longText'),
  titleInterest: blank(5, 'bound', 'percent'),
  titleDamages: oneOf(5, 'choice', damagesKinds),
} as const;
