import { createHmac } from 'node:crypto';
import type { ReadDb } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
import { type AccountRow, accountById, activeAccounts, hasNoAccounts } from '#db/repositories/accounts.ts';
import { touchedSince } from '#db/repositories/events.ts';
import { outcomesOf } from '#db/repositories/requests.ts';
import { projects } from '#db/schema/inventory.ts';
import { accounts, office } from '#db/schema/office.ts';
import type { session } from '#shared/api/session.ts';
import { type OfficeRights, permissionsOf, type ScopedNoun, widestScope } from '#shared/domain/accounts/rights.ts';
import { isCarried } from '#shared/domain/terminals/desks.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { refuseWeak } from '../accounts/password-rules.ts';
import type { Hasher } from '../accounts/passwords.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { LiveHub } from '../kernel/live.ts';
import { standingsOf } from '../kernel/persons.ts';
import type { Actor, Connection } from '../kernel/session.ts';
import type { OfficeKeys } from '../keys.ts';
import { keepEnded, keepStanding } from './kept.ts';
import type { KnownPeople } from './known-people.ts';
import { logInHandlers } from './log-in.ts';
import type { Prover } from './prover.ts';

/** A window that missed more than this asks for everything anew. */
const MOST_TOLD = 500;
/** Wrong PINs after which the screen asks for a full log-in again. */
const PIN_ATTEMPTS = 3;

/** A person with what they may do at this very place. */
function personOf(db: ReadDb, actor: Actor, { desks }: Connection, rights: OfficeRights) {
  const hasPin = accountById(db, actor.id)?.pinHash != null;
  const { id, name, post, language } = actor;
  const permissions = permissionsOf(rights, actor).filter((permission) => isCarried(desks, permission));
  return { id, name, post, language, permissions, scopes: scopesOf(rights, actor), actingFor: namesOf(actor), hasPin };
}

function scopesOf(rights: OfficeRights, actor: Actor) {
  const noun = (name: ScopedNoun) => widestScope(rights, actor, name);
  return {
    customers: noun('customers'),
    visits: noun('visits'),
    quotes: noun('quotes'),
    subscriptions: noun('subscriptions'),
    contracts: noun('contracts'),
    payments: noun('payments'),
    cases: noun('cases'),
    approvals: noun('approvals'),
  };
}

function namesOf({ actingFor }: Actor) {
  return actingFor.map(({ accountId, name, post }) => ({ accountId, name, post }));
}

function endSession({ tx, actor, connection, happened, afterCommit }: CommandContext): Record<never, never> {
  keepEnded(tx, connection);
  happened({ kind: 'loggedOut', noun: 'accounts', id: actor.id });
  afterCommit(() => {
    connection.session = undefined;
  });
  return {};
}

type SessionPorts = {
  readonly live: LiveHub;
  readonly demo: boolean;
  readonly keys: OfficeKeys;
  readonly known: KnownPeople;
  readonly hasher: Hasher;
  readonly prover: Prover;
  readonly database: OpenDatabase;
  /** How far the PC's clock is ahead of the office's time, ms. */
  readonly clockOff: () => number;
  /** Bytes that are free on the office's disk when they are few; null otherwise. */
  readonly lowDisk: () => number | null;
  /** What was kept back on the disk for the last acts was given up. */
  readonly reserveGiven: () => boolean;
  /** A screen was locked or opened: whoever looks at the sessions sees it. */
  readonly moved: (connection: Connection) => void;
};

