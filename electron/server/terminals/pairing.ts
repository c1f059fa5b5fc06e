import { randomBytes } from 'node:crypto';
import type { ReadDb } from '#db/access.ts';
import { theOffice } from '#db/repositories/accounts.ts';
import { isTerminalName, terminalByToken } from '#db/repositories/terminals.ts';
import { terminals } from '#db/schema/terminals.ts';
import { hostProof, isSameProof, pairingKey, terminalProof } from '#electron/lan/pairing-proof.ts';
import { tokenHash } from '#electron/lan/token-hash.ts';
import {
  type EnrolBegin,
  type EnrolBegun,
  type EnrolFinish,
  type EnrolFinished,
  protocolVersion,
} from '#shared/api/lan.ts';
import {
  PAIRING_LENGTH,
  PAIRING_TRIES,
  type PairingKind,
  pairingCodeFrom,
  pairingMs,
  shownPairingCode,
} from '#shared/domain/terminals/pairing.ts';
import { protocolRefusal } from '#shared/domain/terminals/protocol.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Turns } from '../kernel/turns.ts';
import type { Authority } from './authority.ts';

type Open = {
  readonly code: string;
  readonly kind: PairingKind;
  readonly until: number;
  readonly openedBy: { readonly id: number; readonly name: string };
  left: number;
};

/** A terminal that has begun: its nonce, and what it is answered, so that a lost answer is given again. */
type Begun = {
  readonly terminalNonce: string;
  readonly authority: string;
  readonly at: number;
  finishing?: { readonly proof: string; readonly answer: Promise<EnrolFinished> };
};

/** Begun pairings are good this long, and no more of them are remembered. */
const BEGUN_MS = 120_000;
const MOST_BEGUN = 50;
const NONCE_BYTES = 32;

export type PairingEnd = 'paired' | 'wrongCodes' | 'closed' | 'runOut';

/**
 * Pairing of terminals. The code lives in memory and on the screens of those who may see it; neither the log nor an answer
 * that is kept has it. A wrong one is only ever compared five times, however many ask at once.
 */
