import { createHmac } from 'node:crypto';
import type { ReadDb } from '#db/access.ts';
import {
  type AccountRow,
  accountById,
  accountByLogin,
  activeAccounts,
  hasNoAccounts,
} from '#db/repositories/accounts.ts';
import { outcomesOf } from '#db/repositories/requests.ts';
import { projects } from '#db/schema/inventory.ts';
import { accounts, office } from '#db/schema/office.ts';
import type { session } from '#shared/api/session.ts';
import { decideLogin, isPasswordAcceptable, LEAST_PASSWORD } from '#shared/domain/accounts/login.ts';
import { permissionsOf } from '#shared/domain/accounts/permissions.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { hashSecret, secretMatches } from '../accounts/passwords.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { LiveHub } from '../kernel/live.ts';
import { type Actor, openSession } from '../kernel/session.ts';
import type { OfficeKeys } from '../keys.ts';
import type { KnownPeople } from './known-people.ts';

/** Wrong PINs after which the screen asks for a full log-in again. */
const PIN_ATTEMPTS = 3;

function personOf(db: ReadDb, actor: Actor) {
  const hasPin = accountById(db, actor.id)?.pinHash != null;
  return { ...actor, permissions: permissionsOf(actor.post), hasPin };
}

function endSession({ actor, connection, happened, afterCommit }: CommandContext): Record<never, never> {
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
};

