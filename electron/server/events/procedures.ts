import type { OpenDatabase } from '#db/connection.ts';
import { newestEvents } from '#db/repositories/event-list.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { subjectNames } from '#db/repositories/subject-names.ts';
import { type events, exportedSchema } from '#shared/api/events.ts';
import type { Handlers } from '../kernel/handlers.ts';

/** Handlers of the event log, for those who audit. */
export function eventsHandlers(database: OpenDatabase): Handlers<typeof events> {
  return {
    list: ({ db }, filter) => {
      const found = newestEvents(db, filter);
      const nameOf = subjectNames(db, found);
      return found.map(({ data, ...event }) => ({
        ...event,
        subject: nameOf(event),
        exported: event.kind === 'exported' ? exportedSchema.parse(JSON.parse(data)) : null,
      }));
    },
    verify: () => verifyLog(database.client),
  };
}
