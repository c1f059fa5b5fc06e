import { and, desc, eq } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { events } from '#db/schema/events.ts';
import { accounts } from '#db/schema/office.ts';
import type { keys as keysApi } from '#shared/api/keys.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Hasher } from '../accounts/passwords.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { KeyPermits } from './permits.ts';

/** What the handlers need. */
export type KeyPorts = { readonly permits: KeyPermits; readonly hasher: Hasher; readonly demo: boolean };

/** Handlers of the office's key. */
export function keysHandlers({ permits, hasher, demo }: KeyPorts): Handlers<typeof keysApi> {
  return {
    state: ({ db }) => {
      const last = lastChange(db);
      if (last === undefined) return { since: foundedAt(db), changed: null };
      const { reason = '' } = JSON.parse(last.data) as { readonly reason?: string };
      return { since: last.at, changed: { by: last.by, reason } };
    },
    permit: {
      prepare: async ({ db, actor, connection }, { password }) => {
        if (demo) throw new DomainError('KEYS_DEMO');
        return await hasher.matches(connection.place, accountById(db, actor.id)?.passwordHash, password);
      },
      run: ({ actor, connection, happened, afterCommit }, { reason }, correct) => {
        if (correct !== true) return { result: 'wrong' };
        happened({ kind: 'keyChangeBegun', noun: 'office', id: 1, data: { reason } });
        afterCommit(() => permits.give(connection, { actorId: actor.id, reason }));
        return { result: 'permitted' };
      },
    },
  };
}

function lastChange(db: ReadDb) {
  return db
    .select({ at: events.happenedAt, data: events.data, by: accounts.name })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .where(and(eq(events.noun, 'office'), eq(events.subjectId, 1), eq(events.kind, 'keysChanged')))
    .orderBy(desc(events.seq))
    .limit(1)
    .get();
}

function foundedAt(db: ReadDb): number | null {
  return db.select({ at: events.happenedAt }).from(events).orderBy(events.seq).limit(1).get()?.at ?? null;
}

/** Since when the office has its key, UTC ms; null before its setup. */
export function keySince(db: ReadDb): number | null {
  return lastChange(db)?.at ?? foundedAt(db);
}
