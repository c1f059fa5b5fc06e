import { z } from 'zod';
import { permitKinds } from '#shared/domain/projects/permits.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const name = z.string().trim().min(1).max(100);
const text = z.string().trim().max(200);

/** What a public disclosure list (公示清单) is built from: the certificates of the project and what each covers. */
export const disclosureListDataSchema = z.strictObject({
  on: localDateSchema,
  company: z.strictObject({ name, project: name, address: text, phone: text }),
  permits: z
    .array(
      z.strictObject({
        kind: z.enum(permitKinds),
        /** Empty for one that is not entered. */
        number: z.string().max(120),
        issuedOn: localDateSchema.nullable(),
        validTo: localDateSchema.nullable(),
        buildings: z.string().max(4000),
      }),
    )
    .min(1)
    .max(200),
});

/** What a public disclosure list is built from. */
export type DisclosureListData = z.output<typeof disclosureListDataSchema>;
