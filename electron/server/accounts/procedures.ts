import type { ReadDb } from '#db/access.ts';
import { accountById, activeAccounts, activeAdministrators, allAccounts } from '#db/repositories/accounts.ts';
import { accounts } from '#db/schema/office.ts';
import type { accounts as accountsApi } from '#shared/api/accounts.ts';
import { isLastAdministrator, isPasswordAcceptable, LEAST_PASSWORD } from '#shared/domain/accounts/login.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { hashSecret } from './passwords.ts';

function hashOfAcceptable(password: string, loginName: string): Promise<string> {
  if (!isPasswordAcceptable(password, loginName)) throw new DomainError('PASSWORD_WEAK', { least: LEAST_PASSWORD });
  return hashSecret(password);
}

function refuseWhenLastAdministrator(db: ReadDb, accountId: number): void {
  const account = accountById(db, accountId);
  if (account === undefined) throw new DomainError('NOT_FOUND');
  if (isLastAdministrator(account, activeAdministrators(db))) throw new DomainError('LAST_ADMINISTRATOR');
}

/** Handlers of the people who work here. */
export const accountsHandlers: Handlers<typeof accountsApi> = {
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
    prepare: (_context, { password, loginName }) => hashOfAcceptable(password, loginName),
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

  disable: ({ db, tx, happened }, { accountId, version }) => {
    refuseWhenLastAdministrator(db, accountId);
    tx.update(accounts, accountId, { state: 'disabled' }, version);
    happened({ kind: 'accountDisabled', noun: 'accounts', id: accountId });
    return {};
  },

  enable: ({ tx, happened }, { accountId, version }) => {
    tx.update(accounts, accountId, { state: 'active', failedLogins: 0, lockedUntil: null }, version);
    happened({ kind: 'accountEnabled', noun: 'accounts', id: accountId });
    return {};
  },

  resetPassword: {
    prepare: ({ db }, { accountId, password }) =>
      hashOfAcceptable(password, accountById(db, accountId)?.loginName ?? ''),
    run: ({ tx, happened }, { accountId, version }, passwordHash) => {
      const fresh = { passwordHash: String(passwordHash), failedLogins: 0, lockedUntil: null };
      tx.update(accounts, accountId, fresh, version);
      happened({ kind: 'passwordReset', noun: 'accounts', id: accountId });
      return {};
    },
  },
};
