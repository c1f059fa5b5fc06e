import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Arrival, arrivalSchema } from '#shared/domain/relocation/arrival.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { readFileIfThere, writeFileAtomic } from './atomic-file.ts';
import { wrappedKeySchema } from './key-wrap.ts';

/** An office is a folder; moved, backed up and restored as a whole. */
export type OfficePaths = {
  readonly folder: string;
  readonly header: string;
  readonly database: string;
  readonly blobs: string;
  readonly backups: string;
  readonly lock: string;
};

export function officePaths(folder: string): OfficePaths {
  const root = path.resolve(folder);
  return {
    folder: root,
    header: path.join(root, 'office.json'),
    database: path.join(root, 'office.db'),
    blobs: path.join(root, 'blobs'),
    backups: path.join(root, 'backups'),
    lock: path.join(root, 'office.lock'),
  };
}

/** Layout of the folder this program writes and reads. The database has a version of its own. */
const officeVersion = 1;

const keyNameSchema = z.string().regex(/^[0-9a-f]{16}$/);

/** The public page of an office: says what the folder is and carries its sealed keys, nothing of its business. */
export const officeHeaderSchema = z.strictObject({
  format: z.literal('zhiye-office'),
  version: z.literal(officeVersion),
  officeId: z.uuid(),
  createdAt: z.int().nonnegative(),
  demo: z.boolean(),
  keys: z.array(wrappedKeySchema).min(1),
  /** Its own key, by name, and the key that it was founded with; both only once the key has been changed. */
  key: keyNameSchema.exactOptional(),
  founding: keyNameSchema.exactOptional(),
  /** Other keys of this office, which its older backups are under: what opens each, and which of the others does. */
  otherKeys: z
    .array(
      z.strictObject({
        name: keyNameSchema,
        /** Until when it was the office's key, UTC ms. */
        until: z.int().nonnegative(),
        keys: z.array(wrappedKeySchema),
        sealed: z.array(z.strictObject({ under: keyNameSchema, box: z.base64() })),
      }),
    )
    .exactOptional(),
  /** The office went away from here: when (UTC ms) and into which folder. It is opened here again only on purpose. */
  moved: z.strictObject({ at: z.int().nonnegative(), to: z.string() }).exactOptional(),
  /** It came here from another PC, and nobody has finished moving it in. */
  arrived: arrivalSchema.exactOptional(),
  /** It is opened here again on purpose: its terminals belong to the other one. */
  returned: z.literal(true).exactOptional(),
  /** It was restored from a backup, and its database is not told so yet. */
  restored: z
    .strictObject({
      id: z.uuid(),
      stamp: z.string(),
      at: z.int().nonnegative(),
      lost: z.int().nonnegative().nullable(),
      epoch: z.int().nonnegative(),
      aside: z.string().exactOptional(),
    })
    .exactOptional(),
});
export type OfficeHeader = z.infer<typeof officeHeaderSchema>;

/** What a gate says of an office that came from another PC and is not moved in yet. */
export function arrivalOf({ arrived }: OfficeHeader): { readonly arrival?: Arrival } {
  return arrived === undefined ? {} : { arrival: arrived };
}

const anyVersion = z.looseObject({ format: z.literal('zhiye-office'), version: z.int() });

/**
 * The header of an office folder; undefined when the folder holds none. Throws `OFFICE_FOLDER_INVALID` for a page that is
 * damaged, `OFFICE_FOLDER_NEWER` for one of a newer program: never guesses, never writes over it.
 */
export function readOfficeHeader(paths: OfficePaths): OfficeHeader | undefined {
  const text = readFileIfThere(paths.header);
  if (text === undefined) {
    // A database without its header has lost its keys: a new office must not be founded over it.
    if (existsSync(paths.database)) throw new DomainError('OFFICE_FOLDER_INVALID', { folder: paths.folder });
    return undefined;
  }
  const json = parseJson(text);
  const versioned = anyVersion.safeParse(json);
  if (versioned.success && versioned.data.version > officeVersion)
    throw new DomainError('OFFICE_FOLDER_NEWER', { folder: paths.folder });
  const header = officeHeaderSchema.safeParse(json);
  if (!header.success) throw new DomainError('OFFICE_FOLDER_INVALID', { folder: paths.folder });
  return header.data;
}

/** Writes the header in one step. */
export function writeOfficeHeader(paths: OfficePaths, header: OfficeHeader): void {
  writeFileAtomic(paths.header, `${JSON.stringify(officeHeaderSchema.parse(header), null, 2)}\n`);
}

/** Makes the folders of an office, private to this user. */
export function makeOfficeFolders(paths: OfficePaths): void {
  for (const folder of [paths.folder, paths.blobs, paths.backups]) mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
