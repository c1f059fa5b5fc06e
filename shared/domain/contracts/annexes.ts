import { z } from 'zod';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { planItems } from '../plans/states.ts';

const line = z.string().trim().max(200);
const words = z.string().trim().min(1).max(200);

/** Annex one: the drawings that are bound in. */
const drawings = z.strictObject({
  floorPlan: z.boolean(),
  sitePlan: z.boolean(),
  dimensions: z.boolean(),
  scale: line,
  tolerance: line,
});

/** A part shared by the owners, in the apportionment or not (annex two). */
const commonPart = z.strictObject({
  part: words,
  place: line,
  area: areaSchema.nullable(),
  apportioned: z.boolean(),
});

/** A mortgage of land or of work in progress (article four, annex three). */
const mortgage = z.strictObject({
  kind: z.enum(['land', 'workInProgress', 'other']),
  mortgagor: words,
  mortgagee: words,
  registry: line,
  registeredOn: localDateSchema.nullable(),
  debtTerm: line,
  consentOn: localDateSchema.nullable(),
  dischargeBy: localDateSchema.nullable(),
});

/** How a tenant let his right to buy first go (Civil Code 726): by a paper, or by fifteen days of silence after the notice. */
export const tenantAnswers = ['waived', 'silent'] as const;

/** A tenant of what is sold, and what became of his right to buy it first. */
const tenantWaiver = z.strictObject({
  tenant: words,
  notifiedOn: localDateSchema.nullable(),
  answer: z.enum(tenantAnswers),
  answeredOn: localDateSchema.nullable(),
  attached: z.boolean(),
});

/** One payment of the price or on top of it (annex four). */
const payment = z.strictObject({
  item: z.enum(planItems),
  amount: amountSchema,
  dueOn: localDateSchema,
  inPrice: z.boolean(),
});

/** Utilities and amenities that article ten promises, in the order in which it lists them. */
export const facilityNames = [
  'water',
  'power',
  'heating',
  'gas',
  'telephone',
  'television',
  'broadband',
  'greenery',
  'roads',
  'parking',
  'managementRoom',
  'clinic',
  'nursery',
  'school',
  'lighting',
  'ventilation',
  'fireSafety',
  'charging',
  'other',
] as const;

/** One promise of article ten and annex five: by which day, in which state, where, for what. */
const facility = z.strictObject({
  name: z.enum(facilityNames),
  label: line,
  offered: z.boolean(),
  promisedOn: localDateSchema.nullable(),
  state: line,
  place: line,
});

/** Places that annex six describes. */
export const fitOutPlaces = [
  'exterior',
  'living',
  'kitchen',
  'bath',
  'balcony',
  'lift',
  'pipes',
  'windows',
  'doors',
  'other',
] as const;

/** One thing of the fit-out and equipment (annex six). */
const fitOut = z.strictObject({
  place: z.enum(fitOutPlaces),
  item: words,
  material: words,
  brand: line,
  specification: line,
});

/** What the warranty covers (annex seven), with the least that the Regulation on Construction Quality, art. 40, asks. */
export const warrantyItems = [
  'structure',
  'waterproofing',
  'heatingCooling',
  'pipesWiring',
  'fitOut',
  'energySaving',
  'other',
] as const;

/** One term of the warranty. `seasons` are seasons of heating or cooling; `designLife` is that of the structure. */
const warranty = z.strictObject({
  item: z.enum(warrantyItems),
  label: line,
  unit: z.enum(['designLife', 'years', 'seasons']),
  term: z.int().min(0).max(100),
});

/** What burdens the unit: columns, shafts, meters, view, noise (annex ten). */
const burden = z.strictObject({ item: words, place: line, effect: words });

/** Who keeps originals of the contract (article 29). */
export const holderNames = ['seller', 'buyer', 'registry', 'bank', 'fundCentre', 'notary'] as const;
const holder = z.strictObject({ holder: z.enum(holderNames), count: z.int().min(0).max(9) });

/** The tables of the annexes and of the articles on mortgages, facilities and copies. */
export const annexesSchema = z.strictObject({
  drawings,
  commonParts: z.array(commonPart).max(40),
  mortgages: z.array(mortgage).max(6),
  mortgageTerms: z.string().trim().max(1000),
  tenantWaivers: z.array(tenantWaiver).max(6),
  payments: z.array(payment).max(120),
  facilities: z.array(facility).max(30),
  fitOut: z.array(fitOut).max(80),
  warranty: z.array(warranty).max(20),
  warrantyTerms: z.string().trim().max(1000),
  guaranteeTerms: z.string().trim().max(1000),
  managementContract: z.boolean(),
  temporaryRules: z.boolean(),
  managementTerms: z.string().trim().max(1000),
  /** The certificates of annex twelve are bound in. */
  eligibilityPapers: z.boolean(),
  burdens: z.array(burden).max(40),
  ownTerms: z.array(z.string().trim().min(1).max(600)).max(30),
  holders: z.array(holder).max(8),
});
/** The tables of the annexes. */
export type ContractAnnexes = z.output<typeof annexesSchema>;
