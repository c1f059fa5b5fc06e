import { z } from 'zod';
import { permitKinds } from '#shared/domain/projects/permits.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, refusalSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';
import { projectStock } from './projects-stock.ts';

const shortText = z.string().trim().max(200);

/** The development that is sold, its permits and its buildings. */
export const projects = {
  ...projectStock,
  /** The project with everything that the law asks about it. */
  detail: query({
    permission: 'board.read',
    input: nothing,
    output: z.strictObject({
      id: idSchema,
      name: z.string(),
      address: z.string(),
      sellerName: z.string(),
      sellerLicence: z.string(),
      sellerVersion: versionSchema,
      sellerCreditCode: z.string(),
      sellerAddress: z.string(),
      sellerPhone: z.string(),
      sellerRepresentative: z.string(),
      supervisedBank: z.string(),
      supervisedAccount: z.string(),
      version: versionSchema,
      permits: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(permitKinds),
          number: z.string(),
          issuedOn: localDateSchema,
          validTo: localDateSchema.nullable(),
          /** Names of the buildings that it covers, and of those that another certificate covers by now. */
          buildings: z.array(z.string()),
          buildingIds: z.array(idSchema),
          earlier: z.array(z.string()),
          /** Scans of it that are attached. */
          scans: z.int(),
          version: versionSchema,
        }),
      ),
      phases: z.array(z.strictObject({ id: idSchema, name: z.string(), sortOrder: z.int(), version: versionSchema })),
      surveys: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          surveyor: z.string(),
          surveyedOn: localDateSchema,
          /** Homes that were measured by it. */
          units: z.int(),
          version: versionSchema,
        }),
      ),
      buildings: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          phaseId: idSchema.nullable(),
          permitId: idSchema.nullable(),
          pricesPublishedOn: localDateSchema.nullable(),
          mortgaged: z.boolean(),
          lenderConsentOn: localDateSchema.nullable(),
          /** Last day of the consent; null where it has none. */
          lenderConsentTo: localDateSchema.nullable(),
          deliveryOn: localDateSchema.nullable(),
          units: z.int(),
          /** All of it is parking or storage: counted beside the buildings, not among them. */
          garage: z.boolean(),
          unreleased: z.int(),
          /** What still stands between the building and its release. */
          obstacles: z.array(refusalSchema),
          version: versionSchema,
        }),
      ),
    }),
  }),
  update: command({
    permission: 'projects.write',
    input: z.strictObject({
      projectId: idSchema,
      version: versionSchema,
      name: lineSchema,
      address: shortText,
      sellerName: lineSchema,
      sellerLicence: shortText,
      sellerVersion: versionSchema,
      sellerCreditCode: shortText,
      sellerAddress: shortText,
      sellerPhone: shortText,
      sellerRepresentative: shortText,
      supervisedBank: shortText,
      supervisedAccount: shortText,
    }),
    output: nothing,
  }),
  /** Enters a certificate and the buildings that it covers. */
  addPermit: command({
    permission: 'projects.write',
    input: z.strictObject({
      projectId: idSchema,
      kind: z.enum(permitKinds),
      number: lineSchema,
      issuedOn: localDateSchema,
      validTo: localDateSchema.nullable(),
      buildingIds: z.array(idSchema).max(500),
    }),
    output: z.strictObject({ permitId: idSchema }),
  }),
  /** Corrects a certificate; the buildings are those that it covers from now on. */
  updatePermit: command({
    permission: 'projects.write',
    input: z.strictObject({
      permitId: idSchema,
      version: versionSchema,
      number: lineSchema,
      issuedOn: localDateSchema,
      validTo: localDateSchema.nullable(),
      buildingIds: z.array(idSchema).max(500),
    }),
    output: nothing,
  }),
  /** Facts of a building on which a sale depends. */
  updateBuilding: command({
    permission: 'projects.write',
    input: z.strictObject({
      buildingId: idSchema,
      version: versionSchema,
      permitId: idSchema.nullable(),
      pricesPublishedOn: localDateSchema.nullable(),
      mortgaged: z.boolean(),
      lenderConsentOn: localDateSchema.nullable(),
      /** Last day of the consent; what is not named here stays. */
      lenderConsentTo: localDateSchema.nullable().exactOptional(),
      phaseId: idSchema.nullable().exactOptional(),
      deliveryOn: localDateSchema.nullable(),
    }),
    output: nothing,
  }),
};
