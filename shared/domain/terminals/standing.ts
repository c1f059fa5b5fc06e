import type { Refusal } from '#shared/kernel/errors.ts';

/**
 * As what a host presents itself to terminals: an installation of the program, and the epoch of the office that it serves.
 * Two copies of one office have the same authority; by this they are told apart.
 */
export type Standing = { readonly epoch: number; readonly host: string };

/** What a terminal makes of the host that it meets: it may follow it, follow it from now on, or must not. */
export type Meeting =
  | { readonly kind: 'known' }
  | { readonly kind: 'newer'; readonly standing: Standing }
  | { readonly kind: 'superseded'; readonly refusal: Refusal };

/**
 * Whether a terminal follows a host, by the highest epoch that it has met: an earlier one was left behind, and of two with
 * the same epoch it stays with the one that it knows. A host that says nothing is from before there were epochs.
 */
export function meet(known: Standing | undefined, met: Standing | undefined): Meeting {
  const superseded = { kind: 'superseded', refusal: { code: 'HOST_SUPERSEDED' } } as const;
  if (met === undefined) return known === undefined ? { kind: 'known' } : superseded;
  if (known === undefined || met.epoch > known.epoch) return { kind: 'newer', standing: met };
  return met.epoch === known.epoch && met.host === known.host ? { kind: 'known' } : superseded;
}

/**
 * The epoch of an office that another PC takes over now (UTC ms). It is more than the last, and not less than the seconds
 * of the clock: a backup does not know how often its office was taken over after it was made.
 */
export function nextEpoch(last: number, now: number): number {
  return Math.max(last + 1, Math.floor(now / 1000));
}

/** Since when another PC serves the office, UTC ms; null where nobody knows. */
export type Superseded = { readonly since: number | null };

/** Epochs are never far ahead of the clock: what says so is no host, and a clock that is wrong is wrong by less. */
const AHEAD_MS = 366 * 86_400_000;

/** True when a host of this office is known that took it over after the one with this epoch did. */
export function isSuperseded(epoch: number, known: Standing, now: number): boolean {
  return known.epoch > epoch && known.epoch * 1000 <= now + AHEAD_MS;
}

/** When an office was taken over into an epoch, by {@link nextEpoch}: the first ones were only counted. */
export function supersededSince(epoch: number): number | null {
  return epoch > 1_000_000_000 ? epoch * 1000 : null;
}

/** A standing as one word of a header. */
export function standingText({ epoch, host }: Standing): string {
  return `${epoch}.${host}`;
}

/** Reads what `standingText` wrote; undefined for anything else. */
export function standingOf(text: string | undefined): Standing | undefined {
  const [, epoch, host] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text ?? '') ?? [];
  return epoch === undefined || host === undefined ? undefined : { epoch: Number(epoch), host };
}
