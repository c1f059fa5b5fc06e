import { z } from 'zod';
import { permissions } from '../accounts/permissions.ts';
import { posts } from '../accounts/posts.ts';
import { maskedFields, maskLevels, type OfficeRights, scopedNouns, scopes, shippedRights } from '../accounts/rights.ts';
import { boundsRefusal } from '../accounts/rights-bounds.ts';
import { custom, define } from './definition.ts';

const post = z.enum(posts);
const names = <T extends object>(of: T) => z.enum(Object.keys(of) as [keyof T & string, ...(keyof T & string)[]]);

const schema: z.ZodType<OfficeRights> = z
  .strictObject({
    permissions: z.partialRecord(names(permissions), z.array(post)),
    scopes: z.partialRecord(names(scopedNouns), z.partialRecord(post, z.enum(scopes))),
    masks: z.partialRecord(names(maskedFields), z.partialRecord(post, z.enum(maskLevels))),
  })
  .refine((rights) => boundsRefusal(rights) === undefined);

/** What an office has changed of the rights of its posts (权限). Changed on a page of its own, never as a parameter. */
export const rightsSettings = {
  rights: define<OfficeRights>({
    group: 'security',
    schema,
    unit: 'table',
    default: shippedRights,
    sourceNote: custom,
    cityPacks: {},
  }),
};
