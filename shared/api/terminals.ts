import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { terminalDesks } from '#shared/domain/terminals/desks.ts';
import { pairingKinds } from '#shared/domain/terminals/pairing.ts';
import { terminalStates } from '#shared/domain/terminals/states.ts';
import { idSchema, personSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const name = z.string().trim().min(1).max(40);
const desks = z.array(z.enum(terminalDesks)).min(1).max(terminalDesks.length).nullable();

const terminal = z.strictObject({
  id: z.int(),
  name: z.string(),
  /** The desks to which it is limited; null when it is not. */
  desks: z.array(z.enum(terminalDesks)).nullable(),
  state: z.enum(terminalStates),
  /** Windows of it that are connected now. */
  windows: z.int(),
  /** When it was last here, from which address and with which program; null before it first came. */
  seen: z.strictObject({ at: z.int(), address: z.string(), program: z.string() }).nullable(),
  /** Who is logged in at it now. */
  people: z.array(personSchema),
  pairedAt: z.int(),
  pairedBy: z.string(),
  revokedAt: z.int().nullable(),
  revokedBy: z.string().nullable(),
  version: z.int(),
});

const sessionAtWork = z.strictObject({
  /** Names the window to end its session. */
  key: z.string(),
  person: z.strictObject({ id: z.int(), name: z.string(), post: z.enum(posts) }),
  /** Which terminal; null for a window of the host itself. */
  terminalId: z.int().nullable(),
  terminal: z.string(),
  startedAt: z.int(),
  lastActiveAt: z.int(),
  locked: z.boolean(),
  /** False while the window is away and may still come back to its session. */
  connected: z.boolean(),
  /** True for the session of who asks. */
  own: z.boolean(),
});

/** The PCs that work on this office over the network, and who is at work where. */
export const terminals = {
  /** Every terminal, those that may come in first, by name. */
  list: query({ permission: 'terminals.manage', input: nothing, output: z.array(terminal) }),
  /** Who is logged in, at terminals and at the host's own windows. */
  sessions: query({ permission: 'terminals.manage', input: nothing, output: z.array(sessionAtWork) }),
  /** The pairing that is open, with its code; it is shown and nowhere kept. */
  pairing: query({
    permission: 'terminals.manage',
    input: nothing,
    output: z.strictObject({
      open: z
        .strictObject({
          code: z.string(),
          kind: z.enum(pairingKinds),
          until: z.int(),
          /** Wrong codes that are still taken. */
          left: z.int(),
          openedBy: z.string(),
        })
        .nullable(),
      /** How the last code ended: with its terminal, by wrong codes, by hand or by time; null while one is open. */
      ended: z.enum(['paired', 'wrongCodes', 'closed', 'runOut']).nullable(),
      /** Terminals paired with the code that is open or was last. */
      paired: z.array(personSchema),
    }),
  }),
  /** Has a new code shown, for one terminal or for all of a moved office; the former one is good no more. */
  openPairing: command({
    permission: 'terminals.manage',
    input: z.strictObject({ kind: z.enum(pairingKinds) }),
    output: nothing,
  }),
  closePairing: command({ permission: 'terminals.manage', input: nothing, output: nothing }),
  /** Throws TERMINAL_NAME_TAKEN. */
  rename: command({
    permission: 'terminals.manage',
    input: z.strictObject({ terminalId: idSchema, version: versionSchema, name }),
    output: nothing,
  }),
  /** Limits a terminal to some desks, or lets it do everything again; counts at once. */
  limit: command({
    permission: 'terminals.manage',
    input: z.strictObject({ terminalId: idSchema, version: versionSchema, desks }),
    output: nothing,
  }),
  /** Revokes a terminal: it is cut off at once, its sessions are gone and its token is worth nothing. */
  revoke: command({
    permission: 'terminals.manage',
    input: z.strictObject({ terminalId: idSchema, version: versionSchema }),
    output: nothing,
  }),
  /** Ends the session of a person at one window; they are told by whom. Throws NOT_FOUND when they have left it. */
  endSession: command({
    permission: 'terminals.manage',
    input: z.strictObject({
      key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/),
      accountId: idSchema,
    }),
    output: nothing,
  }),
};
