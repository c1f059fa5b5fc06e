import type { Refusal } from '../../kernel/errors.ts';

/** When the picking of a launch began and what the clock says, both UTC ms; null before it began. */
export type SlipClock = { readonly startedAt: number | null; readonly now: number };

/** Why a slip cannot have been written at a time: nobody picked before the picking began, and nobody writes ahead. */
export function slipTimeRefusal(writtenAt: number, { startedAt, now }: SlipClock): Refusal | undefined {
  const early = startedAt === null || writtenAt < startedAt;
  return early || writtenAt > now ? { code: 'SLIP_TIME', params: { startedAt: startedAt ?? now } } : undefined;
}
