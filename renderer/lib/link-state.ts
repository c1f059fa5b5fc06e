import { useSyncExternalStore } from 'react';
import type { LinkState } from '#shared/api/pc.ts';
import type { Superseded } from '#shared/domain/terminals/standing.ts';
import { DomainError } from '#shared/kernel/errors.ts';

let state: LinkState = { kind: 'local' };
const watchers = new Set<(before: LinkState) => void>();

/** How this window's line to the office stands now. */
export function linkNow(): LinkState {
  return state;
}

/** Says how it stands from now on. */
export function tellLink(next: LinkState): void {
  const before = state;
  state = next;
  for (const watcher of [...watchers]) watcher(before);
}

/** Runs at each change, with the state before. Returns how to stop. */
export function onLink(watcher: (before: LinkState) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** True while the office is away: what is on the screen can be read, and nothing can be done. */
export function isCut({ kind }: LinkState): boolean {
  return kind === 'lost' || kind === 'connecting' || kind === 'refused';
}

/** What is wrong with the log of the office, as this PC remembers it, whoever hosts it; undefined while nothing is. */
export function logAlarmOf(link: LinkState) {
  return link.kind === 'open' || link.kind === 'local' ? link.log : undefined;
}

/** Since when another PC serves the office that is open on this one; undefined while none does. */
export function supersededOf(link: LinkState): Superseded | undefined {
  return link.kind === 'local' ? link.superseded : undefined;
}

/** Throws HOST_UNREACHABLE while the office is away: an act is not even sent, and can be sent again as it is. */
export function assertLinked(): void {
  if (isCut(state)) throw new DomainError('HOST_UNREACHABLE');
}

/** How the line stands; the component follows it. */
export function useLink(): LinkState {
  return useSyncExternalStore(onLink, linkNow);
}
