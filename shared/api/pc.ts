import { z } from 'zod';
import { device, nothing } from './procedure.ts';

const passphrase = z.string().max(200);

/** Where the way from a folder to an open office stands. */
export const gateStateSchema = z.discriminatedUnion('kind', [
  /** No office yet. Without a keychain of the system founding one takes a passphrase. `missing`: the folder it was in. */
  z.strictObject({ kind: z.literal('absent'), keychain: z.boolean(), missing: z.string().nullable() }),
  /** A demonstration is being furnished; `done` from 0 to 1. */
  z.strictObject({ kind: z.literal('preparing'), done: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal('locked'), ways: z.array(z.enum(['passphrase', 'recovery'])).readonly() }),
  /** `recoveryCode`: one was printed and typed back; setup is not finished before. */
  z.strictObject({ kind: z.literal('open'), officeId: z.uuid(), demo: z.boolean(), recoveryCode: z.boolean() }),
]);

const printerSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'busy', 'stopped']),
});

const settings = z.strictObject({ language: z.enum(['zh-CN', 'en']).nullable() });

/** What this PC does itself, before an office is open and beside it. Never forwarded over the LAN. */
export const pcApi = {
  gate: {
    state: device({ input: nothing, output: gateStateSchema }),
    /** Founds the office of this PC's folder. After it the page asks for a new port: the office then answers. */
    found: device({ input: z.strictObject({ passphrase: passphrase.optional() }), output: gateStateSchema }),
    /**
     * Opens the office of a folder that the person chooses in the system's dialog, and remembers it; as it was when they
     * close the dialog. Refused as OFFICE_NOT_FOUND, OFFICE_IN_USE, OFFICE_FOLDER_INVALID, OFFICE_FOLDER_NEWER, DATABASE_NEWER.
     */
    openFolder: device({ input: nothing, output: gateStateSchema }),
    /** Founds a demonstration in a folder that goes when the program ends; answers when it is furnished. */
    tryDemo: device({ input: nothing, output: gateStateSchema }),
    unlock: device({
      input: z.discriminatedUnion('way', [
        z.strictObject({ way: z.literal('passphrase'), passphrase }),
        z.strictObject({ way: z.literal('recovery'), recoveryCode: z.string().max(200) }),
      ]),
      output: gateStateSchema,
    }),
    /** A new recovery code, to be printed and typed back; only an administrator who is logged in at this window. */
    offerRecoveryCode: device({ input: nothing, output: z.strictObject({ code: z.string() }) }),
    confirmRecoveryCode: device({ input: z.strictObject({ typed: z.string().max(200) }), output: gateStateSchema }),
    setPassphrase: device({ input: z.strictObject({ passphrase }), output: gateStateSchema }),
  },
  settings: {
    get: device({ input: nothing, output: settings }),
    change: device({ input: settings, output: settings }),
  },
  windows: {
    /** Opens a further window of the same office. */
    open: device({ input: z.strictObject({ route: z.string().max(500).optional() }), output: nothing }),
  },
  printers: {
    /** The printers of this PC. Refused as PRINTING_UNAVAILABLE where it has no printing service. */
    list: device({ input: nothing, output: z.array(printerSchema) }),
    /** Hands stamped pages to the queue of a printer; its name for the job. */
    print: device({
      input: z.strictObject({
        printer: z.string().min(1).max(200),
        content: z.base64(),
        media: z.string().regex(/^[\w.]{1,40}$/),
        title: z.string().max(200),
        duplex: z.boolean(),
      }),
      output: z.strictObject({ jobId: z.string() }),
    }),
  },
  files: {
    /** The spreadsheet a person chose in the system's dialog, or null when they closed it. */
    openSpreadsheet: device({ input: nothing, output: z.strictObject({ file: z.instanceof(File).nullable() }) }),
    /** Saves a file where the person says; its name, or null when they closed the dialog. */
    save: device({
      input: z.strictObject({
        kind: z.enum(['pdf', 'xlsx']),
        suggestedName: z.string().max(200),
        file: z.instanceof(Blob),
      }),
      output: z.strictObject({ savedAs: z.string().nullable() }),
    }),
  },
};
