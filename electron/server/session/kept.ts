import type { WriteTx } from '#db/access.ts';
import { dropSession, keepSession, keepSessionState } from '#db/repositories/terminal-sessions.ts';
import { terminalAt } from '#shared/domain/terminals/states.ts';
import type { Connection, Session } from '../kernel/session.ts';

/**
 * Sessions at terminals outlive a restart of the host: they are written down in the transaction of the act that opens,
 * locks or ends them. Those at the host's own windows end with the program, as they always did.
 */
export function keepOpened(tx: WriteTx, { place, resumeHash }: Connection, accountId: number, now: number): void {
  const terminalId = terminalAt(place);
  if (resumeHash === null || terminalId === null) return;
  keepSession(tx.client, { resumeHash, terminalId, accountId, startedAt: now });
}

/** Writes down how a session stands. */
export function keepStanding(
  tx: WriteTx,
  { resumeHash }: Connection,
  { lastActiveAt, locked }: Pick<Session, 'lastActiveAt' | 'locked'>,
): void {
  if (resumeHash !== null) keepSessionState(tx.client, { resumeHash, lastActiveAt, locked });
}

/** Writes down that a session has ended. */
export function keepEnded(tx: WriteTx, { resumeHash }: Connection): void {
  if (resumeHash !== null) dropSession(tx.client, resumeHash);
}
