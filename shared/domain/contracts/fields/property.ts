import { spaceKinds } from '../../units/space-facts.ts';
import { blank, oneOf } from './kinds.ts';

/** How the land was acquired (出让, 划拨), which the contract must name: Urban Real Estate Law, art. 41. */
export const landModes = ['granted', 'allotted', 'other'] as const;
/** What the planning calls the unit. */
export const plannedUses = ['dwelling', 'office', 'commercial', 'parking', 'storage', 'other'] as const;
/** By which paper a finished house is sold (销售依据). */
export const saleBasisKinds = ['completionFiling', 'firstTitle'] as const;
/** What the seller pays when a promise about the title is broken. */
export const damagesKinds = ['oncePaid', 'fullLoss'] as const;

/** Fields of chapter two: the project, its permits, the unit, its mortgage and title (articles 1 to 5). */
export const propertyFields = {
  landMode: oneOf('projectBasis', 'record', landModes),
  landPlace: blank('projectBasis', 'record', 'text'),
  landDocument: oneOf('projectBasis', 'record', ['landUseCertificate', 'titleCertificate', 'other']),
  landDocumentNumber: blank('projectBasis', 'record', 'text'),
  landArea: blank('projectBasis', 'record', 'area'),
  landUse: blank('projectBasis', 'record', 'text'),
  landEndsOn: blank('projectBasis', 'record', 'date'),
  approvedProjectName: blank('projectBasis', 'record', 'text'),
  planningPermit: blank('projectBasis', 'record', 'text'),
  constructionPermit: blank('projectBasis', 'record', 'text'),

  permitAuthority: blank('permit', 'record', 'text'),
  permitNumber: blank('permit', 'record', 'text'),

  saleBasisKind: oneOf('saleBasis', 'record', saleBasisKinds),
  saleBasisNumber: blank('saleBasis', 'record', 'text'),
  saleBasisAuthority: blank('saleBasis', 'record', 'text'),

  plannedUse: oneOf('unit', 'record', plannedUses),
  structure: blank('unit', 'record', 'text'),
  floorsTotal: blank('unit', 'record', 'count'),
  floorsAbove: blank('unit', 'record', 'count'),
  floorsBelow: blank('unit', 'record', 'count'),
  buildingName: blank('unit', 'record', 'text'),
  entranceName: blank('unit', 'record', 'text'),
  floor: blank('unit', 'record', 'floor'),
  roomNumber: blank('unit', 'record', 'text'),
  surveyor: blank('unit', 'record', 'text'),
  builtArea: blank('unit', 'record', 'area'),
  innerArea: blank('unit', 'record', 'area'),
  sharedArea: blank('unit', 'record', 'area'),
  storeyHeight: blank('unit', 'record', 'height'),
  balconies: blank('unit', 'record', 'count'),
  balconiesEnclosed: blank('unit', 'record', 'count'),
  balconiesOpen: blank('unit', 'record', 'count'),

  spaceKind: oneOf('unit', 'record', spaceKinds),
  spaceLength: blank('unit', 'record', 'height'),
  spaceWidth: blank('unit', 'record', 'height'),
  spaceHeight: blank('unit', 'record', 'height'),

  mortgageStatus: oneOf('mortgage', 'record', ['none', 'mortgaged']),

  leaseStatus: oneOf('lease', 'choice', ['none', 'leased']),
  leaseTenant: blank('lease', 'choice', 'text'),
  leaseFrom: blank('lease', 'choice', 'date'),
  leaseTo: blank('lease', 'choice', 'date'),
  rentGoesTo: oneOf('lease', 'choice', ['seller', 'buyer']),
  leaseOther: blank('lease', 'free', 'longText'),

  titlePromise: blank('title', 'free', 'longText'),
  titleInterest: blank('title', 'bound', 'percent'),
  titleDamages: oneOf('title', 'choice', damagesKinds),
} as const;
