import type { OpenDatabase } from '#db/connection.ts';
import { newestEvents } from '#db/repositories/event-list.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { openLogAlarms } from '#db/repositories/log-alarms.ts';
import { subjectNames } from '#db/repositories/subject-names.ts';
import { type events, exportedSchema } from '#shared/api/events.ts';
import { headAlarms } from '#shared/domain/events/heads.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { checkLog } from './check-log.ts';
import { actedFor, entryOf } from './entry.ts';
import { NO_RECORD, type PseudonymOf, pseudonymsOf } from './pseudonyms.ts';

/** What the pages of the log need besides the transaction. */
export type EventPorts = { readonly database: OpenDatabase; readonly keys: Pick<OfficeKeys, 'days' | 'identityHash'> };

/** What a line about an export tells; null for all others. */
function exportedBy({ kind, data }: { readonly kind: string; readonly data: string }) {
  return kind === 'exported' || kind === 'listPrinted' ? exportedSchema.parse(JSON.parse(data)) : null;
}

/** What an entry is about, as it is told: people who are anonymous have neither name nor number. */
function subjectOf(
  { noun, subjectId }: { readonly noun: EventNoun; readonly subjectId: number },
  name: string | null,
  pseudonymOf: PseudonymOf,
) {
  const pseudonym = noun === 'customers' ? pseudonymOf(subjectId) : null;
  return pseudonym === null ? { subjectId, subject: name } : { subjectId: NO_RECORD, subject: pseudonym };
}

/** Handlers of the event log, for those who audit. */
export function eventsHandlers({ database, keys }: EventPorts): Handlers<typeof events> {
  const { client } = database;
  const alarms = () =>
    openLogAlarms(client).flatMap(({ verdict, ...alarm }) => {
      const known = headAlarms.find((one) => one === verdict);
      return known === undefined ? [] : [{ ...alarm, verdict: known }];
    });
  return {
    list: ({ db }, filter) => {
      const pseudonymOf = pseudonymsOf(client, keys.identityHash);
      // Whoever knows the number of a file from paper finds nothing by it once the person is anonymous.
      if (filter.noun === 'customers' && filter.subjectId !== null && pseudonymOf(filter.subjectId) !== null) return [];
      const found = newestEvents(db, filter);
      const nameOf = subjectNames(db, found);
      return found.map(({ data, ...event }) => ({
        ...event,
        ...subjectOf(event, nameOf(event), pseudonymOf),
        actedFor: actedFor(JSON.parse(data)),
        exported: exportedBy({ kind: event.kind, data }),
      }));
    },

    entry: (context, { seq }) => {
      const pseudonymOf = pseudonymsOf(client, keys.identityHash);
      const { row, ...entry } = entryOf(client, context, seq, pseudonymOf);
      const { data, actorId: _actor, ...header } = row;
      const { noun, subjectId } = row;
      return {
        ...header,
        ...subjectOf(row, subjectNames(context.db, [row])({ noun, subjectId }), pseudonymOf),
        exported: exportedBy({ kind: row.kind, data }),
        actedFor: actedFor(JSON.parse(data)),
        ...entry,
      };
    },

    verify: () => verifyLog(client),

    check: (context, _nothing, signal) => checkLog(database, keys.days, context, signal),

    alarms,

    accept: ({ happened }, { seq, hash, reason }) => {
      const alarm = alarms().find((one) => one.seq === seq && one.hash === hash);
      if (alarm === undefined) throw new DomainError('NOT_FOUND');
      happened({ kind: 'logAccepted', noun: 'office', id: 1, data: { place: alarm.place, seq, hash, reason } });
      return {};
    },
  };
}
