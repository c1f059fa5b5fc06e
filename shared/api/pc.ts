import { z } from 'zod';
import { trayName } from '#shared/domain/documents/trays.ts';
import { headAlarms } from '#shared/domain/events/heads.ts';
import { arrivalSchema } from '#shared/domain/relocation/arrival.ts';
import { relocationProgressSchema, relocationTotalsSchema } from '#shared/domain/relocation/steps.ts';
import { refusalSchema } from './common.ts';
import { pcKeysApi } from './pc-keys.ts';
import { pcRestoreApi } from './pc-restore.ts';
import { device, deviceStream, nothing } from './procedure.ts';

const passphrase = z.string().max(200);

/** Where the way from a folder to an open office stands. */
export const gateStateSchema = z.discriminatedUnion('kind', [
  /** No office yet. Without a keychain of the system founding one takes a passphrase. `missing`: the folder it was in. */
  z.strictObject({ kind: z.literal('absent'), keychain: z.boolean(), missing: z.string().nullable() }),
  /** A demonstration is being furnished; `done` from 0 to 1. */
  z.strictObject({ kind: z.literal('preparing'), done: z.number().min(0).max(1) }),
  /** `arrival`: it was moved here from another PC, and nobody has finished moving it in. */
  z.strictObject({
    kind: z.literal('locked'),
    ways: z.array(z.enum(['passphrase', 'recovery'])).readonly(),
    arrival: arrivalSchema.exactOptional(),
  }),
  /** This PC is a terminal: the office is at its host. */
  z.strictObject({ kind: z.literal('terminal'), officeName: z.string() }),
  /** The office went from this folder into another one (`at`: UTC ms); here it is opened again only on purpose. */
  z.strictObject({ kind: z.literal('moved'), at: z.int(), to: z.string() }),
  /** It lies here and can't be read; a backup can take its place. Nothing of it is taken away. */
  z.strictObject({ kind: z.literal('damaged'), refusal: refusalSchema }),
  /** It is closed while a backup may take its place. */
  z.strictObject({ kind: z.literal('restoring') }),
  /** It is closed while its keys are changed. */
  z.strictObject({ kind: z.literal('rekeying') }),
  /** `recoveryCode`: one was printed and typed back; setup is not finished before. */
  z.strictObject({
    kind: z.literal('open'),
    officeId: z.uuid(),
    demo: z.boolean(),
    recoveryCode: z.boolean(),
    arrival: arrivalSchema.exactOptional(),
  }),
]);

const printerSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  isDefault: z.boolean(),
  state: z.enum(['ready', 'busy', 'stopped']),
  /** Its trays as the printing system names them. */
  trays: z.array(z.string()),
});

/** Where a kind of paper is printed: printer, tray (empty for the usual one), and both sides where somebody chose. */
const printerChoice = z.strictObject({
  printer: z.string().min(1).max(200),
  tray: z.string().regex(trayName),
  duplex: z.boolean().optional(),
});

const settings = z.strictObject({ language: z.enum(['zh-CN', 'en']).nullable() });

/** How this window's line to the office stands, and since when (UTC ms of this PC). */
export const linkStateSchema = z.discriminatedUnion('kind', [
  /**
   * The office is on this PC. `log`: it has another log than this PC remembers; `superseded`: another PC has taken it over,
   * since when (UTC ms) if that is known.
   */
  z.strictObject({
    kind: z.literal('local'),
    log: z.enum(headAlarms).exactOptional(),
    superseded: z.strictObject({ since: z.int().nullable() }).exactOptional(),
  }),
  /** It has not been there yet since the window opened. */
  z.strictObject({ kind: z.literal('connecting'), since: z.int() }),
  /** `log`: the host has another log than this PC was told of. */
  z.strictObject({ kind: z.literal('open'), since: z.int(), log: z.enum(headAlarms).exactOptional() }),
  /** It was there and is gone; it is looked for without end. */
  z.strictObject({ kind: z.literal('lost'), since: z.int() }),
  /** The host answers and does not want this PC: revoked, another version, another office. Somebody has to do something. */
  z.strictObject({ kind: z.literal('refused'), since: z.int(), refusal: refusalSchema }),
]);
export type LinkState = z.infer<typeof linkStateSchema>;

