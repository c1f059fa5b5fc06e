import type { ReadDb } from '#db/access.ts';
import { type AccountRow, accountById } from '#db/repositories/accounts.ts';
import { triesOf } from '#db/repositories/login-tries.ts';
import { accounts } from '#db/schema/office.ts';
import type { session } from '#shared/api/session.ts';
import { waitsUntil } from '#shared/domain/accounts/login.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { refuseWeak } from '../accounts/password-rules.ts';
import type { Hasher } from '../accounts/passwords.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import { openSession } from '../kernel/session.ts';
import { keepOpened } from './kept.ts';
import type { KnownPeople } from './known-people.ts';
import { answered, type Claim, type Prover, triedName } from './prover.ts';

type Entering = CommandContext<unknown>;

/** What logging in needs besides the transaction. */
export type LogInPorts = {
  readonly demo: boolean;
  readonly known: KnownPeople;
  readonly hasher: Hasher;
  readonly prover: Prover;
  /** Key of the hashes of login names. */
  readonly nameKey: Uint8Array;
};

/**
 * Opens the session of an account on the connection, once the act is on the disk; with the password that the person has
 * chosen, where they came with a one-time code.
 */
function enter(
  { tx, connection, now, happened, afterCommit }: Entering,
  accountId: number,
  then: (account: AccountRow) => void = () => {},
  chosenHash?: string,
): void {
  const chosen = chosenHash === undefined ? {} : { passwordHash: chosenHash, codeUntil: null };
  const account = tx.update(accounts, accountId, { lastLoginAt: now, ...chosen });
  keepOpened(tx, connection, accountId, now);
  happened({ kind: chosenHash === undefined ? 'loggedIn' : 'passwordChosen', noun: 'accounts', id: accountId });
  afterCommit(() => {
    openSession(connection, accountId, now);
    then(account);
  });
}

/** Handlers of the ways into a session. */
export function logInHandlers(ports: LogInPorts): Pick<Handlers<typeof session>, 'login' | 'enterByPin' | 'enterDemo'> {
  const { demo, known, hasher, prover, nameKey } = ports;

  return {
    login: prepared({
      prepare: async (
        context: QueryContext<unknown>,
        { newPassword, ...claim }: Claim & { readonly newPassword?: string | undefined },
      ) => {
        const { db, connection } = context;
        const proof = await prover.prove(context, claim);
        const { account } = proof;
        if (account === undefined || account.codeUntil === null || newPassword === undefined) return { proof };
        // Whoever came with a one-time code chooses a password.
        refuseWeak(db, newPassword, account);
        return { proof, chosenHash: await hasher.hash(connection.place, newPassword) };
      },
      run: (context: Entering, { loginName }, { proof, chosenHash }) => {
        const { now, connection } = context;
        const { outcome, account } = prover.judge(context, loginName, proof, chosenHash !== undefined);
        if (outcome.result === 'open' && account !== undefined)
          enter(context, account.id, (entered) => known.remember(connection.place, entered, now), chosenHash);
        return answered(outcome);
      },
    }),

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
