import { z } from 'zod';

/** Largest file that travels to the office, in characters of base64 (about 24 MB of file). */
const MAX_CONTENT = 32_000_000;

/** A file as it was chosen: its name and its bytes in base64. */
export const fileSchema = z.strictObject({ name: z.string().min(1).max(255), content: z.base64().max(MAX_CONTENT) });
