import type { Refusal } from '#shared/kernel/errors.ts';
import { type CustodyHolder, type CustodyPlace, departments } from './places.ts';

/** How a buyer is told that an original is ready (领取通知). */
export const collectChannels = ['letter', 'phone', 'sms'] as const;
/** How a buyer is told. */
export type CollectChannel = (typeof collectChannels)[number];

/** True for a buyer's copy that lies with the office: it waits to be collected. */
export function isToCollect({
  holder,
  place,
}: {
  readonly holder: CustodyHolder;
  readonly place: CustodyPlace;
}): boolean {
  return holder === 'buyer' && departments.some((one) => one === place);
}

/** Why buyers are not told to collect; undefined where a copy of theirs is ready. */
export function noticeRefusal(
  copies: readonly { readonly holder: CustodyHolder; readonly place: CustodyPlace }[],
): Refusal | undefined {
  return copies.some(isToCollect) ? undefined : { code: 'NOTHING_TO_COLLECT' };
}
