import type { ReadDb, WriteTx } from '#db/access.ts';
import { accountById, activeAccounts, activeAdministrators, allAccounts } from '#db/repositories/accounts.ts';
import { listDelegations } from '#db/repositories/delegations.ts';
import { waitsOf } from '#db/repositories/login-tries.ts';
import { newestRequestAbout } from '#db/repositories/rights-requests.ts';
import { dropSessionsOfAccount } from '#db/repositories/terminal-sessions.ts';
import { allTerminals } from '#db/repositories/terminals.ts';
import { accounts } from '#db/schema/office.ts';
import type { accounts as accountsApi } from '#shared/api/accounts.ts';
import { isLastAdministrator } from '#shared/domain/accounts/login.ts';
import { onceCodeMs } from '#shared/domain/accounts/once-code.ts';
import { delegationState } from '#shared/domain/delegations/rules.ts';
import { terminalAt } from '#shared/domain/terminals/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Connections } from '../kernel/connections.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { askSecond, secondForPost, waitingFor } from '../rights/second-person.ts';
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
    list: ({ db, now, today }) => {
      const names = new Map(allTerminals(db).map(({ terminal }) => [terminal.id, terminal.name]));
      const acting = listDelegations(db, today).filter(({ row }) => delegationState(row, today) === 'running');
      const placeName = (place: string) => {
        const id = terminalAt(place);
        return id === null ? null : (names.get(id) ?? place);
      };
      return allAccounts(db).map(({ id, name, loginName, post, team, state, lastLoginAt, codeUntil, version }) => {
        const waits = waitsOf(db, nameHashOf(keys.logins, loginName), now);
        return {
          ...{ id, name, loginName, post, team, state, lastLoginAt, codeUntil, version },
          wishedPost: waitingFor(db, id, now)?.post ?? null,
          actsFor: acting.filter(({ row }) => row.toId === id).map((one) => ({ name: one.from, until: one.row.toOn })),
          actedForBy: acting
            .filter(({ row }) => row.fromId === id)
            .map((one) => ({ name: one.to, until: one.row.toOn })),
          waits: waits.map(({ place, until }) => ({ place: placeName(place), until })),
        };
      });
    },

    colleagues: ({ db }) => activeAccounts(db).map(({ id, name, post }) => ({ id, name, post })),

    create: prepared({
      prepare: drawn,
      run: (context: CommandContext, { name, loginName, post, team }, { code, hash }) => {
        const { tx, now, happened } = context;
        const second = secondForPost(context, { accountId: null, from: null, to: post });
        const waits = second === 'waits';
        const account = tx.insert(accounts, {
          ...{ name, loginName, post, team },
          // Nobody gets in with dangerous rights that only one person has given.
          state: waits ? 'disabled' : 'active',
          passwordHash: hash,
          codeUntil: now + onceCodeMs.given,
          createdAt: now,
        });
        if (second !== 'free')
          askSecond(context, { kind: 'person', accountId: account.id, post, changes: [], reason: '' }, second);
        show(context, account.id, code);
        happened({
          kind: waits ? 'postAsked' : 'accountCreated',
          noun: 'accounts',
          id: account.id,
          data: { post, team, second },
        });
        return { accountId: account.id, waits };
      },
    }),

    update: (context, { accountId, version, name, post, team }) => {
      const { db, tx, actor, happened } = context;
      if (post !== 'administrator') refuseWhenLastAdministrator(db, accountId);
      // Nobody makes something else of themselves: that takes a second person, as rights do.
      if (accountId === actor.id && post !== actor.post) throw new DomainError('ACCOUNT_OWN_POST');
      const before = accountById(db, accountId);
      if (before === undefined) throw new DomainError('NOT_FOUND');
      const second = post === before.post ? 'free' : secondForPost(context, { accountId, from: before.post, to: post });
      const waits = second === 'waits';
      tx.update(accounts, accountId, { name, post: waits ? before.post : post, team }, version);
      if (second !== 'free') askSecond(context, { kind: 'post', accountId, post, changes: [], reason: '' }, second);
      const was = { postBefore: before.post, teamBefore: before.team };
      const data = { post, team, ...was, second };
      happened({ kind: waits ? 'postAsked' : 'accountChanged', noun: 'accounts', id: accountId, data });
      return { waits };
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

    enable: (context, { accountId, version }) => {
      const { db, tx, now, happened } = context;
      const account = accountById(db, accountId);
      if (account === undefined) throw new DomainError('NOT_FOUND');
      const asked = newestRequestAbout(db, accountId, 'person');
      if (asked !== undefined && asked.state !== 'confirmed') {
        // Nobody has agreed to this person yet.
        const { post } = account;
        const second = secondForPost(context, { accountId, from: null, to: post });
        if (second !== 'free') {
          if (account.version !== version) throw new DomainError('STALE');
          askSecond(context, { kind: 'person', accountId, post, changes: [], reason: '' }, 'waits');
          happened({ kind: 'postAsked', noun: 'accounts', id: accountId, data: { post, second: 'waits' } });
          return { waits: true };
        }
      }
      if (waitingFor(db, accountId, now)?.kind === 'person') throw new DomainError('ACCOUNT_WAITS');
      const { loginName } = tx.update(accounts, accountId, { state: 'active' }, version);
      liftWaits(tx, keys.logins, loginName);
      happened({ kind: 'accountEnabled', noun: 'accounts', id: accountId });
      return { waits: false };
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