export function pairingDesk(options: {
  readonly db: ReadDb;
  readonly clock: Clock;
  readonly act: Corridor['act'];
  readonly authority: () => Promise<Authority>;
  /** Drawing a key from a code takes as long as hashing a password: a few at a time. */
  readonly turns: Turns;
}) {
  const { db, clock, act, turns } = options;
  const begun = new Map<string, Begun>();
  let open: Open | undefined;
  let ended: PairingEnd | null = null;
  let paired: { readonly id: number; readonly name: string }[] = [];

  function current(): Open | undefined {
    if (open !== undefined && clock() >= open.until) close('runOut');
    return open;
  }

  function close(how: PairingEnd): void {
    open = undefined;
    ended = how;
  }

  async function begin({ nonce }: EnrolBegin): Promise<EnrolBegun> {
    if (current() === undefined) throw new DomainError('PAIRING_CLOSED');
    const { officeId, certificate } = await options.authority();
    const now = clock();
    for (const [key, { at }] of begun) if (now - at > BEGUN_MS || begun.size >= MOST_BEGUN) begun.delete(key);
    const hostNonce = randomBytes(NONCE_BYTES).toString('base64');
    begun.set(hostNonce, { terminalNonce: nonce, authority: certificate, at: now });
    return { nonce: hostNonce, officeId, authority: certificate };
  }

  async function finish(claim: EnrolFinish, address: string): Promise<EnrolFinished> {
    const otherVersion = protocolRefusal(claim.protocol, protocolVersion);
    if (otherVersion !== null) throw DomainError.from(otherVersion);
    const one = begun.get(claim.hostNonce);
    if (one === undefined || one.terminalNonce !== claim.nonce || clock() - one.at > BEGUN_MS)
      throw new DomainError('PAIRING_CLOSED');
    if (one.finishing === undefined) one.finishing = { proof: claim.proof, answer: prove(one, claim, address) };
    else if (!isSameProof(one.finishing.proof, claim.proof)) throw new DomainError('PAIRING_CLOSED');
    const { finishing } = one;
    try {
      return await finishing.answer;
    } catch (error) {
      // A wrong code is counted once, however often the same claim comes; it may be made anew with another.
      if (one.finishing === finishing) delete one.finishing;
      throw error;
    }
  }

  async function prove(one: Begun, claim: EnrolFinish, address: string): Promise<EnrolFinished> {
    const asked = current();
    if (asked === undefined) throw new DomainError('PAIRING_CLOSED');
    const seen = { authority: one.authority, terminalNonce: one.terminalNonce, hostNonce: claim.hostNonce };
    const key = await turns(`pairing ${address}`, () => pairingKey(asked.code, seen));
    // Others may have tried meanwhile.
    if (current() !== asked) throw new DomainError('PAIRING_CLOSED');
    if (!isSameProof(terminalProof(key, claim), claim.proof)) return await wrong(asked, address);
    if (asked.kind === 'one') close('paired');
    const token = randomBytes(32).toString('base64url');
    const terminal = await enter(asked, claim, token).catch((error: unknown) => {
      // Nothing was written, so the code is still good.
      if (open === undefined && ended === 'paired') open = asked;
      throw error;
    });
    paired = [...paired, terminal];
    const officeName = theOffice(db)?.name ?? '';
    return { token, proof: hostProof(key, token), terminalId: terminal.id, officeName };
  }

  async function wrong(asked: Open, address: string): Promise<never> {
    asked.left -= 1;
    const { left } = asked;
    if (left === 0) close('wrongCodes');
    await act({
      procedure: 'terminals.enrol',
      run: ({ happened }) => happened({ kind: 'pairingCodeWrong', noun: 'office', id: 1, data: { left, address } }),
    });
    throw left === 0 ? new DomainError('PAIRING_CLOSED') : new DomainError('PAIRING_CODE_WRONG', { left });
  }

  /** A terminal that was paired before keeps its number, name and desks, and gets a new token. */
  function enter({ openedBy }: Open, claim: EnrolFinish, token: string) {
    return act({
      procedure: 'terminals.enrol',
      run: ({ db: now, tx, now: at, happened }) => {
        const before = claim.formerly === null ? undefined : terminalByToken(now, claim.formerly);
        const fresh = { tokenHash: tokenHash(token), pairedAt: at, pairedBy: openedBy.id };
        const again = before?.state === 'active';
        const { id, name } = again
          ? tx.update(terminals, before.id, fresh)
          : tx.insert(terminals, { ...fresh, name: freeName(now, claim.name) });
        happened({ kind: 'terminalPaired', noun: 'terminals', id, data: { name, again } });
        return { id, name };
      },
    });
  }

  return {
    begin,
    finish,
    /** Has a new code shown once the act is done. */
    open: ({ actor, now, happened, afterCommit }: CommandContext, kind: PairingKind): void => {
      happened({ kind: 'pairingOpened', noun: 'office', id: 1, data: { kind } });
      afterCommit(() => {
        const code = pairingCodeFrom(randomBytes(PAIRING_LENGTH));
        open = { code, kind, until: now + pairingMs[kind], left: PAIRING_TRIES, openedBy: actor };
        ended = null;
        paired = [];
      });
    },
    close: ({ happened, afterCommit }: CommandContext): void => {
      if (current() === undefined) return;
      happened({ kind: 'pairingClosed', noun: 'office', id: 1 });
      afterCommit(() => close('closed'));
    },
    /** What is shown to those who may manage terminals. */
    shown: () => {
      const now = current();
      const shown =
        now === undefined
          ? null
          : {
              code: shownPairingCode(now.code),
              kind: now.kind,
              until: now.until,
              left: now.left,
              openedBy: now.openedBy.name,
            };
      return { open: shown, ended, paired };
    },
  };
}

function freeName(db: ReadDb, wanted: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if (!isTerminalName(db, name)) return name;
  }
}
