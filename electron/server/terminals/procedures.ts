import { accountById } from '#db/repositories/accounts.ts';
import { dropSessionsOfTerminal, keepSessionEnd, keptSession } from '#db/repositories/terminal-sessions.ts';
import { allTerminals, terminalById } from '#db/repositories/terminals.ts';
import { terminals as terminalsTable } from '#db/schema/terminals.ts';
import type { terminals as terminalsApi } from '#shared/api/terminals.ts';
import { terminalAt } from '#shared/domain/terminals/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Connections } from '../kernel/connections.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { KnownPeople } from '../session/known-people.ts';
import { keyOf, sessionsAtWork } from './sessions-at-work.ts';
import type { Terminals } from './terminals.ts';

/** What the pages of terminals need besides the transaction. */
export type TerminalPorts = {
  readonly terminals: Terminals;
  readonly connections: Connections;
  readonly known: KnownPeople;
};

/** Handlers of the PCs that work on this office, and of who is at work where. */
export function terminalsHandlers({ terminals, connections, known }: TerminalPorts): Handlers<typeof terminalsApi> {
  const { pairing, presence } = terminals;

  return {
    list: ({ db }) => {
      const windows = presence.windows().filter(({ attached }) => attached > 0);
      return allTerminals(db)
        .map(({ terminal, pairedBy, revokedBy, ...kept }) => {
          const { id, name, desks, state, pairedAt, revokedAt, version } = terminal;
          const own = windows.filter(({ terminalId }) => terminalId === id);
          const ids = new Set(own.flatMap(({ connection: { session } }) => (session ? [session.accountId] : [])));
          const people = [...ids].map((accountId) => ({ id: accountId, name: accountById(db, accountId)?.name ?? '' }));
          const { seenAt, address, program } = presence.sighting(id) ?? kept;
          const seen = seenAt === null ? null : { at: seenAt, address: address ?? '', program: program ?? '' };
          return {
            ...{ id, name, desks: desks === null ? null : [...desks], state, windows: own.length, seen, people },
            ...{ pairedAt, pairedBy, revokedAt, revokedBy, version },
          };
        })
        .toSorted((a, b) => Number(a.state === 'revoked') - Number(b.state === 'revoked'));
    },

    sessions: (context) => sessionsAtWork(context, presence, connections),

    pairing: () => pairing.shown(),

    openPairing: (context, { kind }) => {
      pairing.open(context, kind);
      return {};
    },

    closePairing: (context) => {
      pairing.close(context);
      return {};
    },

    rename: ({ tx, happened, afterCommit }, { terminalId, version, name }) => {
      const row = tx.update(terminalsTable, terminalId, { name }, version);
      happened({ kind: 'terminalRenamed', noun: 'terminals', id: terminalId, data: { name } });
      afterCommit(() => presence.changed(row));
      return {};
    },

    limit: ({ tx, happened, afterCommit }, { terminalId, version, desks }) => {
      const row = tx.update(
        terminalsTable,
        terminalId,
        { desks: desks === null ? null : [...new Set(desks)] },
        version,
      );
      happened({ kind: 'terminalLimited', noun: 'terminals', id: terminalId, data: { desks } });
      afterCommit(() => presence.changed(row));
      return {};
    },

    revoke: ({ db, tx, actor, now, happened, afterCommit }, { terminalId, version }) => {
      if (terminalById(db, terminalId)?.state === 'revoked') throw new DomainError('TERMINAL_REVOKED');
      const { name } = tx.update(
        terminalsTable,
        terminalId,
        { state: 'revoked', revokedAt: now, revokedBy: actor.id },
        version,
      );
      dropSessionsOfTerminal(tx.client, terminalId);
      happened({ kind: 'terminalRevoked', noun: 'terminals', id: terminalId, data: { name } });
      afterCommit(() => presence.cutOff(terminalId));
      return {};
    },

    endSession: ({ db, tx, actor, happened, afterCommit }, { key, accountId }) => {
      const connection = connections.all().find((one) => keyOf(one) === key);
      const kept = keptSession(db, key);
      const atWork = connection === undefined ? kept?.accountId : connection.session?.accountId;
      if (atWork !== accountId) throw new DomainError('NOT_FOUND');
      if (kept !== undefined) keepSessionEnd(tx.client, key, actor.name);
      const terminalId = connection === undefined ? (kept?.terminalId ?? null) : terminalAt(connection.place);
      happened({ kind: 'sessionEnded', noun: 'accounts', id: accountId, data: { terminalId } });
      afterCommit(() => {
        if (connection === undefined) return;
        known.forget(connection.place, accountId);
        connections.end(connection, actor.name);
      });
      return {};
    },
  };
}
