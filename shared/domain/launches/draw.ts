import type { Refusal } from '../../kernel/errors.ts';

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. Passed in: rules know no machine. */
export type Sha256 = (text: string) => string;

/** Who takes part in a draw: the queue number and the code that is printed on the customer's slip. No name is in it. */
export type ListEntry = { readonly queueNo: number; readonly code: string };

/** The place that a queue number drew, from 1, with the digest that decided. */
export type DrawnPlace = { readonly place: number; readonly queueNo: number; readonly digest: string };

/** The shortest seed: whatever is shorter can be tried out. */
export const SEED_LEAST = 6;

const LINE = /^(\d{4,}) ([0-9a-f]{8})$/;

/** A queue number as the list writes it. */
export function queueText(queueNo: number): string {
  return String(queueNo).padStart(4, '0');
}

/**
 * The list of a draw as it is published: one line for each queue number in their order, `0001 3f9a1c2e`, each with a line
 * feed. Its hash is that of this text, so that `sha256sum` of the file gives it.
 */
export function drawList(entries: readonly ListEntry[]): string {
  return entries
    .toSorted((a, b) => a.queueNo - b.queueNo)
    .map(({ queueNo, code }) => `${queueText(queueNo)} ${code}\n`)
    .join('');
}

/** Reads a published list back; undefined for a text that is none, or that names a queue number twice. */
export function readDrawList(text: string): ListEntry[] | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const entries = lines.map((line): ListEntry | undefined => {
    const [, queueNo, code] = LINE.exec(line) ?? [];
    return queueNo === undefined || code === undefined ? undefined : { queueNo: Number(queueNo), code };
  });
  const known = entries.filter((entry) => entry !== undefined);
  const numbers = new Set(known.map(({ queueNo }) => queueNo));
  return known.length === entries.length && numbers.size === known.length && known.length > 0 ? known : undefined;
}

/** A seed as it is drawn with: blanks at its ends do not count, and the same characters are always the same bytes. */
export function seedText(typed: string): string {
  return typed.trim().normalize('NFC');
}

/** Why nothing can be drawn with a seed; undefined when it will do. */
export function seedRefusal(typed: string): Refusal | undefined {
  return [...seedText(typed)].length < SEED_LEAST ? { code: 'SEED_MISSING', params: { least: SEED_LEAST } } : undefined;
}

/** What decides about one queue number: `seed|hash of the list|0001`. Its SHA-256 can be repeated with any tool. */
export function drawText(seed: string, listHash: string, queueNo: number): string {
  return `${seedText(seed)}|${listHash}|${queueText(queueNo)}`;
}

/** The places of a draw: the queue numbers in the order of their digests. The same list and seed always give the same. */
export function drawPlaces(seed: string, entries: readonly ListEntry[], sha256: Sha256): DrawnPlace[] {
  const listHash = sha256(drawList(entries));
  return entries
    .map(({ queueNo }) => ({ queueNo, digest: sha256(drawText(seed, listHash, queueNo)) }))
    .toSorted((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : a.queueNo - b.queueNo))
    .map((drawn, index) => ({ place: index + 1, ...drawn }));
}
