import { randomBytes } from 'node:crypto';
import { ONCE_CODE_LENGTH, onceCodeFrom, shownOnceCode } from '#shared/domain/accounts/once-code.ts';

/** How long whoever had a code made may look at it: long enough to write it down. */
const SHOWN_MS = 10 * 60_000;

type Shown = { readonly code: string; readonly to: number; readonly until: number; readonly at: number };

/** The one-time codes that are being handed over. */
export type OnceCodes = ReturnType<typeof onceCodes>;

/**
 * One-time codes live in memory and on the screen of who had them made, for a while; the office keeps only their hash,
 * and neither the log nor an answer that is kept has them.
 */
export function onceCodes() {
  const shown = new Map<number, Shown>();
  return {
    draw: (): string => onceCodeFrom(randomBytes(ONCE_CODE_LENGTH)),
    /** Remembers the code of an account for whoever had it made. */
    show: (accountId: number, code: Shown): void => {
      shown.set(accountId, code);
    },
    /** The code of an account, as it is read aloud; only to who had it made. */
    seenBy: (viewer: number, accountId: number, now: number): { code: string; until: number } | null => {
      const one = shown.get(accountId);
      if (one === undefined || one.to !== viewer || now - one.at > SHOWN_MS) return null;
      return { code: shownOnceCode(one.code), until: one.until };
    },
    forget: (accountId: number): void => {
      shown.delete(accountId);
    },
  };
}
