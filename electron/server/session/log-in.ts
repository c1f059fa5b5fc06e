import type { ReadDb, WriteTx } from '#db/access.ts';
import { keyedHash } from '#db/personal.ts';
import { type AccountRow, accountById, accountByLogin } from '#db/repositories/accounts.ts';
import {
  dropTries,
  dropTriesOf,
  keepTries,
  type TriedName,
  triedNames,
  triesOf,
} from '#db/repositories/login-tries.ts';
import { accounts } from '#db/schema/office.ts';
import type { session } from '#shared/api/session.ts';
import { decideLogin, waitsUntil } from '#shared/domain/accounts/login.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Hasher } from '../accounts/passwords.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import { openSession } from '../kernel/session.ts';
import { keepOpened } from './kept.ts';
import type { KnownPeople } from './known-people.ts';

/** How many different names may have wrong passwords at one place before it is told to wait: more than work at a PC. */
const MOST_NAMES = 50;

type Entering = CommandContext<unknown>;

/** What logging in needs besides the transaction. */
export type LogInPorts = {
  readonly demo: boolean;
  readonly known: KnownPeople;
  readonly hasher: Hasher;
  /** Key of the hashes of login names. */
  readonly nameKey: Uint8Array;
};

/** The name under which wrong passwords are counted; the same for one that nobody has. */
export function triedName(nameKey: Uint8Array, place: string, loginName: string): TriedName {
  return { place, nameHash: keyedHash(nameKey, loginName.toLowerCase()) };
}

/** Opens the session of an account on the connection, once the act is on the disk. */
function enter({ tx, connection, now, happened, afterCommit }: Entering, accountId: number, then = () => {}): void {
  tx.update(accounts, accountId, { lastLoginAt: now });
  keepOpened(tx, connection, accountId, now);
  happened({ kind: 'loggedIn', noun: 'accounts', id: accountId });
  afterCommit(() => {
    openSession(connection, accountId, now);
    then();
  });
}

/** A wrong password is on record whether or not there is such a person: what is written must not tell either. */
function sayFailed({ happened }: Entering, account: AccountRow | undefined, kind: 'loginFailed' | 'lockedOut'): void {
  happened(account === undefined ? { kind, noun: 'office', id: 1 } : { kind, noun: 'accounts', id: account.id });
}

/** Handlers of the ways into a session. */
export function logInHandlers(ports: LogInPorts): Pick<Handlers<typeof session>, 'login' | 'enterByPin' | 'enterDemo'> {
  const { demo, known, hasher, nameKey } = ports;

  /** Throws TOO_MANY_REQUESTS where so many names were tried that somebody is guessing them. */
  function refuseGuessing(db: ReadDb, { place }: TriedName, now: number, minutes: number): void {
    const waitMs = minutes * 60_000;
    const { names, oldest } = triedNames(db, place, now - waitMs);
    if (names < MOST_NAMES || oldest === null) return;
    throw new DomainError('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil((oldest + waitMs - now) / 1000)) });
  }

  return {
    login: {
      prepare: async ({ db, connection, setting, now }, { loginName, password }) => {
        const { place } = connection;
        const name = triedName(nameKey, place, loginName);
        const waiting = (): number | null => waitsUntil(triesOf(db, name), now);
        const until = waiting();
        if (until !== null) return { until, correct: false };
        if (triesOf(db, name) === undefined) refuseGuessing(db, name, now, setting('lockout').minutes);
        const stored = accountByLogin(db, loginName)?.passwordHash;
        const correct = await hasher.matches(place, stored, password, () => waiting() !== null);
        return { until: waiting(), correct };
      },
      run: (context, { loginName }, prepared) => {
        const { db, tx, now, connection, setting } = context;
        const { until, correct } = prepared as { until: number | null; correct: boolean };
        if (until !== null) return { result: 'lockedOut', until };
        const name = triedName(nameKey, connection.place, loginName);
        const account = accountByLogin(db, loginName);
        const outcome = decideLogin(account, correct, triesOf(db, name), { policy: setting('lockout'), now });
        switch (outcome.result) {
          case 'open':
            dropTries(tx.client, name);
            if (account !== undefined) enter(context, account.id, () => known.remember(connection.place, account, now));
            return { result: 'open' };
          case 'disabled':
            return { result: 'disabled' };
          case 'wrong':
            keepTries(tx.client, name, outcome.tries);
            sayFailed(context, account, 'loginFailed');
            return { result: 'wrong', left: outcome.left };
          case 'lockedOut':
            if (outcome.tries !== undefined) {
              keepTries(tx.client, name, outcome.tries);
              sayFailed(context, account, 'lockedOut');
            }
            return { result: 'lockedOut', until: outcome.until };
        }
      },
    },

    enterByPin: {
      prepare: async ({ db, connection, now }, { accountId, pin }) => {
        const account = mayComeBack(db, connection.place, accountId, now);
        return account !== undefined && (await hasher.matches(connection.place, account.pinHash, pin));
      },
      run: (context, { accountId }, correct) => {
        const { db, connection, now, happened } = context;
        const account = mayComeBack(db, connection.place, accountId, now);
        if (account === undefined) return { result: 'password' };
        const spent = known.counted(connection.place, account, correct === true, now);
        if (correct === true) {
          enter(context, accountId);
          return { result: 'open' };
        }
        happened({ kind: 'loginFailed', noun: 'accounts', id: accountId });
        return { result: spent ? 'password' : 'wrong' };
      },
    },

    enterDemo: (context, { accountId }) => {
      if (!demo) throw new DomainError('FORBIDDEN');
      if (accountById(context.db, accountId)?.state !== 'active') throw new DomainError('NOT_FOUND');
      enter(context, accountId);
      return {};
    },
  };

  /** Somebody whose PIN is enough at a place: it has seen their password today, and they do not wait there. */
  function mayComeBack(db: ReadDb, place: string, accountId: number, now: number): AccountRow | undefined {
    const account = accountById(db, accountId);
    if (account?.state !== 'active' || !known.knows(place, account, now)) return undefined;
    return waitsUntil(triesOf(db, triedName(nameKey, place, account.loginName)), now) === null ? account : undefined;
  }
}

/** Lifts every wait of an account, wherever it was. */
export function liftWaits(tx: WriteTx, nameKey: Uint8Array, loginName: string): void {
  dropTriesOf(tx.client, triedName(nameKey, '', loginName).nameHash);
}
