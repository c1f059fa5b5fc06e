import type { ReadDb, WriteTx } from '#db/access.ts';
import { keyedHash } from '#db/personal.ts';
import { type AccountRow, accountByLogin } from '#db/repositories/accounts.ts';
import {
  dropTries,
  dropTriesOf,
  keepTries,
  type TriedName,
  triedNames,
  triesOf,
} from '#db/repositories/login-tries.ts';
import { decideLogin, type LoginOutcome, waitsUntil } from '#shared/domain/accounts/login.ts';
import { parseOnceCode } from '#shared/domain/accounts/once-code.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Hasher } from '../accounts/passwords.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';

/** How many different names may have wrong passwords at one place before it is told to wait: more than work at a PC. */
const MOST_NAMES = 50;

/** Somebody says who they are. */
export type Claim = { readonly loginName: string; readonly password: string };

/** What was found of a claim before its turn. */
export type Proof = {
  readonly until: number | null;
  readonly correct: boolean;
  /** The account and the hash that the secret was compared with, where it is the right one. */
  readonly account?: AccountRow;
};

/** What a claim comes to, and whose it is. */
export type Judged = { readonly outcome: LoginOutcome; readonly account: AccountRow | undefined };

/** The name under which wrong passwords are counted; the same for one that nobody has. */
export function triedName(nameKey: Uint8Array, place: string, loginName: string): TriedName {
  return { place, nameHash: nameHashOf(nameKey, loginName) };
}

/** The keyed hash of a login name, by which its wrong passwords are counted. */
export function nameHashOf(nameKey: Uint8Array, loginName: string): string {
  return keyedHash(nameKey, loginName.toLowerCase());
}

/** Lifts every wait of an account, wherever it was. */
export function liftWaits(tx: WriteTx, nameKey: Uint8Array, loginName: string): void {
  dropTriesOf(tx.client, nameHashOf(nameKey, loginName));
}

/** What is compared with the hash of an account: a password as it was typed, or a one-time code without its dress. */
function secretTyped(account: AccountRow | undefined, typed: string): string {
  return account === undefined || account.codeUntil === null ? typed : (parseOnceCode(typed) ?? typed);
}

/** A wrong password is on record whether or not there is such a person: what is written must not tell either. */
function sayFailed(
  { happened }: Pick<CommandContext<unknown>, 'happened'>,
  account: AccountRow | undefined,
  kind: 'loginFailed' | 'lockedOut',
): void {
  happened(account === undefined ? { kind, noun: 'office', id: 1 } : { kind, noun: 'accounts', id: account.id });
}

/** What asks for a password, in all places alike: the log-in, the recovery of a colleague, leaving the customers' screen. */
export type Prover = ReturnType<typeof createProver>;

/** Compares passwords and counts the wrong ones by name and place (decision 0027). */
export function createProver({ hasher, nameKey }: { readonly hasher: Hasher; readonly nameKey: Uint8Array }) {
  /** Throws TOO_MANY_REQUESTS where so many names were tried that somebody is guessing them. */
  function refuseGuessing(db: ReadDb, { place }: TriedName, now: number, minutes: number): void {
    const waitMs = minutes * 60_000;
    const { names, oldest } = triedNames(db, place, now - waitMs);
    if (names < MOST_NAMES || oldest === null) return;
    throw new DomainError('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil((oldest + waitMs - now) / 1000)) });
  }

  return {
    /** Before the turn: compares the secret, unless the name waits at the place. */
    prove: async (context: QueryContext<unknown>, { loginName, password }: Claim): Promise<Proof> => {
      const { db, now, setting, connection } = context;
      const name = triedName(nameKey, connection.place, loginName);
      const waiting = (): number | null => waitsUntil(triesOf(db, name), now);
      const until = waiting();
      if (until !== null) return { until, correct: false };
      if (triesOf(db, name) === undefined) refuseGuessing(db, name, now, setting('lockout').minutes);
      const account = accountByLogin(db, loginName);
      const secret = secretTyped(account, password);
      const correct = await hasher.matches(connection.place, account?.passwordHash, secret, () => waiting() !== null);
      return { until: waiting(), correct, ...(correct && account !== undefined ? { account } : {}) };
    },

    /**
     * In its turn: decides and counts. A wrong secret is said (`happened`) here; what follows from a right one is said by
     * whoever asked.
     */
    judge: (context: CommandContext<unknown>, loginName: string, proof: Proof, chosen = false): Judged => {
      const { db, tx, now, connection, setting } = context;
      const account = accountByLogin(db, loginName);
      if (proof.until !== null) return { outcome: { result: 'lockedOut', until: proof.until }, account };
      const name = triedName(nameKey, connection.place, loginName);
      // The secret may have been replaced while it was being compared.
      const proven = proof.correct && account?.passwordHash === proof.account?.passwordHash;
      const outcome = decideLogin(account, proven, triesOf(db, name), { policy: setting('lockout'), now, chosen });
      if (outcome.result === 'open') dropTries(tx.client, name);
      if ('tries' in outcome && outcome.tries !== undefined) {
        keepTries(tx.client, name, outcome.tries);
        sayFailed(context, account, outcome.result === 'wrong' ? 'loginFailed' : 'lockedOut');
      }
      return { outcome, account };
    },
  };
}

/** A claim that came to nothing, as it is answered: how many tries are left, or until when it waits. */
export function answered(outcome: LoginOutcome) {
  if (outcome.result === 'wrong') return { result: outcome.result, left: outcome.left };
  if (outcome.result === 'lockedOut') return { result: outcome.result, until: outcome.until };
  return { result: outcome.result };
}