/** How the moving of this PC's office stands. */
const relocationStateSchema = z.discriminatedUnion('kind', [
  /** `able`: an office is open on this PC; `hindrance`: why it can't move yet. */
  z.strictObject({ kind: z.literal('idle'), able: z.boolean(), hindrance: refusalSchema.nullable() }),
  /** `stopping`: somebody has stopped it, and what was written is being taken back. */
  relocationProgressSchema.extend({ kind: z.literal('running'), to: z.string(), stopping: z.boolean() }),
  /** Somebody stopped it: nothing is left there, and it goes on here. */
  z.strictObject({ kind: z.literal('stopped'), to: z.string() }),
  /** It is there, whole, and closed here. */
  z.strictObject({ kind: z.literal('done'), to: z.string(), totals: relocationTotalsSchema }),
  /** It did not move and goes on here. */
  z.strictObject({ kind: z.literal('failed'), to: z.string(), refusal: refusalSchema }),
]);
export type RelocationState = z.infer<typeof relocationStateSchema>;

const address = z.string().trim().min(1).max(253);
const port = z.int().min(1).max(65_535);
const requestIds = z.array(z.string().max(60)).min(1).max(500);

const hostState = z.strictObject({
  /** False on a terminal, and before an office is open: such a PC can be no host. */
  able: z.boolean(),
  running: z.boolean(),
  port: z.int(),
  /** Name of the network interface it listens on; null: on all. */
  interface: z.string().nullable(),
  /** Starts with the PC, without a window. */
  autostart: z.boolean(),
  since: z.int().nullable(),
  /** Terminals that are connected now. */
  terminals: z.int(),
  /** Why it does not run although it should. */
  problem: refusalSchema.nullable(),
});

