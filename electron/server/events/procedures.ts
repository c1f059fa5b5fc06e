import type { OpenDatabase } from '#db/connection.ts';
import { newestEvents } from '#db/repositories/event-list.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { openLogAlarms } from '#db/repositories/log-alarms.ts';
import { subjectNames } from '#db/repositories/subject-names.ts';
import { type events, exportedSchema } from '#shared/api/events.ts';
import { headAlarms } from '#shared/domain/events/heads.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { checkLog } from './check-log.ts';
import { entryOf } from './entry.ts';

/** What the pages of the log need besides the transaction. */
export type EventPorts = { readonly database: OpenDatabase; readonly keys: Pick<OfficeKeys, 'days'> };

/** What a line about an export tells; null for all others. */
function exportedBy({ kind, data }: { readonly kind: string; readonly data: string }) {
  return kind === 'exported' ? exportedSchema.parse(JSON.parse(data)) : null;
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
      const found = newestEvents(db, filter);
      const nameOf = subjectNames(db, found);
      return found.map(({ data, ...event }) => ({
        ...event,
        subject: nameOf(event),
        exported: exportedBy({ kind: event.kind, data }),
      }));
    },

    entry: (context, { seq }) => {
      const { row, ...entry } = entryOf(client, context, seq);
      const { data, actorId: _actor, ...header } = row;
      const { noun, subjectId } = row;
      return {
        ...header,
        subject: subjectNames(context.db, [row])({ noun, subjectId }),
        exported: exportedBy({ kind: row.kind, data }),
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
