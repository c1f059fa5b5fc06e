import type { ReadDb, WriteTx } from '#db/access.ts';
import { accountById, activeAccounts, activeAdministrators, allAccounts } from '#db/repositories/accounts.ts';
import { waitsOf } from '#db/repositories/login-tries.ts';
import { dropSessionsOfAccount } from '#db/repositories/terminal-sessions.ts';
import { allTerminals } from '#db/repositories/terminals.ts';
import { accounts } from '#db/schema/office.ts';
import type { accounts as accountsApi } from '#shared/api/accounts.ts';
import { isLastAdministrator } from '#shared/domain/accounts/login.ts';
import { onceCodeMs } from '#shared/domain/accounts/once-code.ts';
import { terminalAt } from '#shared/domain/terminals/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Connections } from '../kernel/connections.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import type { KnownPeople } from '../session/known-people.ts';
import { liftWaits, nameHashOf } from '../session/prover.ts';
import type { OnceCodes } from './once-codes.ts';
import type { Hasher } from './passwords.ts';

/** What the accounts need besides the transaction. */
export type AccountPorts = {
  readonly hasher: Hasher;
  readonly connections: Connections;
  readonly known: KnownPeople;
  readonly codes: OnceCodes;
  readonly keys: Pick<OfficeKeys, 'logins'>;
  /** Stops the long act that a person has begun. */
  readonly stopLongAct: (actorId: number) => void;
};

function refuseWhenLastAdministrator(db: ReadDb, accountId: number): void {
  const account = accountById(db, accountId);
  if (account === undefined) throw new DomainError('NOT_FOUND');
  if (isLastAdministrator(account, activeAdministrators(db))) throw new DomainError('LAST_ADMINISTRATOR');
}

/** Ends everything of an account but the window where it was asked for: kept sessions, windows, PINs. */
export function endEverywhere(
  { tx, connection, afterCommit }: Pick<CommandContext<unknown>, 'connection' | 'afterCommit'> & { tx: WriteTx },
  { connections, known, codes }: Pick<AccountPorts, 'connections' | 'known' | 'codes'>,
  accountId: number,
): void {
  dropSessionsOfAccount(tx.client, accountId);
  afterCommit(() => {
    known.forgetEverywhere(accountId);
    codes.forget(accountId);
    connections.endAll(accountId, connection);
  });
}

/** Handlers of the people who work here. */
export function accountsHandlers(ports: AccountPorts): Handlers<typeof accountsApi> {
  const { hasher, codes, keys, stopLongAct } = ports;
  /** A code and its hash, before the transaction that keeps the hash. */
  const drawn = async ({ connection }: QueryContext) => {
    const code = codes.draw();
    return { code, hash: await hasher.hash(connection.place, code) };
  };
  const show = ({ actor, now, afterCommit }: CommandContext, accountId: number, code: string): void =>
    afterCommit(() => codes.show(accountId, { code, to: actor.id, at: now, until: now + onceCodeMs.given }));

  return {
    list: ({ db, now }) => {
      const names = new Map(allTerminals(db).map(({ terminal }) => [terminal.id, terminal.name]));
      const placeName = (place: string) => {
        const id = terminalAt(place);
        return id === null ? null : (names.get(id) ?? place);
      };
      return allAccounts(db).map(({ id, name, loginName, post, team, state, lastLoginAt, codeUntil, version }) => {
        const waits = waitsOf(db, nameHashOf(keys.logins, loginName), now);
        return {
          ...{ id, name, loginName, post, team, state, lastLoginAt, codeUntil, version },
          waits: waits.map(({ place, until }) => ({ place: placeName(place), until })),
        };
      });
    },

    colleagues: ({ db }) => activeAccounts(db).map(({ id, name, post }) => ({ id, name, post })),

    create: prepared({
      prepare: drawn,
      run: (context: CommandContext, { name, loginName, post, team }, { code, hash }) => {
        const { tx, now, happened } = context;
        const account = tx.insert(accounts, {
          ...{ name, loginName, post, team },
          passwordHash: hash,
          codeUntil: now + onceCodeMs.given,
          createdAt: now,
        });
        show(context, account.id, code);
        happened({ kind: 'accountCreated', noun: 'accounts', id: account.id, data: { post, team } });
        return { accountId: account.id };
      },
    }),

    update: ({ db, tx, actor, happened }, { accountId, version, name, post, team }) => {
      if (post !== 'administrator') refuseWhenLastAdministrator(db, accountId);
      // Nobody makes something else of themselves: that takes a second person, as rights do.
      if (accountId === actor.id && post !== actor.post) throw new DomainError('ACCOUNT_OWN_POST');
      const before = accountById(db, accountId);
      tx.update(accounts, accountId, { name, post, team }, version);
      const was = { postBefore: before?.post ?? post, teamBefore: before?.team ?? '' };
      happened({ kind: 'accountChanged', noun: 'accounts', id: accountId, data: { post, team, ...was } });
      return {};
    },

    disable: prepared({
      // Before its turn: their long act may have the office's file, and nobody who is shut out goes on with it.
      prepare: ({ db }: QueryContext, { accountId, version }: { accountId: number; version: number }) => {
        refuseWhenLastAdministrator(db, accountId);
        if (accountById(db, accountId)?.version === version) stopLongAct(accountId);
        return Promise.resolve();
      },
      run: (context: CommandContext, { accountId, version }) => {
        const { db, tx, happened } = context;
        refuseWhenLastAdministrator(db, accountId);
        tx.update(accounts, accountId, { state: 'disabled' }, version);
        endEverywhere(context, ports, accountId);
        happened({ kind: 'accountDisabled', noun: 'accounts', id: accountId });
        return {};
      },
    }),

    enable: ({ tx, happened }, { accountId, version }) => {
      const { loginName } = tx.update(accounts, accountId, { state: 'active' }, version);
      liftWaits(tx, keys.logins, loginName);
      happened({ kind: 'accountEnabled', noun: 'accounts', id: accountId });
      return {};
    },

    resetPassword: prepared({
      prepare: drawn,
      run: (context: CommandContext, { accountId, version }, { code, hash }) => {
        const { tx, now, happened } = context;
        const secrets = { passwordHash: hash, codeUntil: now + onceCodeMs.given, pinHash: null };
        const { loginName } = tx.update(accounts, accountId, secrets, version);
        liftWaits(tx, keys.logins, loginName);
        // Whoever knew the old password may be the reason for the code.
        endEverywhere(context, ports, accountId);
        show(context, accountId, code);
        happened({ kind: 'passwordReset', noun: 'accounts', id: accountId });
        return {};
      },
    }),

    code: ({ actor, now }, { accountId }) => ({ shown: codes.seenBy(actor.id, accountId, now) }),

    liftWaits: ({ db, tx, now, happened }, { accountId }) => {
      const account = accountById(db, accountId);
      if (account === undefined) throw new DomainError('NOT_FOUND');
      const nameHash = nameHashOf(keys.logins, account.loginName);
      if (waitsOf(db, nameHash, now).length === 0) throw new DomainError('NO_WAIT', { name: account.name });
      liftWaits(tx, keys.logins, account.loginName);
      happened({ kind: 'waitsLifted', noun: 'accounts', id: accountId });
      return {};
    },
  };
}
