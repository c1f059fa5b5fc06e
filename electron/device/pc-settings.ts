import { renameSync } from 'node:fs';
import { z } from 'zod';
import { trayName } from '#shared/domain/documents/trays.ts';
import { readFileIfThere, writeFileAtomic } from './atomic-file.ts';

/** Place of a window in screen pixels, as it was when not maximised. */
export const windowBoundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof windowBoundsSchema>;

/** Where this PC prints one kind of paper. */
export const printerChoiceSchema = z.strictObject({
  printer: z.string().min(1).max(200),
  /** Tray as the printing system names it; empty for the printer's usual one. */
  tray: z.string().regex(trayName).default(''),
  /** On both sides; as the kind of paper usually is where nothing is said. */
  duplex: z.boolean().optional(),
});

/** How this PC serves the office's terminals. */
export const hostSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  port: z.int().min(1).max(65_535),
  /** Name of the network interface; null: all of them. */
  interface: z.string().max(100).nullable(),
  autostart: z.boolean(),
});
export type HostSettings = z.infer<typeof hostSettingsSchema>;

/** What belongs to this PC and not to the office. Holds nothing personal and nothing secret. */
export const pcSettingsSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']).optional(),
  /** The office's folder where it is not the usual one. */
  officeFolder: z.string().min(1).max(4_096).optional(),
  window: windowBoundsSchema.optional(),
  host: hostSettingsSchema.optional(),
  /** By what this installation of the program is told from others that serve a copy of the same office. */
  installation: z.uuid().optional(),
  /** The second place at which the office is backed up; another office on this PC has its own. */
  backups: z.strictObject({ officeId: z.uuid(), place: z.string().min(1).max(4_096) }).optional(),
  /** By kind of document. */
  printers: z.record(z.string(), printerChoiceSchema).default({}),
});
export type PcSettings = z.infer<typeof pcSettingsSchema>;

export type PcSettingsFile = {
  readonly get: () => PcSettings;
  /** Changes some entries and writes the file; `undefined` removes an entry. */
  readonly update: (change: { [K in keyof PcSettings]?: PcSettings[K] | undefined }) => PcSettings;
};

/**
 * The settings of this PC in a small JSON file. A file that can't be understood is put aside as `.broken` and the program
 * starts with what is usual: a torn settings file must not keep an office closed.
 */
export function openPcSettings(file: string): PcSettingsFile {
  let current = read(file);
  return {
    get: () => current,
    update: (change) => {
      const kept = Object.entries({ ...current, ...change }).filter(([, value]) => value !== undefined);
      current = pcSettingsSchema.parse(Object.fromEntries(kept));
      writeFileAtomic(file, `${JSON.stringify(current, null, 2)}\n`);
      return current;
    },
  };
}

function read(file: string): PcSettings {
  const text = readFileIfThere(file);
  if (text === undefined) return pcSettingsSchema.parse({});
  try {
    return pcSettingsSchema.parse(JSON.parse(text));
  } catch {
    renameSync(file, `${file}.broken`);
    return pcSettingsSchema.parse({});
  }
}
