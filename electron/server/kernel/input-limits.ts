import { DomainError } from '#shared/kernel/errors.ts';

/** No form of the office is nested half as deep. */
const DEEPEST = 20;
/** Members of one input, all levels together: several times the largest list that a screen sends. */
const MOST_MEMBERS = 200_000;

/**
 * Refuses as INVALID_INPUT what is nested too deep or has too many members to be looked at: whoever follows it all the
 * way down, as declarations of free form do, would run out of stack or of time. Ends for an input that contains itself.
 */
export function checkLimits(input: unknown): void {
  let left = MOST_MEMBERS;
  const waiting: [value: unknown, depth: number][] = [[input, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (depth >= DEEPEST) throw new DomainError('INVALID_INPUT');
    const members = Array.isArray(value) ? value : Object.values(value);
    left -= members.length;
    if (left < 0) throw new DomainError('INVALID_INPUT');
    for (const member of members) if (typeof member === 'object') waiting.push([member, depth + 1]);
  }
}
