import { DomainError } from '#shared/kernel/errors.ts';

/** No form of the office is nested half as deep. */
const DEEPEST = 20;
/** Members of one input, all levels together: several times the largest list that a screen sends. */
const MOST_MEMBERS = 200_000;
const MIB = 1024 ** 2;
/** What one call brings at most, unless it brings files: five thousand homes with a note of a page are less. */
const LARGEST = MIB;
/** What a number or another member without text counts for, bytes. */
const SMALLEST_MEMBER = 4;

/**
 * Refuses as INVALID_INPUT what is nested too deep or has too many members to be looked at: whoever follows it all the
 * way down, as declarations of free form do, would run out of stack or of time. Ends for an input that contains itself.
 * Refuses as INPUT_TOO_LARGE what has more than 1 MB of text, unless it `carriesFiles`, whose declarations say how large.
 */
export function checkLimits(input: unknown, carriesFiles: boolean): void {
  let left = MOST_MEMBERS;
  let room = carriesFiles ? Number.POSITIVE_INFINITY : LARGEST;
  const take = (bytes: number) => {
    room -= bytes;
    if (room < 0) throw new DomainError('INPUT_TOO_LARGE', { largestMib: LARGEST / MIB });
  };
  const waiting: [value: unknown, depth: number][] = [[input, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    if (!carriesFiles) take(textBytes(value));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (depth >= DEEPEST) throw new DomainError('INVALID_INPUT');
    const members = Array.isArray(value) ? value : Object.values(value);
    left -= members.length;
    if (left < 0) throw new DomainError('INVALID_INPUT');
    take(members.length * SMALLEST_MEMBER);
    if (!Array.isArray(value)) for (const name of Object.keys(value)) take(name.length);
    for (const member of members)
      if (typeof member === 'object' || typeof member === 'string') waiting.push([member, depth + 1]);
  }
}

function textBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  return ArrayBuffer.isView(value) ? value.byteLength : 0;
}
