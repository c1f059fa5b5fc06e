import { z } from 'zod';
import { type EventKind, eventKinds, eventNouns } from '../events/kinds.ts';

/** An act that somebody did and that a restoring took away, as they are told of it. */
export const lostActSchema = z.strictObject({
  /** When it was done, UTC ms. */
  at: z.int(),
  kind: z.enum(eventKinds),
  noun: z.enum(eventNouns),
  /** The record, where the restored office has it; one that came later is gone with the act. */
  subjectId: z.int().nullable(),
  /** What people call it: a unit's label, a paper's number. Never a person. */
  name: z.string().nullable(),
  /** Under which id it was wished: the same wish may come again. */
  requestId: z.string(),
});
/** See {@link lostActSchema}. */
export type LostAct = z.output<typeof lostActSchema>;

/** Of each person the newest that are told one by one; all of them are counted. */
export const LOST_ACTS_TOLD = 500;

/** What nobody has to do again: coming and going, looking, and what follows from it. */
const passing: ReadonlySet<EventKind> = new Set<EventKind>([
  'loggedIn',
  'loggedOut',
  'loginFailed',
  'lockedOut',
  'languageChosen',
  'noticesRead',
  'revealed',
  'lockRenewed',
  'pairingOpened',
  'pairingClosed',
  'pairingCodeWrong',
  'sessionEnded',
]);

const kinds: ReadonlySet<string> = new Set(eventKinds);

/** True for an event that somebody may have to do again once it is gone. */
export function isLostAct(kind: string): kind is EventKind {
  return kinds.has(kind) && !passing.has(kind as EventKind);
}
