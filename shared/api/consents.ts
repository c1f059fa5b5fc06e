import { z } from 'zod';
import { languages } from '#shared/domain/accounts/posts.ts';
import { consentStandings } from '#shared/domain/privacy/consents.ts';
import { consentMethods, consentPurposes } from '#shared/domain/privacy/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const purpose = z.enum(consentPurposes);
const method = z.enum(consentMethods);
/** How somebody says it today. */
const said = z.enum(['paper', 'screen', 'phone']);
const language = z.enum(languages);
const edition = z.int().min(0);

/** What people agreed to, after which text, and what they withdrew (同意). */
export const consents = {
  /** The notice in force in a language; edition 0 is the program's own. */
  notice: query({
    permission: 'signedIn',
    input: z.strictObject({ language }),
    output: z.strictObject({ edition, body: z.string() }),
  }),
  /** Every text of the office that ever was, the newest first. */
  notices: query({
    permission: 'privacy.read',
    input: nothing,
    output: z.array(z.strictObject({ language, edition, body: z.string(), at: z.int(), by: z.string().nullable() })),
  }),
  /** Writes the next edition of the notice; what was read before stays as it was. */
  writeNotice: command({
    permission: 'privacy.manage',
    input: z.strictObject({ language, body: z.string().trim().min(50).max(8000) }),
    output: z.strictObject({ edition }),
  }),
  /** How a customer stands to each purpose, and all that was ever said. */
  ofCustomer: query({
    permission: 'customers.read',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({
      standings: z.record(purpose, z.enum(consentStandings)),
      lines: z.array(
        z.strictObject({
          id: idSchema,
          purpose,
          method,
          language: language.nullable(),
          edition: edition.nullable(),
          givenOn: localDateSchema,
          takenBy: z.string().nullable(),
          withdrawnOn: localDateSchema.nullable(),
          withdrawnBy: z.string().nullable(),
          withdrawnVia: method.nullable(),
        }),
      ),
    }),
  }),
  /** A customer agrees: to each purpose apart, after the text of that edition. What is agreed already stays. */
  give: command({
    permission: 'consents.write',
    input: z.strictObject({
      customerId: idSchema,
      purposes: z.array(purpose).min(1).max(consentPurposes.length),
      method: said,
      givenOn: localDateSchema,
      language,
      edition,
    }),
    output: z.strictObject({ given: z.array(purpose) }),
  }),
  /** A customer agrees no longer. CONSENT_NOT_GIVEN where there is nothing to withdraw. */
  withdraw: command({
    permission: 'consents.write',
    input: z.strictObject({ customerId: idSchema, purpose, via: said, withdrawnOn: localDateSchema }),
    output: nothing,
  }),
};
