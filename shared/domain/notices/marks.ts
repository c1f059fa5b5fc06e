/** How far somebody has read: everything up to an event of the log, and single ones after it. */
export type NoticeMark = { readonly readTo: number; readonly apart: readonly number[] };

/** Somebody who has read nothing yet. */
export const nothingRead: NoticeMark = { readTo: 0, apart: [] };

/** True until the notice of an event is read. */
export function isUnread({ readTo, apart }: NoticeMark, seq: number): boolean {
  return seq > readTo && !apart.includes(seq);
}

/** Everything up to an event is read; a mark never goes back. */
export function readUpTo(mark: NoticeMark, seq: number): NoticeMark {
  const readTo = Math.max(mark.readTo, seq);
  return { readTo, apart: mark.apart.filter((one) => one > readTo) };
}

/** One notice is read, and none before it. */
export function readOne(mark: NoticeMark, seq: number): NoticeMark {
  return isUnread(mark, seq) ? { ...mark, apart: [...mark.apart, seq] } : mark;
}
