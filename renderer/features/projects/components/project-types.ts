import type { z } from 'zod';
import type { projects } from '#shared/api/projects.ts';

/** The project with its certificates and buildings. */
export type Project = z.output<typeof projects.detail.output>;
/** A building of the project. */
export type Building = Project['buildings'][number];
/** A certificate of the project. */
export type Permit = Project['permits'][number];

/** What is printed of the project and its seller, in the order of a form. */
export const projectFields = [
  'name',
  'address',
  'sellerName',
  'sellerCreditCode',
  'sellerRepresentative',
  'sellerAddress',
  'sellerPhone',
  'sellerLicence',
  'supervisedBank',
  'supervisedAccount',
] as const satisfies readonly (keyof Project)[];
