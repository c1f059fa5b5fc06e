import { z } from 'zod';

const storedSchema = z.strictObject({ kind: z.string(), template: z.string(), data: z.unknown() });

/** What a paper was built from, as its file keeps it. */
export function storedPaper(bytes: Uint8Array): z.output<typeof storedSchema> {
  return storedSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
