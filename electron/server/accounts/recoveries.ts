import { randomBytes } from 'node:crypto';
import { accountByLogin } from '#db/repositories/accounts.ts';
import { accounts } from '#db/schema/office.ts';
import type { recoveries as recoveriesApi } from '#shared/api/recoveries.ts';
import { halfCodeFrom, ONCE_CODE_LENGTH, onceCodeMs } from '#shared/domain/accounts/once-code.ts';
import { type Begun, helpOf, helpRefusal, recoveryMs } from '#shared/domain/accounts/recovery.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import { answered, type Claim, liftWaits, type Prover } from '../session/prover.ts';
import type { AccountPorts } from './procedures.ts';
import { endEverywhere } from './procedures.ts';

/** How long a half stays on the screen where it was given, ms: long enough to write it down. */
const SHOWN_MS = 5 * 60_000;

type Half = { readonly half: string; readonly which: 'first' | 'second'; readonly until: number; readonly at: number };
type Pending = Begun & { readonly half: string };
type Help = Claim & { readonly forgotten: string };

/**
 * Handlers of recoveries. What is under way lives in memory: a host that is started again begins anew, and the halves of
 * the code are nowhere but on the two screens.
 */
export function recoveriesHandlers(ports: AccountPorts & { readonly prover: Prover }): Handlers<typeof recoveriesApi> {
  const { hasher, prover, keys } = ports;
  const pending = new Map<number, Pending>();
  const shown = new Map<number, Half>();

  return {
    helpers: ({ setting }) => ({ posts: [...setting('recoverers')], minutes: recoveryMs / 60_000 }),

    help: prepared({
      prepare: async (context: QueryContext<unknown>, { forgotten, ...claim }: Help) => {
        const { db, now, connection } = context;
        const proof = await prover.prove(context, claim);
        const forgetful = accountByLogin(db, forgotten);
        const begun = forgetful && pending.get(forgetful.id);
        const helper = proof.account;
        if (begun === undefined || helper === undefined || helpOf(begun, helper.id, now) !== 'second') return { proof };
        const half = halfCodeFrom(randomBytes(ONCE_CODE_LENGTH));
        return { proof, second: { begun, half, hash: await hasher.hash(connection.place, begun.half + half) } };
      },
      run: (context: CommandContext<unknown>, { forgotten, loginName }, { proof, second }) => {
        const { db, tx, now, connection, setting, happened, afterCommit } = context;
        const { outcome, account: helper } = prover.judge(context, loginName, proof);
        if (outcome.result !== 'open' || helper === undefined) return failed(answered(outcome));
        const forgetful = accountByLogin(db, forgotten);
        if (forgetful?.state !== 'active') return { result: 'nobody' };
        const refusal = helpRefusal(helper, forgetful, setting('recoverers'));
        if (refusal !== undefined) return { result: refusal };
        const show = (half: Half) => afterCommit(() => shown.set(connection.id, half));
        const begun = pending.get(forgetful.id);
        switch (helpOf(begun, helper.id, now)) {
          case 'first': {
            const half = halfCodeFrom(randomBytes(ONCE_CODE_LENGTH));
            const until = now + recoveryMs;
            afterCommit(() => pending.set(forgetful.id, { by: helper.id, half, until }));
            show({ half, which: 'first', until, at: now });
            happened({ kind: 'recoveryBegun', noun: 'accounts', id: forgetful.id, data: { by: helper.id } });
            return { result: 'begun', until };
          }
          case 'again':
            if (begun !== undefined) show({ half: begun.half, which: 'first', until: begun.until, at: now });
            return { result: 'begun', until: begun?.until };
          case 'second': {
            // The first came while this password was being compared.
            if (second === undefined || second.begun !== begun) throw new DomainError('STALE');
            const until = now + onceCodeMs.recovered;
            tx.update(accounts, forgetful.id, { passwordHash: second.hash, codeUntil: until, pinHash: null });
            liftWaits(tx, keys.logins, forgetful.loginName);
            endEverywhere(context, ports, forgetful.id);
            afterCommit(() => pending.delete(forgetful.id));
            show({ half: second.half, which: 'second', until, at: now });
            happened({
              kind: 'passwordRecovered',
              noun: 'accounts',
              id: forgetful.id,
              data: { by: helper.id, first: begun?.by ?? null },
            });
            return { result: 'done', until };
          }
        }
      },
    }),

    half: ({ connection, now }) => {
      const one = shown.get(connection.id);
      if (one === undefined || now - one.at > SHOWN_MS) return { shown: null };
      const { half, which, until } = one;
      return { shown: { half, which, until } };
    },
  };
}

/** What a helper is told whose password was not the right one; a one-time code is none of theirs yet. */
function failed(answer: ReturnType<typeof answered>) {
  const { result } = answer;
  return result === 'wrong' || result === 'lockedOut' || result === 'disabled'
    ? { ...answer, result }
    : { result: 'notAllowed' as const };
}
