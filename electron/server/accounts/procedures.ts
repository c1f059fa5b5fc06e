import type { ReadDb } from '#db/access.ts';
import { accountById, activeAccounts, activeAdministrators, allAccounts } from '#db/repositories/accounts.ts';
import { dropSessionsOfAccount } from '#db/repositories/terminal-sessions.ts';
import { accounts } from '#db/schema/office.ts';
import type { accounts as accountsApi } from '#shared/api/accounts.ts';
import { isLastAdministrator, isPasswordAcceptable, LEAST_PASSWORD } from '#shared/domain/accounts/login.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Connections } from '../kernel/connections.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { liftWaits } from '../session/log-in.ts';
import type { Hasher } from './passwords.ts';

function refuseWeak(password: string, loginName: string): void {
  if (!isPasswordAcceptable(password, loginName)) throw new DomainError('PASSWORD_WEAK', { least: LEAST_PASSWORD });
}

/** What the accounts need besides the transaction. */
export type AccountPorts = {
  readonly hasher: Hasher;
  readonly connections: Connections;
  readonly keys: Pick<OfficeKeys, 'logins'>;
};

function refuseWhenLastAdministrator(db: ReadDb, accountId: number): void {
  const account = accountById(db, accountId);
  if (account === undefined) throw new DomainError('NOT_FOUND');
  if (isLastAdministrator(account, activeAdministrators(db))) throw new DomainError('LAST_ADMINISTRATOR');
}

/** Handlers of the people who work here. */
export function accountsHandlers({ hasher, connections, keys }: AccountPorts): Handlers<typeof accountsApi> {
  return {
    list: ({ db }) =>
      allAccounts(db).map(({ id, name, loginName, post, state, lastLoginAt, version }) => ({
        id,
        name,
        loginName,
        post,
        state,
        lastLoginAt,
        version,
      })),

    colleagues: ({ db }) => activeAccounts(db).map(({ id, name, post }) => ({ id, name, post })),

    create: {
      prepare: ({ connection }, { password, loginName }) => {
        refuseWeak(password, loginName);
        return hasher.hash(connection.place, password);
      },
      run: ({ tx, now, happened }, { name, loginName, post }, passwordHash) => {
        const account = tx.insert(accounts, {
          name,
          loginName,
          post,
          passwordHash: String(passwordHash),
          createdAt: now,
        });
        happened({ kind: 'accountCreated', noun: 'accounts', id: account.id, data: { post } });
        return { accountId: account.id };
      },
    },

    update: ({ db, tx, happened }, { accountId, version, name, post }) => {
      if (post !== 'administrator') refuseWhenLastAdministrator(db, accountId);
      tx.update(accounts, accountId, { name, post }, version);
      happened({ kind: 'accountChanged', noun: 'accounts', id: accountId, data: { post } });
      return {};
    },

    disable: ({ db, tx, connection, happened, afterCommit }, { accountId, version }) => {
      refuseWhenLastAdministrator(db, accountId);
      tx.update(accounts, accountId, { state: 'disabled' }, version);
      dropSessionsOfAccount(tx.client, accountId);
      afterCommit(() => connections.endAll(accountId, connection));
      happened({ kind: 'accountDisabled', noun: 'accounts', id: accountId });
      return {};
    },

    enable: ({ tx, happened }, { accountId, version }) => {
      const { loginName } = tx.update(accounts, accountId, { state: 'active' }, version);
      liftWaits(tx, keys.logins, loginName);
      happened({ kind: 'accountEnabled', noun: 'accounts', id: accountId });
      return {};
    },

    resetPassword: {
      prepare: ({ db, connection }, { accountId, password }) => {
        refuseWeak(password, accountById(db, accountId)?.loginName ?? '');
        return hasher.hash(connection.place, password);
      },
      run: ({ tx, connection, happened, afterCommit }, { accountId, version }, passwordHash) => {
        const { loginName } = tx.update(accounts, accountId, { passwordHash: String(passwordHash) }, version);
        liftWaits(tx, keys.logins, loginName);
        dropSessionsOfAccount(tx.client, accountId);
        // Whoever knew the old password may be the reason for the new one.
        afterCommit(() => connections.endAll(accountId, connection));
        happened({ kind: 'passwordReset', noun: 'accounts', id: accountId });
        return {};
      },
    },
  };
}