/** Handlers of log in, lock and the live stream. */
export function sessionHandlers(ports: SessionPorts): Handlers<typeof session> {
  const { live, demo, keys, known, hasher, moved, prover } = ports;
  const { client } = ports.database;
  const wrongPins = new Map<string, number>();
  const entrant = ({ id, loginName, name, post }: AccountRow) => ({ id, loginName, name, post });
  return {
    current: ({ db, actor, connection, today, now, rights, setting }) => {
      if (hasNoAccounts(db)) return { state: 'setup' };
      const officeName = db.select({ name: office.name }).from(office).get()?.name ?? '';
      if (actor !== undefined) {
        const projectName = db.select({ name: projects.name }).from(projects).get()?.name ?? '';
        return {
          state: 'open',
          officeName,
          projectName,
          demo,
          businessDate: today,
          now,
          clockOffMs: ports.clockOff(),
          lowDiskBytes: ports.lowDisk(),
          reserveGiven: ports.reserveGiven(),
          idleLockMinutes: setting('idleLockMinutes')[actor.post],
          person: personOf(db, actor, connection, rights),
        };
      }
      const owner = connection.session === undefined ? undefined : accountById(db, connection.session.accountId);
      if (owner !== undefined) {
        const { id, name, post, language } = owner;
        const own = setting('rights');
        const person = { id, name, post, language, actingFor: standingsOf(db, owner, own, today) };
        return { state: 'locked', officeName, person: personOf(db, person, connection, own) };
      }
      const people = activeAccounts(db);
      const mayUsePin = people.filter((one) => one.pinHash !== null && known.knows(connection.place, one, now));
      // Who works here is told to nobody who has not logged in; a demonstration's people are invented.
      const names = demo ? people.map(entrant) : [];
      return { state: 'login', officeName, demo, names, known: mayUsePin.map(entrant), endedBy: connection.endedBy };
    },

    ...logInHandlers({ demo, known, hasher, prover, nameKey: keys.logins }),

    unlock: {
      prepare: async ({ db, actor, connection: { place } }, { secret }) => {
        const account = accountById(db, actor.id);
        const byPin = /^\d{4,8}$/.test(secret) && (await hasher.matches(place, account?.pinHash, secret));
        return byPin || (await hasher.matches(place, account?.passwordHash, secret));
      },
      run: ({ tx, connection, now, afterCommit }, _input, correct) => {
        const current = connection.session;
        if (current === undefined) return { result: 'loggedOut' };
        if (correct === true) {
          wrongPins.delete(current.id);
          keepStanding(tx, connection, { lastActiveAt: now, locked: false });
          afterCommit(() => {
            current.locked = false;
            current.lastActiveAt = now;
            moved(connection);
          });
          return { result: 'open' };
        }
        const wrong = (wrongPins.get(current.id) ?? 0) + 1;
        wrongPins.set(current.id, wrong);
        if (wrong < PIN_ATTEMPTS) return { result: 'wrong' };
        wrongPins.delete(current.id);
        known.forget(connection.place, current.accountId);
        keepEnded(tx, connection);
        afterCommit(() => {
          connection.session = undefined;
          moved(connection);
        });
        return { result: 'loggedOut' };
      },
    },

    // Before its turn: a long act may have the office's file, and nobody who leaves waits for that.
    lock: prepared({
      prepare: ({ connection }: QueryContext) => {
        if (connection.session !== undefined) connection.session.locked = true;
        moved(connection);
        return Promise.resolve();
      },
      run: ({ tx, connection }: CommandContext) => {
        if (connection.session !== undefined) keepStanding(tx, connection, connection.session);
        return {};
      },
    }),

    stepAside: (context) => endSession(context),

    logout: (context) => {
      const { actor, connection, afterCommit } = context;
      afterCommit(() => known.forget(connection.place, actor.id));
      return endSession(context);
    },

    touch: ({ connection, now }) => {
      if (connection.session !== undefined) connection.session.lastActiveAt = now;
      return { now };
    },

    draftKey: ({ actor }) => ({
      key: createHmac('sha256', keys.drafts).update(`account ${actor.id}`).digest('base64'),
    }),

    setLanguage: ({ tx, actor, happened }, { language }) => {
      tx.update(accounts, actor.id, { language });
      happened({ kind: 'languageChosen', noun: 'accounts', id: actor.id, data: { language } });
      return {};
    },

    setPin: {
      prepare: async ({ db, actor, connection: { place }, setting }, { password, pin }) => {
        const digits = setting('pinDigits');
        if (pin.length !== digits) throw new DomainError('PIN_DIGITS', { digits });
        const correct = await hasher.matches(place, accountById(db, actor.id)?.passwordHash, password);
        return correct ? await hasher.hash(place, pin) : undefined;
      },
      run: ({ tx, actor, happened }, _input, pinHash) => {
        if (typeof pinHash !== 'string') return { result: 'wrong' };
        tx.update(accounts, actor.id, { pinHash });
        happened({ kind: 'pinSet', noun: 'accounts', id: actor.id });
        return { result: 'set' };
      },
    },

    setPassword: {
      prepare: async ({ db, actor, connection: { place } }, { password, newPassword }) => {
        const account = accountById(db, actor.id);
        refuseWeak(db, newPassword, { loginName: account?.loginName ?? '', name: actor.name });
        const correct = await hasher.matches(place, account?.passwordHash, password);
        return correct ? await hasher.hash(place, newPassword) : undefined;
      },
      run: ({ tx, actor, happened }, _input, passwordHash) => {
        if (typeof passwordHash !== 'string') return { result: 'wrong' };
        tx.update(accounts, actor.id, { passwordHash });
        happened({ kind: 'passwordChanged', noun: 'accounts', id: actor.id });
        return { result: 'set' };
      },
    },

    outcome: ({ db, actor }, { requestIds }) => {
      const done = outcomesOf(db, actor.id, requestIds);
      return requestIds.map((requestId) => ({ requestId, outcome: done.has(requestId) ? 'done' : 'unknown' }));
    },

    changes: (_context, { since }, signal) =>
      live.listen(signal, () => (since === null ? null : touchedSince(client, since, MOST_TOLD))),
  };
}