/** Name of a job in the queue of a printer. */
const jobId = z.string().regex(/^[^\s-][^\s]{0,199}$/);

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
    /** Opens an office here again that has moved away: it is then a host of its own, which no terminal follows. */
    reopen: device({ input: nothing, output: gateStateSchema }),
    /** An office that was moved here is moved in: its guide is not shown any more. Only an administrator at this PC. */
    settleArrival: device({ input: nothing, output: gateStateSchema }),
  },
  relocation: {
    state: device({ input: nothing, output: relocationStateSchema }),
    /**
     * Moves the office into a folder that the person chooses in the system's dialog; as it was when they close it. Goes on
     * by itself after the answer. Only an administrator at this PC. Refused as RELOCATION_NO_KEY, ACT_BEFORE.
     */
    begin: device({ input: nothing, output: relocationStateSchema }),
    /** Stops it, and takes back what was written; too late once the office is handed over. Only an administrator at this PC. */
    stop: device({ input: nothing, output: relocationStateSchema }),
  },
  restore: pcRestoreApi,
  keys: pcKeysApi,
  backups: {
    /**
     * Gives this PC's office another place for its backups: a folder that the person chooses in the system's dialog; as it
     * was when they close it. The first one is made at once. Only an administrator at the PC that has the office. Refused
     * as BACKUP_PLACE_INSIDE, BACKUP_PLACE_READONLY, BACKUP_PLACE_FULL, BACKUP_NO_KEY, IS_A_TERMINAL.
     */
    choosePlace: device({ input: nothing, output: z.strictObject({ place: z.string().nullable() }) }),
  },
  settings: {
    get: device({ input: nothing, output: settings }),
    change: device({ input: settings, output: settings }),
  },
  windows: {
    /** Opens a further window of the same office. */
    open: device({ input: z.strictObject({ route: z.string().max(500).optional() }), output: nothing }),
    /** Makes this window the customers' screen, which fills everything and is not left by a key, or takes that back. */
    kiosk: device({ input: z.strictObject({ on: z.boolean() }), output: nothing }),
    /**
     * Copies the office and opens the copy in a window of its own, to practise launch day in: nothing of it leaves or
     * stays. Only whoever leads launches, at the PC of the office.
     */
    rehearse: device({ input: nothing, output: nothing }),
  },
  terminal: {
    /** What office this PC is a terminal of; on another one what pairing it would begin with. */
    state: device({
      input: nothing,
      output: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('none'),
          pcName: z.string(),
          /** Without one this PC can't become a terminal. */
          keychain: z.boolean(),
          /** It was a terminal, but its pass can't be opened any more. */
          unreadable: z.boolean(),
        }),
        z.strictObject({
          kind: z.literal('joined'),
          officeName: z.string(),
          address: z.string(),
          port: z.int(),
          terminalName: z.string(),
          /** The host was found at another address by itself, since the program began: where it was, and when that was. */
          followed: z.strictObject({ from: z.string(), at: z.int() }).nullable(),
        }),
      ]),
    }),
    /** How this window's line to the office stands, now and at each change. */
    link: deviceStream({ input: nothing, output: linkStateSchema }),
    /** Hosts that make themselves known on this network; takes about two seconds. Finding none means nothing. */
    find: device({
      input: nothing,
      output: z.array(
        z.strictObject({
          officeName: z.string(),
          host: z.string(),
          address: z.string(),
          port: z.int(),
          /** It says that it is the host of this terminal's office. */
          own: z.boolean(),
        }),
      ),
    }),
    /**
     * Pairs this PC with a host by the code that the host shows, and turns it into a terminal. On a terminal only while it
     * has no line to its host. Refused as KEYCHAIN_MISSING, HOST_UNREACHABLE, NOT_A_HOST, HOST_IMPOSTOR,
     * PAIRING_CODE_WRONG, PAIRING_CLOSED, TOO_MANY_REQUESTS, TERMINAL_IN_USE, OFFICE_EXISTS.
     */
    join: device({
      input: z.strictObject({ address, port, code: z.string().max(40), name: z.string().trim().min(1).max(60) }),
      output: gateStateSchema,
    }),
    /**
     * Looks for the host of this terminal at another address: its authority stays pinned, so no code is needed, and nobody
     * else is believed there. Only while there is no line to the host (TERMINAL_IN_USE).
     */
    moveTo: device({ input: z.strictObject({ address, port }), output: gateStateSchema }),
    /**
     * Forgets the office, its pass and its outbox. Only an administrator who is logged in at this window, or anybody
     * while there is no line to the host on which one could log in.
     */
    leave: device({ input: nothing, output: gateStateSchema }),
    /** Acts of this person that were begun on this PC and never answered. */
    leftOver: device({
      input: z.strictObject({ accountId: z.int() }),
      output: z.array(z.strictObject({ requestId: z.string(), path: z.string(), at: z.int() })),
    }),
    /** What became of them was told. */
    settle: device({ input: z.strictObject({ requestIds }), output: nothing }),
  },
  host: {
    state: device({ input: nothing, output: hostState }),
    /** The networks of this PC that terminals could come over. */
    addresses: device({
      input: nothing,
      output: z.array(z.strictObject({ interface: z.string(), address: z.string() })),
    }),
    /**
     * Lets terminals in, from now on and at each start; running already, it begins anew with what is given. Only an
     * administrator at this PC. Refused as HOST_PORT_TAKEN, IS_A_TERMINAL, OFFICE_NOT_OPEN, and as HOST_ELSEWHERE where
     * another PC served the office last, unless it is to be taken over from that one.
     */
    start: device({
      input: z.strictObject({
        port,
        interface: z.string().max(100).nullable(),
        autostart: z.boolean(),
        takeOver: z.boolean().optional(),
      }),
      output: hostState,
    }),
    stop: device({ input: nothing, output: hostState }),
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
        /** Tray as the printing system names it; empty for the printer's usual one. */
        tray: z.string().regex(trayName).default(''),
        title: z.string().max(200),
        duplex: z.boolean(),
      }),
      output: z.strictObject({ jobId: z.string() }),
    }),
    /** Where this PC prints each kind of paper, by its name; kinds that were never printed here are not in it. */
    choices: device({ input: nothing, output: z.record(z.string(), printerChoice) }),
    /** Remembers where this PC prints a kind of paper. */
    choose: device({
      input: printerChoice.extend({ kind: z.string().regex(/^[A-Za-z]{1,40}$/) }),
      output: nothing,
    }),
    /** Takes a job out of the printer's queue by its name, so that it can't come out later. */
    withdraw: device({
      input: z.strictObject({ jobId }),
      output: z.strictObject({ withdrawn: z.boolean() }),
    }),
    /** Of some jobs those that the printer's queue still holds or gave up. Refused as PRINT_QUEUE_SILENT. */
    unfinished: device({
      input: z.strictObject({ jobIds: z.array(jobId).max(1_000) }),
      output: z.array(z.strictObject({ jobId, standing: z.enum(['held', 'failed']) })),
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
