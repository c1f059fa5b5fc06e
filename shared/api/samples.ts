import { z } from 'zod';
import { trayName } from '#shared/domain/documents/trays.ts';

/** A tray as the printing system names it: `Tray2`. */
export const traySchema = z.string().regex(trayName);

/** Where and how often a sample is printed. */
export const sampleWay = {
  printer: z.string().min(1).max(200),
  copies: z.int().min(1).max(5).default(1),
  tray: traySchema.default(''),
};

/** What was ordered: the number that stands at the head of every page, with 草稿 across it. */
export const sampleOrdered = z.strictObject({ number: z.string(), copies: z.int() });

/** Marked pages for the printer of the terminal that asks. */
export const handedPages = z.strictObject({
  content: z.base64(),
  title: z.string(),
  printer: z.string(),
  media: z.string(),
  tray: z.string(),
  duplex: z.boolean(),
  sha256: z.string(),
});