/** Handlers of log in, lock and the live stream. */
export function sessionHandlers({ live, demo, keys, known }: SessionPorts): Handlers<typeof session> {
  const wrongPins = new Map<string, number>();
  const entrant = ({ id, loginName, name, post }: AccountRow) => ({ id, loginName, name, post });
  return {
    current: ({ db, actor, connection, today, now }) => {
      if (hasNoAccounts(db)) return { state: 'setup' };
      const officeName = db.select({ name: office.name }).from(office).get()?.name ?? '';
      if (actor !== undefined) {
        const projectName = db.select({ name: projects.name }).from(projects).get()?.name ?? '';
        return { state: 'open', officeName, projectName, demo, businessDate: today, now, person: personOf(db, actor) };
      }
      const owner = connection.session === undefined ? undefined : accountById(db, connection.session.accountId);
      if (owner !== undefined) {
        const { id, name, post, language } = owner;
        return { state: 'locked', officeName, person: personOf(db, { id, name, post, language }) };
      }
      const people = activeAccounts(db);
      const mayUsePin = people.filter((one) => one.pinHash !== null && known.knows(connection.place, one, now));
      return { state: 'login', officeName, demo, names: people.map(entrant), known: mayUsePin.map(entrant) };
    },

    login: {
      prepare: async ({ db }, input) => {
        const account = accountByLogin(db, input.loginName);
        return { id: account?.id, correct: await secretMatches(account?.passwordHash, input.password) };
      },
      run: ({ db, tx, now, connection, setting, happened, afterCommit }, _input, checked) => {
        const { id, correct } = checked as { id: number | undefined; correct: boolean };
        const policy = setting('lockout');
        const account = id === undefined ? undefined : accountById(db, id);
        if (account === undefined) return { result: 'wrong' };
        const outcome = decideLogin(account, correct, policy, now);
        if (outcome.result === 'open') {
          tx.update(accounts, account.id, { lastLoginAt: now, failedLogins: 0, lockedUntil: null });
          happened({ kind: 'loggedIn', noun: 'accounts', id: account.id });
          afterCommit(() => {
            openSession(connection, account.id, now);
            known.remember(connection.place, account, now);
          });
          return { result: 'open' };
        }
        if (outcome.result === 'disabled') return { result: 'disabled' };
        if (outcome.failedLogins !== undefined) {
          const lockedUntil = outcome.result === 'lockedOut' ? outcome.until : null;
          tx.update(accounts, account.id, { failedLogins: outcome.failedLogins, lockedUntil });
          happened({
            kind: outcome.result === 'wrong' ? 'loginFailed' : 'lockedOut',
            noun: 'accounts',
            id: account.id,
          });
        }
        return outcome.result === 'wrong'
          ? { result: 'wrong', left: outcome.left }
          : { result: 'lockedOut', until: outcome.until };
      },
    },

    enterByPin: {
      prepare: ({ db }, { accountId, pin }) => secretMatches(accountById(db, accountId)?.pinHash, pin),
      run: ({ db, connection, now, happened, tx, afterCommit }, { accountId }, correct) => {
        const { place } = connection;
        const account = accountById(db, accountId);
        const locked = (account?.lockedUntil ?? 0) > now;
        if (account?.state !== 'active' || locked || !known.knows(place, account, now)) return { result: 'password' };
        const spent = known.counted(place, account, correct === true, now);
        if (correct === true) {
          tx.update(accounts, accountId, { lastLoginAt: now });
          happened({ kind: 'loggedIn', noun: 'accounts', id: accountId });
          afterCommit(() => openSession(connection, accountId, now));
          return { result: 'open' };
        }
        happened({ kind: 'loginFailed', noun: 'accounts', id: accountId });
        return { result: spent ? 'password' : 'wrong' };
      },
    },

    enterDemo: ({ db, tx, now, connection, happened, afterCommit }, { accountId }) => {
      if (!demo) throw new DomainError('FORBIDDEN');
      if (accountById(db, accountId)?.state !== 'active') throw new DomainError('NOT_FOUND');
      tx.update(accounts, accountId, { lastLoginAt: now });
      happened({ kind: 'loggedIn', noun: 'accounts', id: accountId });
      afterCommit(() => openSession(connection, accountId, now));
      return {};
    },

    unlock: {
      prepare: async ({ db, actor }, { secret }) => {
        const account = accountById(db, actor.id);
        const byPin = /^\d{4,8}$/.test(secret) && (await secretMatches(account?.pinHash, secret));
        return byPin || (await secretMatches(account?.passwordHash, secret));
      },
      run: ({ connection, now, afterCommit }, _input, correct) => {
        const current = connection.session;
        if (current === undefined) return { result: 'loggedOut' };
        if (correct === true) {
          wrongPins.delete(current.id);
          afterCommit(() => {
            current.locked = false;
            current.lastActiveAt = now;
          });
          return { result: 'open' };
        }
        const wrong = (wrongPins.get(current.id) ?? 0) + 1;
        wrongPins.set(current.id, wrong);
        if (wrong < PIN_ATTEMPTS) return { result: 'wrong' };
        wrongPins.delete(current.id);
        known.forget(connection.place, current.accountId);
        connection.session = undefined;
        return { result: 'loggedOut' };
      },
    },

    // Before its turn: a long act may have the office's file, and nobody who leaves waits for that.
    lock: prepared({
      prepare: ({ connection }: QueryContext) => {
        if (connection.session !== undefined) connection.session.locked = true;
        return Promise.resolve();
      },
      run: () => ({}),
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
      prepare: async ({ db, actor, setting }, { password, pin }) => {
        const digits = setting('pinDigits');
        if (pin.length !== digits) throw new DomainError('PIN_DIGITS', { digits });
        const correct = await secretMatches(accountById(db, actor.id)?.passwordHash, password);
        return correct ? await hashSecret(pin) : undefined;
      },
      run: ({ tx, actor, happened }, _input, pinHash) => {
        if (typeof pinHash !== 'string') return { result: 'wrong' };
        tx.update(accounts, actor.id, { pinHash });
        happened({ kind: 'pinSet', noun: 'accounts', id: actor.id });
        return { result: 'set' };
      },
    },

    setPassword: {
      prepare: async ({ db, actor }, { password, newPassword }) => {
        const account = accountById(db, actor.id);
        if (!isPasswordAcceptable(newPassword, account?.loginName ?? ''))
          throw new DomainError('PASSWORD_WEAK', { least: LEAST_PASSWORD });
        return (await secretMatches(account?.passwordHash, password)) ? await hashSecret(newPassword) : undefined;
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

    changes: (_context, _input, signal) => live.listen(signal),
  };
}
