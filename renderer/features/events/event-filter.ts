import { z } from 'zod';
import { type EventKind, eventKinds, eventNouns } from '#shared/domain/events/kinds.ts';
import { isLocalDate, localDate } from '#shared/kernel/local-date.ts';

/** What is often asked of the log, as one press. */
export const eventGroups = ['access', 'reveals', 'exports', 'prints', 'rights'] as const;
/** See {@link eventGroups}. */
export type EventGroup = (typeof eventGroups)[number];

const kindsOfGroup: Readonly<Record<EventGroup, readonly EventKind[]>> = {
  access: ['loggedIn', 'loggedOut', 'loginFailed', 'lockedOut', 'passwordChanged', 'passwordReset', 'pinSet'],
  reveals: ['revealed'],
  exports: ['exported', 'listPrinted'],
  prints: [
    'printOrdered',
    'reprintOrdered',
    'printSending',
    'printed',
    'printFailed',
    'printCancelled',
    'printRetried',
    'printConfirmed',
    'copiesSpoiled',
    'copiesTakenBack',
    'samplePrinted',
    'sealUsed',
    'sealUseVoided',
  ],
  rights: ['accountCreated', 'accountChanged', 'accountDisabled', 'accountEnabled', 'settingChanged'],
};

const day = z
  .string()
  .refine(isLocalDate)
  .transform((text) => localDate(text))
  .optional();

/** The filter of the log as it stands in the address. */
export const filterSchema = z.object({
  from: day,
  to: day,
  by: z.int().optional(),
  kind: z.enum(eventKinds).optional(),
  group: z.enum(eventGroups).optional(),
  noun: z.enum(eventNouns).optional(),
  id: z.int().positive().optional(),
  find: z.string().max(100).optional(),
  entry: z.int().positive().optional(),
});
/** See {@link filterSchema}. */
export type EventFilter = z.output<typeof filterSchema>;

const REQUEST = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const PROCEDURE = /^[a-z][A-Za-z]*\.[A-Za-z.]*$/;

/** The filter as the office is asked: what was typed is a request id, the beginning of a procedure, or of a terminal. */
export function askedFilter({ from, to, by, kind, group, noun, id, find }: EventFilter) {
  const text = find?.trim() ?? '';
  const typed = text === '' ? null : text;
  const request = typed !== null && REQUEST.test(typed);
  const procedure = typed !== null && PROCEDURE.test(typed);
  return {
    from: from ?? null,
    to: to ?? null,
    actorId: by ?? null,
    kinds: kind !== undefined ? [kind] : group === undefined ? [] : [...kindsOfGroup[group]],
    noun: noun ?? null,
    subjectId: noun === undefined ? null : (id ?? null),
    requestId: request ? typed : null,
    procedure: procedure ? typed : null,
    terminal: request || procedure ? null : typed,
  };
}
