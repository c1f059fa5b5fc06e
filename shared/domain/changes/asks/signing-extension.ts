import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

/** 延期签约: the deal is to be signed by a later day. */
export const signingExtensionAsk = z.strictObject({
  kind: z.literal('signingExtension'),
  signBy: localDateSchema,
});
