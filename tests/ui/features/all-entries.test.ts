import { describe, expect, it } from 'vitest';
import { allEntries } from '#renderer/features/events/all-entries.ts';
import { EVENT_ROWS } from '#shared/domain/events/kinds.ts';

/** A log of so many entries, asked page by page as the office answers. */
function log(entries: number) {
  const asked: (number | null)[] = [];
  return {
    asked,
    read: async (before: number | null) => {
      asked.push(before);
      const last = before === null ? entries : before - 1;
      return Array.from({ length: Math.min(EVENT_ROWS, last) }, (_none, at) => ({ seq: last - at }));
    },
  };
}

describe('The log that leaves as a file', () => {
  it('is everything that the filter finds, however little of it stands on the screen, each entry once', async () => {
    const { read, asked } = log(2 * EVENT_ROWS + 3);
    const seqs = (await allEntries(read)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 2 * EVENT_ROWS + 3 }, (_none, at) => 2 * EVENT_ROWS + 3 - at));
    expect(asked).toEqual([null, EVENT_ROWS + 4, 4]);
  });

  it('may be empty, or end with a full page', async () => {
    expect(await allEntries(log(0).read)).toEqual([]);
    expect(await allEntries(log(EVENT_ROWS).read)).toHaveLength(EVENT_ROWS);
  });

  it('is refused in words where one file cannot hold it', async () => {
    await expect(allEntries(log(100_001).read)).rejects.toMatchObject({
      code: 'EXPORT_TOO_LONG',
      params: { most: 100_000 },
    });
    expect(await allEntries(log(100_000).read)).toHaveLength(100_000);
  });
});
